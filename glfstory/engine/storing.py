"""How a number is stored: rounded to its variable's step, half to even, and held inside its range."""

import ast
from collections.abc import Iterable, Set

from glfstory.engine.story import Variable

WHOLE_OF_WHOLES = ("min", "max", "abs", "round", "floor", "ceil", "clamp")
"""Functions that give a whole number where all their arguments are whole."""


def whole_numbers(variables: Iterable[Variable]) -> frozenset[str]:
    """The variables that never hold anything but whole numbers."""
    return frozenset(
        each.id
        for each in variables
        if each.kind == "number"
        and isinstance(each.start, int)
        and each.step >= 1
        and all(end == int(end) for end in (each.low, each.high, each.step))
    )


def is_whole(tree: ast.expr, names: Set[str]) -> bool:
    """Whether an expression gives a whole number for certain, where these names hold whole numbers."""
    match tree:
        case ast.Constant(value=bool()):
            return False
        case ast.Constant():
            return isinstance(tree.value, int)
        case ast.Name():
            return tree.id in names
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult()):
            return is_whole(tree.left, names) and is_whole(tree.right, names)
        case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
            return is_whole(tree.operand, names)
        case ast.IfExp():
            return is_whole(tree.body, names) and is_whole(tree.orelse, names)
        case ast.Call(func=ast.Name(id=called)):
            return called in WHOLE_OF_WHOLES and all(is_whole(item, names) for item in tree.args)
    return False


def rounded(variable: Variable, source: str, *, is_whole: bool = False) -> str:
    """The code that rounds a number to a variable's step; `is_whole` where it is known to be a whole number."""
    step = plain(variable.step)
    if variable.step == 1:
        return source if is_whole else f"round({source})"
    if variable.step > 1:
        return f"round(({source}) / {step}) * {step}"
    parts = round(1 / variable.step)
    return f"round(({source}) * {parts}) / {parts}"


def held(variable: Variable, source: str, *, below: bool = True, above: bool = True) -> str:
    """The code that holds a number inside a variable's range, where it may be below or above it."""
    low, high = plain(variable.low), plain(variable.high)
    if below and above:
        return f"{low} if (x := {source}) < {low} else x if x <= {high} else {high}"
    if below or above:
        sign, end = (">=", low) if below else ("<=", high)
        return f"x if (x := {source}) {sign} {end} else {end}"
    return source


def plain(number: float) -> str:
    """A number as code, without a decimal point where it needs none."""
    return repr(int(number)) if number == int(number) else repr(number)
