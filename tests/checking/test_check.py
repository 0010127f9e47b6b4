"""What would play but should not stay is a warning."""

from typing import Any

import pytest

from glfstory.checking.check import check
from glfstory.checking.knowledge import Knowledge, Occasion
from glfstory.checking.pages import longest_page
from glfstory.engine.expressions import Scope
from glfstory.engine.ranges import EITHER, Numbers
from glfstory.engine.story import Block, Choice, Insert, Mark, OneOf, Season, Words
from tests.reading.conftest import MINI

QUIET = (
    MINI.replace("is: grain > 50}", "is: grain > 50 and built}")
    .replace("order: 10", "order: 10\n    when: enough or post == 'secretary'")
    .replace(", draw: {count: 1, at: 50}", "")
    .replace("death: Someone dies., ", "")
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


def test_storylets_come_where_a_season_draws_them(checked: Any) -> None:
    storylet = "scenes:\n  lost: {title: T, weight: 2, text: T}\n"
    assert [each.code for each in checked(QUIET, storylet)] == ["W605-no-way-in"]
    drawing = QUIET.replace("open: [eat]", "open: [eat], draw: {count: 1, at: 50}")
    assert checked(drawing, storylet) == ()
    assert [each.code for each in checked(drawing, "")] == ["N712-too-few-storylets"]


def test_a_ring_of_scenes_that_nothing_leads_into(checked: Any) -> None:
    ring = """
scenes:
  one: {title: T, text: T, choices: {a: {say: A., go: two}, b: {say: B.}}}
  two: {title: T, text: T, choices: {a: {say: A., go: one}, b: {say: B.}}}
"""
    found = checked(QUIET, ring)
    assert [(each.code, each.line) for each in found] == [("W605-no-way-in", 3), ("W605-no-way-in", 4)]
    assert "'two'" in found[0].says


def test_a_page_that_does_not_fit(checked: Any) -> None:
    long = QUIET.replace("      Nobody\n      speaks.", "      " + "\n      ".join(["word " * 14] * 19))
    assert [each.code for each in checked(long)] == ["W602-long-page"]
    ending = QUIET.replace("text: It ends.", "text: " + "word " * 14 * 22)
    assert [(each.code, "'end'" in each.says) for each in checked(ending)] == [("W602-long-page", True)]
    broken = QUIET.replace("      Nobody\n      speaks.", "      ---\n\n      " + "\n      ".join(["word " * 14] * 14))
    assert checked(broken) == ()


def test_errors_come_without_warnings(checked: Any) -> None:
    found = checked(QUIET.replace("order: 10", "oder: 10"), "scenes:\n  lost: {title: T, text: T}\n")
    assert {each.severity for each in found} == {"error"}


def test_many_notes_hide_nothing_and_are_no_error(checked: Any) -> None:
    tags = "tags:\n" + "".join(f"  tag-{number}: A tag.\n" for number in range(600))
    found = checked(QUIET, tags, "scenes:\n  lost: {title: T, text: T}\n")
    assert [each.code for each in found if each.severity == "warning"] == ["W605-no-way-in"]
    assert len(found) == 601
    assert not any(each.is_error for each in found)


def lines(count: Any) -> Any:
    return (Words(" ".join(["x" * 37] * 2 * count)),)


def test_pages_are_counted_as_they_are_shown() -> None:
    season = Season("s", 1958, "autumn", "Autumn")
    known = Knowledge(Scope({"x": EITHER, "n": Numbers(0, 9)}), (season,))

    def length(text: Any, *choices: Any) -> Any:
        return longest_page(text, choices, known, Occasion(frozenset((0,))))

    assert length((Block((lines(3), lines(2))),)) == (1, 6)
    assert length((Block((lines(3), (), lines(5))),)) == (2, 5)
    assert length((Block((lines(3),)),), Choice("a", (Words("A."),)), Choice("b", (Words("B."),))) == (1, 6)
    closed = Choice("a", (Words("A."),), when="x", locked=(Words("No."),))
    assert length((Block((lines(3),)),), closed) == (1, 6)
    assert length((OneOf((Block((lines(3),), "x"), Block((lines(7),)))),)) == (1, 7)
    assert length((Block((lines(1),)), Block((lines(2),), "x"))) == (1, 4)
    assert length((Block((lines(10),), "x"), Block((lines(11),), "x"))) == (1, 22)
    assert length((Block((lines(10),), "x"), Block((lines(11),), "not x"))) == (1, 11)
    assert length((Block((lines(10),), "n > 5"), Block((lines(11),), "n < 3"), Block((lines(4),)))) == (1, 16)
    assert length((Block((lines(3),)), Block((lines(2), lines(1)), "x", runs_on=True))) == (1, 7)
    assert length((Block((lines(3), ())), Block((lines(2),), runs_on=True))) == (1, 3)
    assert length((Block(((Words("x" * 66), Insert("n"), Mark("m")),)),)) == (1, 1)
    assert length((Block(((Words("x" * 66 + " "), Insert("n"), Mark("m")),)),)) == (1, 2)


def test_a_story_that_plays_as_none_of_its_releases(checked: Any) -> None:
    (finding,) = checked(QUIET.replace("version: 1.0.0", "version: 1.0.0, releases: {1: abc, 2: def}"))
    assert (finding.code, finding.severity, finding.line) == ("W606-release", "warning", 2)
    hash = finding.fix.split(" to releases")[0].removeprefix("add 3: ")
    assert "put that hash under 2" in finding.fix
    assert checked(QUIET.replace("version: 1.0.0", f"version: 1.0.0, releases: {{1: abc, 2: {hash}}}")) == ()
