"""Interval arithmetic over declared ranges: what values an expression can have, before it is ever played."""

import math
from dataclasses import dataclass
from typing import TypeVar

_T = TypeVar("_T")

LIMIT = 1e12
"""No number in a story may grow beyond this."""
SMALLEST = 0.001
"""`ratio` divides only by numbers at least this far from zero."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers from `low` to `high`."""

    low: float
    high: float

    def holds(self, number: float) -> bool:
        """Whether the number lies in the range."""
        return self.low <= number <= self.high

    @property
    def bounded(self) -> bool:
        """Whether no number in it is beyond the limit."""
        return self.low >= -LIMIT and self.high <= LIMIT


@dataclass(frozen=True, slots=True)
class Flags:
    """True, false or either."""

    can: frozenset[bool]


@dataclass(frozen=True, slots=True)
class WordSet:
    """One of these words."""

    words: frozenset[str]


Range = Numbers | Flags | WordSet

EITHER = Flags(frozenset((True, False)))
TRUE = Flags(frozenset((True,)))
FALSE = Flags(frozenset((False,)))


def hull(one: Range, other: Range) -> Range | None:
    """The smallest range that holds both; None where they are of different kinds."""
    match one, other:
        case Numbers(), Numbers():
            is_inside = one.low <= other.low and other.high <= one.high
            return one if is_inside else Numbers(min(one.low, other.low), max(one.high, other.high))
        case Flags(), Flags():
            return one if other.can <= one.can else other if one.can <= other.can else EITHER
        case WordSet(), WordSet():
            return one if other.words <= one.words else WordSet(one.words | other.words)
    return None


def _corners(*values: float) -> Numbers:
    finite = [0.0 if math.isnan(value) else value for value in values]
    return Numbers(min(finite), max(finite))


def negate(a: Numbers) -> Numbers:
    """-a."""
    return Numbers(-a.high, -a.low)


def add(a: Numbers, b: Numbers) -> Numbers:
    """A + b."""
    return Numbers(a.low + b.low, a.high + b.high)


def subtract(a: Numbers, b: Numbers) -> Numbers:
    """A - b."""
    return Numbers(a.low - b.high, a.high - b.low)


def multiply(a: Numbers, b: Numbers) -> Numbers:
    """A * b."""
    return _corners(a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)


def divide(a: Numbers, b: Numbers) -> Numbers:
    """A / b; the divisor must not hold zero."""
    return _corners(a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high)


def floor_divide(a: Numbers, b: Numbers) -> Numbers:
    """A // b; the divisor must not hold zero."""
    exact = divide(a, b)
    return Numbers(_floor(exact.low), _floor(exact.high))


def remainder(a: Numbers, b: Numbers) -> Numbers:
    """A % b, which has the sign of b; the divisor must not hold zero."""
    if b.low > 0:
        return a if a.low >= 0 and a.high < b.low else Numbers(0, b.high)
    return Numbers(b.low, 0)


def ratio(a: Numbers, b: Numbers, otherwise: Numbers) -> Numbers:
    """A / b where b is far enough from zero, else `otherwise`."""
    results = [otherwise] if b.low < SMALLEST and b.high > -SMALLEST else []
    if b.high >= SMALLEST:
        results.append(divide(a, Numbers(max(b.low, SMALLEST), b.high)))
    if b.low <= -SMALLEST:
        results.append(divide(a, Numbers(b.low, min(b.high, -SMALLEST))))
    return Numbers(min(part.low for part in results), max(part.high for part in results))


def absolute(a: Numbers) -> Numbers:
    """The size of a."""
    low = 0.0 if a.holds(0) else min(abs(a.low), abs(a.high))
    return Numbers(low, max(abs(a.low), abs(a.high)))


def smallest(parts: list[Numbers]) -> Numbers:
    """min(...)."""
    return Numbers(min(part.low for part in parts), min(part.high for part in parts))


def largest(parts: list[Numbers]) -> Numbers:
    """max(...)."""
    return Numbers(max(part.low for part in parts), max(part.high for part in parts))


def clamp(a: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """a, but at least `low` and at most `high`."""
    return smallest([largest([a, low]), high])


def square_root(a: Numbers) -> Numbers:
    """The root of a; a must not go below zero."""
    return Numbers(math.sqrt(a.low), math.sqrt(a.high))


def floored(a: Numbers) -> Numbers:
    """floor(a)."""
    return Numbers(_floor(a.low), _floor(a.high))


def ceiled(a: Numbers) -> Numbers:
    """ceil(a)."""
    return Numbers(-_floor(-a.low), -_floor(-a.high))


def rounded(a: Numbers) -> Numbers:
    """round(a)."""
    return Numbers(_round(a.low), _round(a.high))


def _floor(number: float) -> float:
    return math.floor(number) if math.isfinite(number) else number


def _round(number: float) -> float:
    return round(number) if math.isfinite(number) else number


def compare(operator: str, a: Range, b: Range) -> Flags:
    """What a comparison can come out as; `operator` is one of < <= > >= == !=."""
    match a, b:
        case Numbers(), Numbers():
            return _compare_numbers(operator, a, b)
        case WordSet(), WordSet():
            return _compare_sets(operator, a.words, b.words)
        case Flags(), Flags():
            return _compare_sets(operator, a.can, b.can)
    return EITHER


def _compare_numbers(operator: str, a: Numbers, b: Numbers) -> Flags:
    match operator:
        case "<":
            always, never = a.high < b.low, a.low >= b.high
        case "<=":
            always, never = a.high <= b.low, a.low > b.high
        case ">":
            return _compare_numbers("<", b, a)
        case ">=":
            return _compare_numbers("<=", b, a)
        case "==":
            always, never = a.low == a.high == b.low == b.high, a.high < b.low or b.high < a.low
        case _:
            return invert(_compare_numbers("==", a, b))
    return TRUE if always else FALSE if never else EITHER


def _compare_sets(operator: str, a: frozenset[_T], b: frozenset[_T]) -> Flags:
    same = FALSE if not a & b else TRUE if len(a) == len(b) == 1 else EITHER
    return same if operator == "==" else invert(same)


def invert(flags: Flags) -> Flags:
    """Not flags."""
    return Flags(frozenset(not value for value in flags.can))
