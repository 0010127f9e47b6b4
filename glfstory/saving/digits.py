"""Digits of any radix in one number, so that none costs more than it says."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

Digit = tuple[int, int]
"""A digit and how many values it could have had."""
HIGHEST, FARTHEST = 12, 10**12
"""The highest power of ten in a number, and the highest number."""


class NoSuchDigits(ValueError):
    """A number that these digits do not make."""


def packed(digits: Sequence[Digit]) -> tuple[int, int]:
    """Digits as one number, the first in the lowest place, and how many such numbers there are."""
    number, many = 0, 1
    for digit, radix in digits:
        number, many = number + digit * many, many * max(1, radix)
    return number, many


class Digits:
    """Reads digits from a number, in the order in which they were packed."""

    def __init__(self, number: int) -> None:
        self.number = number

    def take(self, radix: int) -> int:
        """The next digit, from 0 to below the radix. Raises NoSuchDigits."""
        if radix < 1:
            raise NoSuchDigits
        self.number, digit = divmod(self.number, radix)
        return digit

    def take_whole(self) -> int:
        """A whole number from 0 up that was packed by `whole`. Raises NoSuchDigits."""
        found, place = 0, 1
        while True:
            part = self.take(32)
            found += place * (part & 15)
            if part < 16:
                return found
            place *= 16

    def take_decimal(self) -> float:
        """A number that was packed by `decimal`. Raises NoSuchDigits."""
        sign, behind, digits = self.take(2), self.take(64), self.take_whole()
        value = Fraction(digits) * Fraction(10) ** (HIGHEST - behind)
        if value > FARTHEST:
            raise NoSuchDigits
        return float(-value if sign else value)


def whole(number: int) -> list[Digit]:
    """A whole number from 0 up, four bits at a time."""
    found: list[Digit] = []
    while number > 15:
        found.append((16 + (number & 15), 32))
        number >>= 4
    return [*found, (number, 32)]


def decimal(number: float) -> list[Digit]:
    """A number as its shortest decimal. Raises ValueError for one that is too large or too fine for a code."""
    sign, digits, exponent = Decimal(repr(float(number) + 0.0)).normalize().as_tuple()
    if not isinstance(exponent, int) or not 0 <= HIGHEST - exponent < 64:
        raise ValueError(f"{number} has no place in a code")
    return [(sign, 2), (HIGHEST - exponent, 64), *whole(int("".join(map(str, digits))))]
