"""The little language of conditions and effects: what an expression may hold, and its syntax tree."""

import ast
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from glfstory.engine.ranges import SMALLEST, Range

LONGEST = 400
"""Characters in an expression."""

FUNCTIONS: dict[str, tuple[int, int]] = {
    "min": (2, 9),
    "max": (2, 9),
    "abs": (1, 1),
    "round": (1, 1),
    "floor": (1, 1),
    "ceil": (1, 1),
    "sqrt": (1, 1),
    "clamp": (3, 3),
    "ratio": (3, 3),
}
"""Functions of numbers, with the fewest and the most arguments."""
QUESTIONS = ("seen", "chose", "alive", "gone", "here")
"""Functions of a quoted id: of a scene, a choice, a person."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an expression, and where in its text."""

    code: str
    says: str
    start: int = 0
    end: int = 0
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that an expression may use."""

    ranges: Mapping[str, Range]
    """Variables, constants, chances, options and inputs, and `season.year`, `season.name`."""
    computed: Mapping[str, str] = field(default_factory=dict)
    """Computed variables and their expressions."""
    scenes: Mapping[str, Iterable[str]] = field(default_factory=dict)
    """Scenes and their choices."""
    members: Iterable[str] = ()
    """Named persons."""


def nearest(word: str, known: Iterable[str]) -> str:
    """`did you mean "x"?` for the known word most like this one, or an empty string."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {found[0]!r}?" if found else ""


def names_in(tree: ast.AST) -> set[str]:
    """The plain names that an expression uses."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def parse(text: str) -> ast.expr | Problem:
    """The syntax tree of an expression, or why there is none."""
    if len(text) > LONGEST:
        return Problem("too-long", f"an expression has at most {LONGEST} characters; this one has {len(text)}")
    if not text.strip():
        return Problem("syntax", "an expression is missing here")
    try:
        return ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        at = max(0, (error.offset or 1) - 1)
        says = (
            "a single '=' sets a value; to compare write '=='" if _single_equals(text) else "this is not an expression"
        )
        return Problem("syntax", says, min(at, len(text) - 1), len(text))
    except (ValueError, RecursionError, MemoryError):
        return Problem("syntax", "this is not an expression", 0, len(text))


@lru_cache(64)
def tree_of(text: str) -> ast.expr | Problem:
    """The same, kept for a while, since an expression is looked at in several ways: for reading, not for changing."""
    return parse(text)


def _single_equals(text: str) -> bool:
    bare = text.replace("==", "").replace("<=", "").replace(">=", "").replace("!=", "")
    return "=" in bare


def ratio(a: float, b: float, otherwise: float) -> float:
    """A / b, or `otherwise` where b is within 0.001 of zero."""
    return a / b if abs(b) >= SMALLEST else otherwise


def clamp(a: float, low: float, high: float) -> float:
    """a, but at least `low` and at most `high`."""
    return min(max(a, low), high)


def rounded(number: float, low: float, high: float, step: float) -> float:
    """A number in whole steps, half to even, inside a range."""
    whole = round(number / step) * step if step >= 1 else round(number * round(1 / step)) / round(1 / step)
    return min(max(whole, low), high)


RUNTIME: Mapping[str, object] = {
    "__builtins__": {},
    "min": min,
    "max": max,
    "abs": abs,
    "round": round,
    "floor": math.floor,
    "ceil": math.ceil,
    "sqrt": math.sqrt,
    "clamp": clamp,
    "ratio": ratio,
}
"""All that a compiled expression or effect can reach."""
