"""Endings that were met, the code of a run, stopping in the middle, and the hints of the first run."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from glfstory.engine.story import Ending
from glfstory.saving.desk import Desk
from tests.app.branches import branched
from tests.app.conftest import desk_of, say, small_story, told
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, playing
from tests.app.test_export import walk_on

SIZES = pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
CODE = "A2C4-E6G8-J0K2-M4N6-P8Q0-R2S4-T6"


@pytest.fixture
def coded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run has the same code."""
    monkeypatch.setattr("glfstory.pages.code.code_of", lambda stage, run: CODE)


@SIZES
async def test_endings_look_as_drawn(tmp_path: Path, size: tuple[int, int], name: str) -> None:
    other = Ending("other", "Nobody may read this", (), rank=0, when="standing > 99")
    desk = desk_of(replace(small_story(), endings={**small_story().endings, "other": other}), tmp_path)
    async with playing(branched(desk), size) as player:
        await player.press("e")
        assert_picture(player.app, f"endings-{name}")


@SIZES
async def test_what_is_told_after_the_story_stands_under_no_season_and_no_meters(
    tmp_path: Path, size: tuple[int, int], name: str
) -> None:
    stone = Ending("stone", "The stone", told(say("In 2008 somebody comes for the names.")), 2, coda=True)
    story = replace(small_story(), endings={**small_story().endings, "stone": stone})
    (tmp_path / "settings.json").write_text('{"hinted": 3}', encoding="utf-8")
    async with playing(desk_of(story, tmp_path), size) as player:
        await player.begin()
        await walk_on(player)
        assert "It is over." in player.seen
        assert "Spring 1959" in player.seen
        assert "standing" not in player.seen
        await player.press("enter")
        assert_picture(player.app, f"coda-{name}")
        await player.press("w")
        assert player.page == "ReadingPage"


async def test_the_endings_say_how_many_there_are_and_that_they_go_on_below(tmp_path: Path) -> None:
    end = small_story().endings["end"]
    others = {f"e{n}": replace(end, id=f"e{n}", rank=n + 2, when="standing > 99") for n in range(12)}
    async with playing(desk_of(replace(small_story(), endings={"end": end, **others}), tmp_path)) as player:
        await player.press("e")
        assert "13 in all, 0 met" in player.seen
        assert "Space scroll" in player.seen


async def test_endings_not_met_tell_nothing(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.click("Endings")
        assert "The end" not in player.seen
        assert "No run has come to its end yet." in player.seen
        await player.click("close")
        await player.begin()
        await player.press("1", "3", "e")
        assert "The end" not in player.seen


@SIZES
async def test_the_code_looks_as_drawn(desk: Desk, size: tuple[int, int], name: str, coded: None) -> None:
    async with playing(branched(desk), size) as player:
        await player.press("enter", "r")
        assert_picture(player.app, f"code-{name}")
        assert f"glfstory play --code {CODE} " in player.seen, "ready to be copied"


async def test_the_end_of_a_run_shows_its_code(desk: Desk, coded: None) -> None:
    async with playing(branched(desk)) as player:
        await player.press("enter", "enter", "enter", "1", "enter")
        assert "It is over." in player.seen
        assert CODE in player.seen
        assert "Close the book" in player.seen


async def test_a_run_without_a_code_says_why(desk: Desk) -> None:
    async with playing(desk, LARGE) as player:
        await player.press("enter", "enter", "r")
        assert "This run has no code" in player.seen
        assert "not released" in player.seen or "released:" in player.seen


@SIZES
async def test_stopping_looks_as_drawn(desk: Desk, size: tuple[int, int], name: str) -> None:
    async with playing(desk, size) as player:
        await player.begin()
        await player.press("2", "3", "enter", "enter", "1")
        assert "Grandmother Zhao has died." in player.seen
        await player.press("S")
        assert_picture(player.app, f"stop-{name}")


async def test_who_stops_may_stay_or_leave(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3", "S")
        assert "You stop here. Autumn 1958." in player.seen
        assert "The end" not in player.seen
        await player.press("escape")
        assert player.page == "ReadingPage"
        await player.press("question_mark", "end")
        await player.click("Stop here, and see")
        assert player.page == "StopPage"
        await player.click("to the title")
        assert player.page == "TitlePage"
        assert "Winter 1958, 1 decision" in player.seen


async def test_hints_come_three_times_and_never_again(tmp_path: Path) -> None:
    async with playing(desk_of(small_story(), tmp_path)) as player:
        await player.press("enter", "enter")
        assert_picture(player.app, "hint-80x24")
        await player.press("f", "escape", "space")
        assert "A number takes a choice." in player.seen
        await player.press("1")
        assert "A number takes a choice." in player.seen
        await player.press("3")
        assert "b takes one back" in player.seen
        await player.press("enter")
        assert "b takes one back" not in player.seen
    assert json.loads((tmp_path / "settings.json").read_text())["hinted"] == 3
    async with playing(desk_of(small_story(), tmp_path)) as player:
        await player.press("n", "enter", "enter", "enter")
        assert player.page == "ReadingPage"
        assert "Space goes on. Whatever" not in player.seen
