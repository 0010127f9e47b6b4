"""Computed variables: their order, their ranges, and that none is worked out from itself or grows too large."""

import ast
from collections.abc import Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from glfstory.engine.analysis import check
from glfstory.engine.expressions import Scope, names_in, tree_of
from glfstory.engine.ranges import Flags, Numbers, Range, WordSet
from glfstory.engine.story import Story, Variable
from glfstory.reading.linking.draft import Draft

LARGEST = 2_000
"""Parts of an expression, with those of the computed variables that it uses."""
DEEPEST = 100
"""Its nesting, counted likewise."""
Weight = tuple[int, int]
"""Parts and nesting."""


def order_of(draft: Draft, formulas: Mapping[str, str]) -> list[str]:
    """Computed variables, each after those that it uses; rings are told and left out."""
    uses = {name: _names(formula) & formulas.keys() for name, formula in formulas.items()}
    while True:
        try:
            return list(
                TopologicalSorter(
                    {name: sorted(used & uses.keys()) for name, used in sorted(uses.items())}
                ).static_order()
            )
        except CycleError as error:
            ring: list[str] = list(dict.fromkeys(error.args[1]))
            first = min(ring)
            says = f"{first} is worked out from itself: {' -> '.join([*ring, ring[0]])}"
            draft.findings.add(
                "E309-circular", draft.shapes["variables"][first].formula, says, "break the ring with a stored variable"
            )
            for name in ring:
                del uses[name]


def weigh(expression: str, weights: Mapping[str, Weight]) -> Weight:
    """How many parts an expression has and how deep it is nested, computed variables written out."""
    tree = tree_of(expression)
    if not isinstance(tree, ast.expr):
        return 0, 0
    parts, deepest = 0, 0
    waiting: list[tuple[ast.AST, int]] = [(tree, 1)]
    while waiting:
        node, depth = waiting.pop()
        more, deeper = weights.get(node.id, (1, 0)) if isinstance(node, ast.Name) else (1, 0)
        parts, deepest = parts + more, max(deepest, depth + deeper)
        waiting += [(child, depth + 1) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    return parts, deepest


def is_too_large(weight: Weight) -> bool:
    """Whether an expression is more than the engine should work out."""
    return weight[0] > LARGEST or weight[1] > DEEPEST


def with_computed(draft: Draft, story: Story, scope: Scope) -> tuple[Story, Scope, dict[str, Weight]]:
    """The story and its names with computed variables worked out, and how large each of those is."""
    formulas = dict(scope.computed)
    ranges: dict[str, Range] = dict(scope.ranges)
    variables = dict(story.variables)
    weights: dict[str, Weight] = {}
    for name in order_of(draft, formulas):
        weight = weigh(formulas[name], weights)
        if is_too_large(weight):
            continue
        weights[name] = weight
        found, problems = check(formulas[name], replace(scope, ranges=ranges, computed={}))
        if found is not None and not problems:
            ranges[name] = found
            variables[name] = _known(variables[name], found)
    return replace(story, variables=variables), replace(scope, ranges=ranges, computed={}), weights


def _known(variable: Variable, found: Range) -> Variable:
    """A computed variable with the kind and range that it turned out to have."""
    match found:
        case Numbers():
            shown = variable.low < variable.high
            return variable if shown else replace(variable, low=found.low, high=found.high)
        case Flags():
            return replace(variable, kind="flag")
        case WordSet():
            return replace(variable, kind="word", words=tuple(sorted(found.words)))


def _names(expression: str) -> set[str]:
    tree = tree_of(expression)
    return names_in(tree) if isinstance(tree, ast.expr) else set()
