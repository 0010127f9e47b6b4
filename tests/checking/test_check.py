"""What would play but should not stay is a warning."""

from typing import Any

import pytest

from glfstory.checking.check import check
from glfstory.checking.pages import longest_page
from glfstory.engine.story import Block, Choice, Insert, Mark, OneOf, Scene, Words
from tests.reading.conftest import MINI

QUIET = MINI.replace("is: grain > 50}", "is: grain > 50 and built}").replace(
    "order: 10", "order: 10\n    when: enough or post == 'secretary'"
)


@pytest.fixture
def checked(tmp_path: Any) -> Any:
    def checking(*texts: Any) -> Any:
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.yaml").write_text(text)
        return check(tmp_path)

    return checking


def test_a_story_without_fault_is_clean(checked: Any) -> None:
    assert checked(QUIET) == ()


def test_a_variable_that_nothing_reads(checked: Any) -> None:
    (finding,) = checked(QUIET, "variables:\n  idle: {says: S., flag: true, start: false}\n")
    assert (finding.code, finding.severity, finding.line) == ("W603-unread-variable", "warning", 2)


def test_scenes_that_are_never_met(checked: Any) -> None:
    lost = "scenes:\n  lost: {title: T, text: T}\n"
    assert [each.code for each in checked(QUIET, lost)] == ["W605-no-way-in"]
    storylet = lost.replace("title: T", "title: T, weight: 2")
    assert checked(QUIET, storylet) == ()
    assert [each.code for each in checked(QUIET.replace(", draw: {count: 1, at: 50}", ""), storylet)] == [
        "W605-no-way-in"
    ]


def test_a_page_that_does_not_fit(checked: Any) -> None:
    long = QUIET.replace("      Nobody\n      speaks.", "      " + "\n      ".join(["word " * 14] * 19))
    assert [each.code for each in checked(long)] == ["W602-long-page"]
    broken = QUIET.replace("      Nobody\n      speaks.", "      ---\n\n      " + "\n      ".join(["word " * 14] * 14))
    assert checked(broken) == ()


def test_errors_come_without_warnings(checked: Any) -> None:
    found = checked(QUIET.replace("order: 10", "oder: 10"), "scenes:\n  lost: {title: T, text: T}\n")
    assert {each.severity for each in found} == {"error"}


def lines(count: Any) -> Any:
    return (Words(" ".join(["x" * 37] * 2 * count)),)


def test_pages_are_counted_as_they_are_shown() -> None:
    def length(text: Any, *choices: Any) -> Any:
        return longest_page(Scene("s", "S", text, choices))

    assert length((Block((lines(3), lines(2))),)) == (1, 6)
    assert length((Block((lines(3), (), lines(5))),)) == (2, 5)
    assert length((Block((lines(3),)),), Choice("a", (Words("A."),)), Choice("b", (Words("B."),))) == (1, 6)
    closed = Choice("a", (Words("A."),), when="x", locked=(Words("No."),))
    assert length((Block((lines(3),)),), closed) == (1, 6)
    assert length((OneOf((Block((lines(3),)), Block((lines(7),)))),)) == (1, 7)
    assert length((Block((lines(1),)), Block((lines(2),), "x"))) == (1, 4)
    assert length((Block(((Words("x" * 66), Insert("n"), Mark("m")),)),)) == (1, 1)
    assert length((Block(((Words("x" * 66 + " "), Insert("n"), Mark("m")),)),)) == (1, 2)


def test_a_story_that_plays_as_none_of_its_releases(checked: Any) -> None:
    (finding,) = checked(QUIET.replace("version: 1.0.0", "version: 1.0.0, releases: {1: abc, 2: def}"))
    assert (finding.code, finding.severity, finding.line) == ("W606-release", "warning", 2)
    hash = finding.fix.split(" to releases")[0].removeprefix("add 3: ")
    assert "put that hash under 2" in finding.fix
    assert checked(QUIET.replace("version: 1.0.0", f"version: 1.0.0, releases: {{1: abc, 2: {hash}}}")) == ()
