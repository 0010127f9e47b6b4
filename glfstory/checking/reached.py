"""The values that variables can come to, whatever is decided: where they start, and what effects can make of them."""

import ast
from collections.abc import Sequence
from dataclasses import replace

from glfstory.checking.taking_apart import tree_of
from glfstory.engine.analysis import range_of
from glfstory.engine.expressions import Scope, names_in, rounded
from glfstory.engine.program import declared, scope_of
from glfstory.engine.ranges import FALSE, TRUE, Numbers, Range, WordSet, hull
from glfstory.engine.story import Story, Variable
from glfstory.reading.linking.draft import Use

PATIENCE = 4
"""Times that a number may grow before it is taken to grow to the end of its range."""


def reached(story: Story, uses: Sequence[Use]) -> dict[str, Range]:
    """The values of every stored variable that something sets. Those that nothing sets keep their declared range."""
    scope = scope_of(story)
    written = dict.fromkeys((use.target, use.full) for use in uses if use.target)
    sets = [(story.variables[target], tree_of(text)) for target, text in written]
    found = {variable.id: _start(variable) for variable, _ in sets}
    grown = dict.fromkeys(found, 0)
    reads = {id(tree): _all_names(tree, scope) for _, tree in sets}
    due = sets
    while due:
        changed: set[str] = set()
        known = replace(scope, ranges={**scope.ranges, **found})
        for variable, tree in due:
            more = _stored(variable, range_of(tree, known), found[variable.id])
            if more != found[variable.id]:
                grown[variable.id] += variable.id not in changed
                changed.add(variable.id)
                found[variable.id] = _widened(variable, found[variable.id], more, grown[variable.id])
        due = [(variable, tree) for variable, tree in sets if reads[id(tree)] & changed]
    return found


def _all_names(tree: ast.expr, scope: Scope) -> set[str]:
    """The names of an expression and of the computed variables in it."""
    names = names_in(tree)
    for name in names & scope.computed.keys():
        names |= _all_names(tree_of(scope.computed[name]), scope)
    return names


def _start(variable: Variable) -> Range:
    match variable.start:
        case bool():
            return TRUE if variable.start else FALSE
        case str():
            return WordSet(frozenset((variable.start,)))
    return Numbers(variable.start, variable.start)


def _stored(variable: Variable, made: Range | None, before: Range) -> Range:
    """What it can be after one more effect."""
    if isinstance(made, Numbers):
        low, high = (rounded(end, variable.low, variable.high, variable.step) for end in (made.low, made.high))
        made = Numbers(low, high)
    both = hull(before, made) if made is not None else None
    return declared(variable) if both is None else both


def _widened(variable: Variable, before: Range, more: Range, times: int) -> Range:
    """What grew again and again is taken to grow on."""
    if times <= PATIENCE or not isinstance(before, Numbers) or not isinstance(more, Numbers):
        return more
    low = variable.low if more.low < before.low else more.low
    high = variable.high if more.high > before.high else more.high
    return Numbers(low, high)
