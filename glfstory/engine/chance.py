"""Keyed randomness: an outcome depends on the seed and the name of the chance, never on what was drawn before."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

HALF_ROOT = 0.7071067811865476
LN_2 = 0.6931471805599453
T21, T19, T17, T15, T13, T11, T9, T7, T5, T3 = (1 / divisor for divisor in range(21, 1, -2))
"""What the powers of the series are multiplied by: a twenty-first, and so on."""
EMPTY = blake2b(digest_size=8)
"""A hash of nothing: a copy of it is there sooner than a new one."""
NEAR = 1e-9
"""How far two logarithms of one number may be from each other, as a part of it; some thousand times what they are."""
SIGN = "\x1f"
"""What stands between the parts of a key."""


def unit(seed: int, *key: str | int) -> float:
    """A number strictly between 0 and 1, the same for the same seed and key on every machine."""
    return unit_of(SIGN.join([str(seed), *map(str, key)]))


def unit_of(words: str) -> float:
    """The same for a seed and a key that were put together with SIGN."""
    digest = EMPTY.copy()
    digest.update(words.encode())
    return ((int.from_bytes(digest.digest(), "big") >> 12) + 0.5) / 2.0**52


@dataclass(frozen=True, slots=True)
class Lots:
    """Outcomes made ready to be drawn, by their names."""

    weights: tuple[tuple[str, float], ...]
    total: float
    heaviest: str

    def draw(self, unit: float) -> str:
        """One of the outcomes, each as likely as its share of the weights."""
        left = unit * self.total
        for name, weight in self.weights:
            left -= weight
            if left < 0:
                return name
        return self.heaviest


def lots_of(odds: Mapping[str, float]) -> Lots:
    """Outcomes with their weights; the order of the mapping does not matter."""
    names = sorted(odds)
    total = 0.0
    for each in names:  # sum() adds floats differently from one Python to the next
        total += odds[each]
    return Lots(tuple((each, odds[each]) for each in names), total, max(names, key=lambda each: odds[each]))


def outcome(seed: int, name: str, when: str | int, odds: Mapping[str, float]) -> str:
    """One of the outcomes of a chance in a season or a year."""
    return lots_of(odds).draw(unit(seed, "chance", name, when))


def in_order(units: Iterable[tuple[float, float, str]]) -> list[str]:
    """Names in the order in which they come: by -ln(u)/weight, the heavier sooner; of equals by name.

    Each row is a number u between 0 and 1, a weight and the name. The machine's own logarithm sorts them, and where two
    come so near to each other that another machine's could differ, ours decides.
    """
    rows = [*units]
    near = sorted([(-math.log(u) / weight, name) for u, weight, name in rows])
    for one, other in pairwise(near):
        if other[0] - one[0] <= other[0] * NEAR:
            return [name for _, name in sorted((-natural_log(u) / weight, name) for u, weight, name in rows)]
    return [name for _, name in near]


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
