"""The title: painted before the story is open, and the way into a run."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from glfstory.app.app import StoryApp
from glfstory.engine.run import begin, choose
from glfstory.engine.story import Ending, Length, Story
from glfstory.saving.desk import Desk
from glfstory.saving.places import Places
from tests.app.branches import run_of
from tests.app.conftest import desk_of, entrance_of, small_story
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, Player, playing


async def test_title_offers_to_begin(desk: Desk) -> None:
    async with playing(desk) as player:
        assert_picture(player.app, "title-80x24")


async def test_title_is_painted_before_the_story_is_open_and_keys_wait(tmp_path: Path) -> None:
    may_open = threading.Event()

    def read() -> Story:
        may_open.wait(10)
        return small_story()

    desk = Desk("Small Story", read, Places(tmp_path / "saves", tmp_path / "settings.json", tmp_path / "cache"))
    app = StoryApp(entrance_of(desk))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        player = Player(app, pilot)
        assert "A small history" in player.seen
        assert "Begin" not in player.seen
        await player.press("down", "enter", "enter")
        may_open.set()
        await app.workers.wait_for_complete()
        await player.until("NotePage")


async def test_note_comes_before_a_new_run_and_may_be_read_again(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.press("enter")
        assert "This story is about a famine." in player.seen
        await player.press("escape")
        assert player.page == "TitlePage"
        await player.click("Content note")
        assert "You can stop at any time." in player.seen
        await player.press("enter")
        assert player.page == "TitlePage"


async def test_run_goes_on_in_another_session(desk: Desk, tmp_path: Path) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3")
    async with playing(desk_of(small_story(), tmp_path)) as player:
        assert "Winter 1958, 1 decision" in player.seen
        await player.press("enter")
        assert "The operator asks you to repeat it, slowly." in player.seen


async def test_leaving_to_the_title_and_going_on(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3", "q")
        assert "▸ Continue" in player.seen
        await player.press("c")
        assert "The operator asks you to repeat it, slowly." in player.seen


async def test_a_run_that_is_over_offers_its_end_again(desk: Desk) -> None:
    desk.open()
    run = begin(desk.stage.story, 1)
    for choice in ("honest", "save", "sow"):
        run = choose(desk.stage, run, choice)
    desk.keep(run)
    async with playing(desk) as player:
        assert "▸ Read the end again" in player.seen
        await player.press("enter")
        assert "It is over." in player.seen


async def test_beginning_anew_asks_before_a_kept_run_is_replaced(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3", "q", "n")
        assert "puts this one aside" in " ".join(player.seen.split())
        await player.click("Keep it")
        assert "Continue" in player.seen
        await player.press("n", "enter", "enter")
        assert player.page == "ReadingPage"


async def test_length_is_asked_where_there_are_several(tmp_path: Path) -> None:
    short = Length("short", "One season", "1958-winter", "1958-winter")
    story = replace(small_story(), lengths={"full": Length("full", "All of it"), "short": short})
    async with playing(desk_of(story, tmp_path)) as player:
        await player.press("enter")
        assert "How long may it be?" in player.seen
        await player.click("One season")
        await player.press("enter")
        assert "The bowl" in player.seen


async def test_story_that_cannot_be_played_says_so_here_and_after_leaving(tmp_path: Path) -> None:
    async with playing(desk_of("The story has 3 errors; run `glfstory check`.", tmp_path)) as player:
        assert "run `glfstory check`" in player.seen
        await player.press("enter")
        assert player.app.title_page.problem == "The story has 3 errors; run `glfstory check`."


async def test_damaged_save_is_told(tmp_path: Path) -> None:
    (tmp_path / "saves" / "small").mkdir(parents=True)
    (tmp_path / "saves" / "small" / "autosave.json").write_text("{", encoding="utf-8")
    async with playing(desk_of(small_story(), tmp_path)) as player:
        assert "could not be read" in player.seen
        await player.begin()
        assert player.page == "ReadingPage"


async def test_the_title_leads_to_the_settings_and_names_the_theme(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.click("newsprint and ink")
        assert player.page == "SettingsSheet"
        await player.click("Theme")
        await player.press("escape")
        assert player.page == "TitlePage"
        assert "lamp" in player.seen


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_a_long_ending_stays_in_its_column(tmp_path: Path, size: tuple[int, int], name: str) -> None:
    long = Ending("end", "The scale that told the truth and was put away in a shed for it", (), rank=1)
    desk = desk_of(replace(small_story(), endings={"end": long}), tmp_path)
    desk.keep(run_of(desk, "honest", "save", "sow"))
    async with playing(desk, size) as player:
        assert_picture(player.app, f"title-over-{name}")
