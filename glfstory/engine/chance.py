"""Keyed randomness: an outcome depends on the seed and the name of the chance, never on what was drawn before."""

import math
from collections.abc import Mapping
from hashlib import blake2b

HALF_ROOT = 0.7071067811865476
LN_2 = 0.6931471805599453
ODD = tuple(range(21, 0, -2))


def unit(seed: int, *key: str | int) -> float:
    """A number strictly between 0 and 1, the same for the same seed and key on every machine."""
    words = "\x1f".join([str(seed), *map(str, key)])
    number = int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")
    return float((number >> 12) + 0.5) / 2.0**52


def outcome(seed: int, name: str, when: str | int, odds: Mapping[str, float]) -> str:
    """One of the outcomes, each as likely as its share of the weights; the order of the mapping does not matter."""
    names = sorted(odds)
    if len(names) == 1:
        return names[0]
    total = 0.0
    for each in names:  # sum() adds floats differently from one Python to the next
        total += odds[each]
    left = unit(seed, "chance", name, when) * total
    for each in names:
        left -= odds[each]
        if left < 0:
            return each
    return max(names, key=lambda each: odds[each])


def waiting(seed: int, weight: float, *key: str | int) -> float:
    """-ln(u)/weight: of several, the smallest come first, the heavier sooner."""
    return -natural_log(unit(seed, *key)) / weight


def natural_log(x: float) -> float:
    """ln(x) for x > 0, by additions, multiplications and divisions alone, so that no machine's library decides it.

    x is a fraction from sqrt(1/2) to sqrt(2) times a power of two; the fraction's logarithm is 2 artanh(z), a series
    in odd powers of z, which is below 0.172.
    """
    fraction, exponent = math.frexp(x)
    if fraction < HALF_ROOT:
        fraction, exponent = fraction * 2, exponent - 1
    z = (fraction - 1) / (fraction + 1)
    square, total = z * z, 0.0
    for divisor in ODD:
        total = total * square + 1 / divisor
    return 2 * z * total + exponent * LN_2
