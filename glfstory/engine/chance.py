"""Keyed randomness: an outcome depends on the seed and the name of the chance, never on what was drawn before."""

import math
from collections.abc import Mapping
from hashlib import blake2b

HALF_ROOT = 0.7071067811865476
LN_2 = 0.6931471805599453
T21, T19, T17, T15, T13, T11, T9, T7, T5, T3 = (1 / divisor for divisor in range(21, 1, -2))
"""What the powers of the series are multiplied by: a twenty-first, and so on."""
SIGN = "\x1f"
"""What stands between the parts of a key."""


def unit(seed: int, *key: str | int) -> float:
    """A number strictly between 0 and 1, the same for the same seed and key on every machine."""
    return unit_of(SIGN.join([str(seed), *map(str, key)]))


def unit_of(words: str) -> float:
    """The same for a seed and a key that were put together with SIGN."""
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
    q = z * z
    total = ((((T21 * q + T19) * q + T17) * q + T15) * q + T13) * q + T11
    total = ((((total * q + T9) * q + T7) * q + T5) * q + T3) * q + 1.0
    return 2 * z * total + exponent * LN_2
