"""Checks `by` of constants and chances: what it may use, and that its table has a value for every result."""

import ast

from glfstory.engine.analysis import check
from glfstory.engine.expressions import Scope, names_in, tree_of
from glfstory.engine.program import key_of
from glfstory.engine.ranges import Flags, WordSet
from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.model import table_key
from glfstory.reading.nodes import Node, Table
from glfstory.reading.shapes.base import Shape


def check_tables(draft: Draft, story: Story, scope: Scope) -> None:
    """Tells what a table lacks or has in vain."""
    late = {*story.constants, *story.inputs}
    for name, constant in story.constants.items():
        shape = draft.shapes["constants"][name]
        if constant.by is not None and _can_be_known(draft, story, shape, constant.by, late):
            _check_results(draft, story, scope, shape, constant.by, "value")
    for name, chance in story.chances.items():
        shape = draft.shapes["chances"][name]
        if chance.by is not None and _can_be_known(draft, story, shape, chance.by, late | story.chances.keys()):
            _check_results(draft, story, scope, shape, chance.by, "odds")


def _can_be_known(draft: Draft, story: Story, shape: Shape, by: str, late: set[str]) -> bool:
    """Whether `by` uses only what is known when a season begins, where chances come first and constants second."""
    used = sorted(_all_names(story, by, set()) & late)
    if used:
        says = f"{used[0]!r} is not known yet when this is worked out"
        draft.findings.add("E509-table", shape.place("by"), says, "use season.year, season.name, options or variables")
    return not used


def _all_names(story: Story, expression: str, seen: set[str]) -> set[str]:
    """The names of an expression, and of the computed variables among them."""
    tree = tree_of(expression)
    for name in names_in(tree) - seen if isinstance(tree, ast.expr) else ():
        seen.add(name)
        variable = story.variables.get(name)
        if variable is not None and variable.computed is not None:
            _all_names(story, variable.computed, seen)
    return seen


def _check_results(draft: Draft, story: Story, scope: Scope, shape: Shape, by: str, table: str) -> None:
    found, problems = check(by, scope)
    if found is None or problems:
        return
    node = shape.written(table)
    keys = {table_key(key) for key in node} if isinstance(node, Table) else {"else"}
    if isinstance(found, WordSet):
        results = set(found.words)
        _check_keys(draft, node, results)
    elif isinstance(found, Flags):
        results = {str(each) for each in found.can}
    elif by == "season.year":
        results = {str(season.year) for season in story.seasons}
    else:
        results = {key_of(found.low)} if found.low == found.high else {"any other number"}
    lacking = sorted(results - keys)
    if lacking and "else" not in keys:
        says = f"nothing stands here for {', '.join(lacking)}"
        draft.findings.missing("E509-table", shape.key_place(table), says, "add it, or else: ...")


def _check_keys(draft: Draft, node: Node | None, results: set[str]) -> None:
    for key in node if isinstance(node, Table) else ():
        if key not in results and key != "else":
            draft.findings.missing(
                "E509-table", key, f"`by` never gives {str(key)!r}", draft.findings.nearest(key, results)
            )
