"""The letters of a run code: 32 that are not mistaken for each other, groups of four, two check characters.

The check characters are the two of a Reed-Solomon code over the field of 32 elements: every character counts once as it
is and once times its place. Up to 32 characters, any two that are wrong, and any two that have changed places, are
noticed; in longer codes too, but for one pair of mistakes in a thousand.
"""

from functools import reduce
from hashlib import blake2b

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without I, L, O and U."""
READ_AS = str.maketrans("OIL", "011")
GROUP, CHECKS = 4, 2
FIELD_SIZE = 32
FIELD = 0b100101
"""x^5 + x^2 + 1, by which products are reduced."""


def letters_of(number: int) -> str:
    """A number from 0 up in these letters, the highest place first; nothing for 0."""
    found = ""
    while number:
        number, place = divmod(number, len(ALPHABET))
        found = ALPHABET[place] + found
    return found


def number_of(letters: str) -> int:
    """The number that these letters write."""
    return reduce(lambda number, letter: number * len(ALPHABET) + ALPHABET.index(letter), letters, 0)


def fingerprint(words: str) -> int:
    """A number below 2**64 that hangs on every letter of some words."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")


def grouped(letters: str) -> str:
    """Letters in groups of four."""
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def plain(typed: str) -> str:
    """What was typed, as letters alone: no spaces and hyphens, small letters as large ones, O as 0, I and L as 1."""
    return "".join(typed.split()).replace("-", "").upper().translate(READ_AS)


def checked(letters: str, key: str) -> str:
    """Letters with their two check characters behind them; `key` is what codes of one kind have in common."""
    total, weighted = _sums(letters + "00", key)
    return letters + ALPHABET[total ^ weighted] + ALPHABET[weighted]


def is_whole(letters: str, key: str) -> bool:
    """Whether the check characters of some letters are right."""
    return _sums(letters, key) == (0, 0)


def _sums(letters: str, key: str) -> tuple[int, int]:
    """Both sums over all places, counted from the end; 0 and 0 where the letters are right.

    The last two places, where the check characters stand, are multiplied by 1 and by 0.
    """
    weighted, total = divmod(fingerprint(key) % FIELD_SIZE**2, FIELD_SIZE)
    for place, letter in enumerate(reversed(letters)):
        value = _times(ALPHABET.index(letter), 1 << place // 32)
        total ^= value
        weighted ^= _times(value, place % 32 ^ 1)
    return total, weighted


def _times(one: int, other: int) -> int:
    """The product of two elements of the field."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one, other = one << 1, other >> 1
        if one > 31:
            one ^= FIELD
    return product
