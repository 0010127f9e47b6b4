"""Story words as Textual content."""

import pytest

from glfstory.app.theme import THEMES, following
from glfstory.app.widgets.lettering import LETTERS, large
from glfstory.app.words import by_names, mark_signs, prose
from glfstory.pages.words import Span


@pytest.mark.parametrize("words", ["[red]", "[/", "[Marta]", r"\[", "[@click=app.quit]no[/]", "{1}"])
def test_words_stand_as_they_are_written(words: str) -> None:
    assert prose((Span(words), Span(words, "em")), {}).plain == words * 2


def test_facts_are_numbered_and_terms_have_a_circle() -> None:
    assert mark_signs(("a", "t", "b"), {"t"}) == {"a": "¹", "t": "°", "b": "²"}


def test_marks_side_by_side_stay_apart() -> None:
    line = (Span("So."), Span("", mark="a"), Span("", mark="b"), Span(" Then."))
    assert prose(line, {"a": "¹", "b": "²"}).plain == "So.¹ ² Then."


def test_mark_opens_from_the_word_before_it() -> None:
    content = prose((Span("the levy"), Span("", mark="levy")), {"levy": "¹"})
    opening = {(start, end) for start, end, style in content.spans if not isinstance(style, str) and style.meta}
    assert opening == {(4, 8), (8, 9)}


def test_letters_are_three_rows_of_one_width() -> None:
    for letter, rows in LETTERS.items():
        assert len(rows) == 3, letter
        assert len({len(row) for row in rows}) == 1, letter


@pytest.mark.parametrize(
    ("words", "width", "rows"),
    [("Two", 20, 3), ("Two", 6, 1), ("Zwölf", 80, 1), ("A very long title of a story", 30, 1)],
)
def test_large_words_give_way_where_they_do_not_fit(words: str, width: int, rows: int) -> None:
    assert len(large(words, width).splitlines()) == rows


def test_themes_go_round() -> None:
    name, seen = next(iter(THEMES)), []
    for _ in THEMES:
        seen.append(name)
        name = following(name)
    assert seen == list(THEMES)
    assert name == seen[0]


def test_a_long_path_is_broken_between_its_names() -> None:
    assert by_names("It is in /home/someone/here/run.md.", 20) == "It is in /home/someone/here/\nrun.md."
    assert by_names("It is in C:\\here\\run.md.", 12) == "It is in C:\\here\\\nrun.md."
    assert by_names("A name of more letters than it has room.", 4) == "A name of more letters than it has room."
