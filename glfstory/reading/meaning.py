"""Which key a writer meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

OTHER_WORDS = {
    "action": ("do",),
    "condition": ("if", "when"),
    "effect": ("do",),
    "effects": ("do",),
    "goto": ("go",),
    "if": ("when",),
    "label": ("say",),
    "name": ("title",),
    "next": ("go",),
    "one_of": ("one of",),
    "options": ("choices",),
    "outcome": ("then",),
    "result": ("then",),
    "title": ("name",),
    "when": ("if",),
}
"""What other languages call a key, and what it may be here."""
CLEAR = 0.75
"""How alike two words are, from 0 to 1, before the one is taken for the other."""


def meant_key(written: str, possible: Iterable[str]) -> tuple[str, bool]:
    """The key that was probably meant, or an empty string; and whether it is clear enough to be taken for it."""
    keys = {key: key for key in possible}
    words = {word: key for word, meant in OTHER_WORDS.items() for key in meant if key in keys} | keys
    found = get_close_matches(written, list(words), n=1, cutoff=0.6)
    if not found:
        return "", False
    turned = len(written) > 2 and sorted(written) == sorted(found[0])
    return words[found[0]], turned or SequenceMatcher(None, written, found[0]).ratio() >= CLEAR
