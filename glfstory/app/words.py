"""The one door through which words of a story become Textual content: never markup, always as they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

if TYPE_CHECKING:
    from glfstory.pages.words import Line


RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
TERM_SIGN = "°"
RAISED_SIGNS = (*"⁰¹²³⁴⁵⁶⁷⁸⁹", TERM_SIGN)
STYLES = {"": "", "em": "italic", "strong": "bold"}
LAST_WORD = re.compile(r"\S+$")


def as_is(words: str, style: str = "") -> Content:
    """Bare words in one style."""
    return Content.styled(words, style) if style else Content(words)


def lines(*parts: Content | tuple[str, str] | str) -> Content:
    """Parts one after another; a pair is words and their style."""
    return Content.assemble(*(as_is(*part) if isinstance(part, tuple) else part for part in parts))


def by_names(words: str, width: int) -> str:
    """Words in which a path that is longer than a line is broken between the names in it."""
    return " ".join(_by_names(word, width) for word in words.split(" "))


def _by_names(word: str, width: int) -> str:
    cut = max(word.rfind(sign, 0, width) for sign in "/\\") + 1
    return word if len(word) <= width or not cut else f"{word[:cut]}\n{_by_names(word[cut:], width)}"


def mark_signs(marks: Iterable[str], terms: Collection[str]) -> dict[str, str]:
    """The small raised sign of every mark: facts are numbered, terms have a circle."""
    signs: dict[str, str] = {}
    for mark in marks:
        facts = sum(sign != TERM_SIGN for sign in signs.values())
        signs[mark] = TERM_SIGN if mark in terms else str(facts + 1).translate(RAISED)
    return signs


def prose(spans: Line, signs: Mapping[str, str], current: str = "") -> Content:
    """A paragraph; marks and the words before them open their card when clicked, `current` stands out."""
    made = Content("")
    for span in spans:
        if not span.mark:
            made += as_is(span.text, STYLES[span.style])
            continue
        opens = Style.from_meta({"mark": span.mark})
        word = LAST_WORD.search(made.plain)
        if word and word[0].endswith(RAISED_SIGNS):
            made += " "
        elif word:
            made = made.stylize(opens, word.start(), word.end())
        made += opening(signs.get(span.mark, ""), span.mark, is_current=span.mark == current)
    return made


def opening(sign: str, mark: str, *, is_current: bool = False) -> Content:
    """A sign that opens the card of its mark when it is clicked."""
    look = "$background on $mark bold underline" if is_current else "$mark bold"
    return as_is(sign, look).stylize(Style.from_meta({"mark": mark})) if sign else Content("")


def paragraphs(spans: Iterable[Line], signs: Mapping[str, str], current: str = "") -> Content:
    """Paragraphs with an empty line between them."""
    return Content("\n\n").join(prose(each, signs, current) for each in spans)
