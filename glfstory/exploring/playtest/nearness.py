"""How far a condition is from holding: nothing where it holds, more the more is missing."""

import ast
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from glfstory.engine.expressions import parse
from glfstory.engine.program import Program
from glfstory.engine.story import Value

Distance = Callable[[Sequence[Value], AbstractSet[str]], float]
"""0 where it holds; 1 for each yes or no that is missing, for a number its gap as a share of the larger side."""
SMALLEST = 1e-6


def distance(program: Program, condition: str | None, *, wanted: bool = True) -> Distance:
    """How far a condition is from holding, or from failing where it is not wanted; no condition always holds."""
    if condition is None:
        return _nothing if wanted else _one
    tree = parse(condition)
    return _far(program, tree, wanted) if isinstance(tree, ast.expr) else _nothing


def _nothing(_values: Sequence[Value], _met: AbstractSet[str]) -> float:
    return 0.0


def _one(_values: Sequence[Value], _met: AbstractSet[str]) -> float:
    return 1.0


def _far(program: Program, node: ast.expr, wanted: bool) -> Distance:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return _far(program, node.operand, not wanted)
    if isinstance(node, ast.BoolOp):
        parts = [_far(program, each, wanted) for each in node.values]
        return _together(parts, every=isinstance(node.op, ast.And) == wanted)
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        pairs = zip(sides, node.ops, node.comparators, strict=False)
        return _together([_compared(program, *pair, wanted) for pair in pairs], every=wanted)
    asks = program.question(ast.unparse(node))
    return lambda values, met: float(bool(asks(values, met)) != wanted)


def _together(parts: Sequence[Distance], *, every: bool) -> Distance:
    """All of them, added up, or the nearest of them."""
    if every:
        return lambda values, met: sum(part(values, met) for part in parts)
    return lambda values, met: min(part(values, met) for part in parts)


def _compared(program: Program, left: ast.expr, sign: ast.cmpop, right: ast.expr, wanted: bool) -> Distance:
    if isinstance(sign, ast.In | ast.NotIn) and isinstance(right, ast.Tuple | ast.List | ast.Set):
        is_in = isinstance(sign, ast.In) == wanted
        return _together([_compared(program, left, ast.Eq(), each, is_in) for each in right.elts], every=not is_in)
    holds = program.question(ast.unparse(ast.Compare(left, [sign], [right])))
    one, other = (program.question(ast.unparse(side)) for side in (left, right))

    def far(values: Sequence[Value], met: AbstractSet[str]) -> float:
        if bool(holds(values, met)) == wanted:
            return 0.0
        a, b = one(values, met), other(values, met)
        if isinstance(a, str | bool) or isinstance(b, str | bool):
            return 1.0
        return max(abs(a - b) / max(1.0, abs(a), abs(b)), SMALLEST)

    return far
