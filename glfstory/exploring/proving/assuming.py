"""What is known of every name, and what a condition that holds adds to it."""

import ast
from collections.abc import Mapping
from typing import TypeVar

from glfstory.engine import ranges as r
from glfstory.engine.analysis import values_of
from glfstory.engine.ranges import EITHER, FALSE, TRUE, Flags, Numbers, Range, WordSet
from glfstory.engine.story import Value, Variable

_T = TypeVar("_T")

Known = dict[str, Range]
"""The values that each name may have at a place, as far as ranges tell."""
OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}


def can(tree: ast.expr, known: Known) -> frozenset[bool]:
    """Whether a condition may hold, and may fail."""
    found = values_of(tree, known)
    return found.can if isinstance(found, Flags) else EITHER.can


def assume(tree: ast.expr, known: Known, wanted: bool) -> Known | None:
    """What is known where the condition holds, or where it fails; None where it cannot be so."""
    if wanted not in can(tree, known):
        return None
    narrowed = _narrowed(tree, known, wanted)
    return narrowed if narrowed is not None and wanted in can(tree, narrowed) else None


def _narrowed(tree: ast.expr, known: Known, wanted: bool) -> Known | None:
    match tree:
        case ast.UnaryOp(op=ast.Not()):
            return assume(tree.operand, known, not wanted)
        case ast.BoolOp():
            if isinstance(tree.op, ast.And) == wanted:
                return _each(tree.values * 2, known, wanted)  # twice, as a later part may narrow an earlier one
            return join_all([assume(part, known, wanted) for part in tree.values])
        case ast.Compare(ops=[kind], comparators=[right]):
            return _compared(tree.left, type(kind) if wanted else OPPOSITE[type(kind)], right, known)
        case ast.Compare() if wanted:
            sides = [tree.left, *tree.comparators]
            rows = zip(sides, tree.ops, tree.comparators, strict=False)
            return _each([ast.Compare(left, [kind], [right]) for left, kind, right in rows], known, True)
        case ast.Name():
            return {**known, tree.id: TRUE if wanted else FALSE}
    return known


def _each(parts: list[ast.expr], known: Known, wanted: bool) -> Known | None:
    found: Known | None = known
    for part in parts:
        found = assume(part, found, wanted) if found is not None else None
    return found


def _compared(left: ast.expr, kind: type[ast.cmpop], right: ast.expr, known: Known) -> Known | None:
    if kind in (ast.In, ast.NotIn):
        return _listed(left, kind, right, known)
    found: Known | None = known
    for side, sign, other in ((left, kind, right), (right, TURNED.get(kind, kind), left)):
        if isinstance(side, ast.Name) and found is not None:
            limit = values_of(other, found)
            inside = _inside(found[side.id], sign, limit) if limit is not None else found[side.id]
            found = {**found, side.id: inside} if inside is not None else None
    return found


def _listed(left: ast.expr, kind: type[ast.cmpop], right: ast.expr, known: Known) -> Known | None:
    if not isinstance(left, ast.Name) or not isinstance(right, ast.Tuple | ast.List | ast.Set):
        return known
    if kind is ast.In:
        return join_all([_compared(left, ast.Eq, item, known) for item in right.elts])
    found: Known | None = known
    for item in right.elts:
        found = _compared(left, ast.NotEq, item, found) if found is not None else None
    return found


def _inside(have: Range, sign: type[ast.cmpop], limit: Range) -> Range | None:
    """The part of a range for which the comparison may hold, or None."""
    match have, limit:
        case Numbers(), Numbers():
            low, high = have.low, have.high
            if sign in (ast.Gt, ast.GtE, ast.Eq):
                low = max(low, limit.low)
            if sign in (ast.Lt, ast.LtE, ast.Eq):
                high = min(high, limit.high)
            return Numbers(low, high) if low <= high else None
        case WordSet(), WordSet():
            words = _kept(have.words, sign, limit.words)
            return WordSet(words) if words else None
        case Flags(), Flags():
            flags = _kept(have.can, sign, limit.can)
            return Flags(flags) if flags else None
    return have


def _kept(have: frozenset[_T], sign: type[ast.cmpop], limit: frozenset[_T]) -> frozenset[_T]:
    if sign is ast.Eq:
        return have & limit
    return have - limit if len(limit) == 1 else have


def join(one: Known | None, other: Known | None) -> Known | None:
    """What is known where either may be so."""
    if one is None or other is None or one is other:
        return one if other is None else other
    joined = {**other, **one}
    for name in [name for name, here in one.items() if other.get(name, here) is not here]:
        joined[name] = r.hull(one[name], other[name]) or one[name]
    return joined


def join_all(parts: list[Known | None]) -> Known | None:
    """What is known where any of them may be so."""
    found: Known | None = None
    for part in parts:
        found = join(found, part)
    return found


def single(found: Range) -> list[Value]:
    """The one value of a range, or nothing."""
    match found:
        case Numbers() if found.low == found.high:
            return [found.low]
        case WordSet() if len(found.words) == 1:
            return [*found.words]
        case Flags() if len(found.can) == 1:
            return [*found.can]
    return []


def range_for(value: Value) -> Range:
    """The range that holds one value."""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    return WordSet(frozenset((value,))) if isinstance(value, str) else Numbers(value, value)


def rounded(variable: Variable, found: Range) -> Range:
    """The range of a number that is rounded to the variable's step."""
    if variable.kind != "number" or not isinstance(found, Numbers):
        return found
    return Numbers(_rounded(variable.step, found.low), _rounded(variable.step, found.high))


def held(variable: Variable, found: Range) -> tuple[Range, bool, bool]:
    """The range of what is held inside the variable's own, and whether it may be below or above that."""
    if variable.kind != "number" or not isinstance(found, Numbers):
        return found, False, False
    low, high = (min(max(end, variable.low), variable.high) for end in (found.low, found.high))
    return Numbers(low, high), found.low < variable.low, found.high > variable.high


def _rounded(step: float, number: float) -> float:
    if step >= 1:
        return round(number / step) * step
    parts = round(1 / step)
    return round(number * parts) / parts


def as_ranges(values: Mapping[str, Value]) -> Known:
    """Known values as ranges."""
    return {name: range_for(value) for name, value in values.items()}
