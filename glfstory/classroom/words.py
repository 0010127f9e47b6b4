"""The word of a class, the codes of seats, and what is kept of a device's secret."""

import secrets
from collections.abc import Sequence
from hashlib import blake2b

from glfstory.saving.letters import ALPHABET

WORDS = (
    "alder barn bean bell bird boat bowl cart clay corn crow dawn door dove duck fern field fish fork gate goat hare "
    "hill iron jade kiln lake lamp lane leaf lime loom maple mill moon moss moth mule oven palm path pear pine plum "
    "pond pump quay rain reed rice road roof root rose salt sand seed silk snow soil star tide toad tree vine wall "
    "wave well wind wing wolf wood wool yard"
)
LETTERS = 5
"""Letters in a seat's code: one of 33 million."""


def class_words() -> tuple[str, ...]:
    """The words that a class may have, of four letters each."""
    return tuple(word for word in WORDS.split() if len(word) == 4)


def new_word(among: Sequence[str] | None = None) -> str:
    """A word to join by."""
    return secrets.choice(among or class_words())


def new_code() -> str:
    """A seat's code, with which it goes on on another machine."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))


def new_secret() -> str:
    """A secret that nobody guesses, for a cookie or an address."""
    return secrets.token_urlsafe(24)


def kept(secret: str) -> str:
    """What is kept of a device's secret: enough to know it again, not to use it."""
    return blake2b(secret.encode(), digest_size=20, person=b"glfstory-seat").hexdigest()


def same(typed: str, right: str) -> bool:
    """Whether two codes are the same, in a time that does not tell where they differ."""
    return secrets.compare_digest(typed.encode(), right.encode())
