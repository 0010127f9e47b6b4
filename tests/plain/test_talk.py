"""Plain lines: wrapped by cells, without control characters, and read with patience."""

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from glfstory.plain.talk import WIDTH, Talk, cells, wrapped


def said(text: str, lead: str = "", hang: int = 0) -> str:
    out = StringIO()
    Talk(StringIO(), out, prompts=False).say(text, lead, hang)
    return out.getvalue()


@given(st.text(max_size=400), st.sampled_from(["", "1. ", "- "]), st.integers(0, 4))
def test_no_line_is_wider_than_the_page_and_no_letter_is_lost(text: str, lead: str, hang: int) -> None:
    lines = said(text, lead, hang).splitlines()
    assert all(cells(line) <= WIDTH for line in lines)


@given(st.text("ab 汉c", max_size=300))
def test_every_word_is_there_in_order(text: str) -> None:
    assert "".join("".join(wrapped(text, "- ", "  ")).removeprefix("- ").split()) == "".join(text.split())


@given(st.text(st.characters(max_codepoint=160), max_size=50))
def test_no_control_character_gets_out(text: str) -> None:
    assert not any(ord(sign) < 32 or 126 < ord(sign) < 160 for sign in said(text).replace("\n", ""))


def test_a_hanging_indent_holds_the_words_of_a_choice_together() -> None:
    lines = said("word " * 40, "1. ", 3).splitlines()
    assert lines[0].startswith("1. word")
    assert all(line.startswith("   word") for line in lines[1:])


def test_wide_signs_count_two_cells() -> None:
    assert cells("合作社 hézuòshè") == 15
    assert len(wrapped("合" * 76)) == 2


def test_scripts_may_hold_blank_lines_and_comments_and_a_person_may_just_press_enter() -> None:
    script = Talk(StringIO("\n# why\n  2  \n"), StringIO(), prompts=False)
    assert (script.ask(), script.line_number, script.ask()) == ("2", 3, None)
    out = StringIO()
    person = Talk(StringIO("\n#\n"), out, prompts=True)
    assert [person.ask(), person.ask(), person.ask()] == ["", "#", None]
    assert out.getvalue() == "> > > \n"


def test_a_line_without_end_is_read_in_pieces() -> None:
    assert len(Talk(StringIO("x" * 10_000), StringIO(), prompts=False).ask() or "") == 1000
