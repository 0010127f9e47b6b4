"""Words of a story never become Markdown by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.exporting.markdown import bare, block, paragraph
from glfstory.pages.words import Span
from tests.exporting.rendered import html, words

TRICKY = [
    "1957. That was the year",
    "# no heading",
    "- no list",
    "> nobody said so",
    "---",
    "*stars* and _lines_ and `ticks`",
    "[no link](x) and ![no picture](y) and [^1]",
    "<b>nothing</b> &amp; co",
    "a\\b ~~c~~ $d$",
    "snake_case_name 2 * 3 * 4",
    "cells\u2028and\x07bells",
    "亩 mǔ",
]


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_words_are_read_as_they_stand(text: str) -> None:
    seen = html(block(bare(text)))
    assert seen.startswith("<p>")
    assert words(block(bare(text))) == " ".join(text.replace("\u2028", " ").replace("\x07", " ").split())


@given(st.text(alphabet=st.sampled_from("aZ19 .)-+*_#>[]()!`~$&;<\\:|=^\"'\n亩"), min_size=1, max_size=40))
def test_no_text_becomes_markdown(text: str) -> None:
    made = block(bare(text))
    assert made == made.strip()
    assert words(made) == " ".join(text.split())


def test_plain_prose_stays_as_it_is() -> None:
    for text in ("He said: it's 1,234 jin (three-quarters); 7.5 days, 1957-58.", "Is it? No! -5 degrees"):
        assert block(bare(text)) == text


def test_emphasis_keeps_its_blanks_outside_and_marks_their_place() -> None:
    line = (
        Span("He said"),
        Span(" never", "em"),
        Span(" again ", "em"),
        Span("", mark="mu"),
        Span("and "),
        Span("wept", "strong"),
        Span(".  "),
    )
    made = paragraph(line, lambda mark: f"[^{mark}]")
    assert made == "He said *never again* [^mu]and **wept**."
