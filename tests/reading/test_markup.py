"""Texts come apart as the language says."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.engine.story import Insert, Mark, Words
from glfstory.reading.markup import read_markup


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One\n  line.\n", [(Words("One line."),)]),
        ("One.\n\n\nTwo.", [(Words("One."),), (Words("Two."),)]),
        ("One.\n---\nTwo.", [(Words("One."),), (), (Words("Two."),)]),
        ("a --- b", [(Words("a --- b"),)]),
        ("*em* **strong**", [(Words("em", "em"), Words(" "), Words("strong", "strong"))]),
        ("*over\nlines*", [(Words("over lines", "em"),)]),
        ("*{n|jin}*", [(Insert("n", "jin", "em"),)]),
        ("{ a +\n b }", [(Insert("a +  b"),)]),
        ("said.[^fact-1]", [(Words("said."), Mark("fact-1"))]),
        (r"\{n\} \*x\* \[^y]", [(Words("{n} *x* [^y]"),)]),
        ("[Marta] [x] \\n", [(Words("[Marta] [x] \\n"),)]),
        ("", []),
    ],
)
def test_markup(text: Any, paragraphs: Any) -> None:
    marked = read_markup(text)
    assert marked.mistakes == []
    assert marked.paragraphs == paragraphs


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a *b", "E201-emphasis", 2),
        ("a * b", "E201-emphasis", 2),
        ("**a *b* c**", "E201-emphasis", 4),
        ("***a***", "E201-emphasis", 0),
        ("a {b", "E202-insert", 2),
        ("a b}", "E202-insert", 3),
        ("{a|jinn}", "E203-format", 3),
        ("a [^b", "E204-mark", 2),
        ("a [^]", "E204-mark", 2),
    ],
)
def test_what_is_unbalanced_is_told_at_its_place(text: Any, code: Any, at: Any) -> None:
    mistakes = read_markup(text).mistakes
    assert (mistakes[0].code, mistakes[0].start) == (code, at)


@given(st.text(alphabet="ab *{}[^]\\|-\n", max_size=40))
def test_no_text_raises_and_every_place_lies_in_it(text: Any) -> None:
    for mistake in read_markup(text).mistakes:
        assert 0 <= mistake.start <= mistake.end <= len(text)
