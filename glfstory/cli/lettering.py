"""What is written where a terminal cannot show a sign: the nearest letters, and Chinese terms in pinyin alone."""

import codecs
import unicodedata

NAME = "glfstory-lettering"
"""The name under which Python's codecs know it."""
NEAREST = {
    "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "×": "x", "±": "+/-", "·": "-",
    "•": "-", "°": "o", "→": "->", "←": "<-", "↑": "^", "↓": "v", "≤": "<=", "≥": ">=", "ß": "ss", "æ": "ae", "ø": "o",
}  # fmt: skip
LEFT_OUT = "..."
"""What stands for Chinese characters between quotation marks."""


def register() -> None:
    """Makes the lettering known to Python's codecs, for the `errors` of a stream."""
    codecs.register_error(NAME, lettered)


def lettered(error: UnicodeError) -> tuple[str, int]:
    """The signs that a stream cannot write in letters that it can, and the place behind them.

    Characters are left out with the blank or comma behind them: pinyin stands beside every term.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    if not any(map(_is_character, signs)):
        return "".join(map(_nearest, signs)), error.end
    before, behind = error.object[: error.start][-1:], error.object[error.end : error.end + 2]
    if before in "\"'“" and before and behind[:1] in "\"'”" and behind:
        return LEFT_OUT, error.end
    if before in ("", " ", "(") and behind[:1] == " ":
        return "", error.end + 1
    if before == "(" and behind in (", ", "; "):
        return "", error.end + 2
    return "", error.end


def _is_character(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("CJK")


def _nearest(sign: str) -> str:
    if sign in NEAREST:
        return NEAREST[sign]
    letters = "".join(part for part in unicodedata.normalize("NFKD", sign).replace("⁄", "/") if part.isascii())
    return letters or ("" if unicodedata.combining(sign) else "?")
