"""The debrief on the screen: a guess first, every part by key and by mouse, and what is worked out behind it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from glfstory.app.screens.debrief import DebriefPage
from glfstory.app.theme import THEMES
from glfstory.debrief.bands import Step
from glfstory.engine.stage import Stage
from glfstory.engine.story import Aftermath
from glfstory.saving.desk import Desk
from tests.app.conftest import desk_of, small_story
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, Player, playing
from tests.app.test_export import walk_on
from tests.debriefed import NASTY, bands, debriefed, moves
from tests.exporting.conftest import played

SIZES = pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
PARTS = ("guess", "ledgers", "roads", "moves", "record", "papers")


class Weathers:
    """Stands for the runs in other weathers: it stops after some of them until it is let go."""

    def __init__(self) -> None:
        self.go, self.ended = Event(), Event()
        self.is_done = False

    def bands(self, *_: object) -> Iterator[Step]:
        try:
            yield 60, 200, None
            self.go.wait(10)
            yield 120, 200, None
            self.is_done = True
            yield 200, 200, bands()
        finally:
            self.ended.set()


@pytest.fixture
def weathers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Weathers:
    made = Weathers()
    monkeypatch.setattr("glfstory.debrief.bands.bands", made.bands)
    monkeypatch.setattr("glfstory.debrief.moving.moves", lambda *_: moves())
    monkeypatch.chdir(tmp_path)
    return made


@asynccontextmanager
async def debriefing(desk: Desk, weathers: Weathers, size: tuple[int, int] = SMALL) -> AsyncIterator[Player]:
    """The app with the debrief open; the other weathers are let go at the end."""
    stage = Stage(small_story())
    async with playing(desk, size) as player:
        player.app.push_screen(DebriefPage(stage, played(stage, "more", "eat", "wait"), debriefed()))
        await player.until("DebriefPage")
        await player.pilot.pause()
        try:
            yield player
        finally:
            weathers.go.set()


async def worked_out(player: Player, weathers: Weathers) -> None:
    """Lets the other weathers come to their end."""
    weathers.go.set()
    await player.app.workers.wait_for_complete()
    await player.pilot.pause()


@SIZES
@pytest.mark.parametrize("part", PARTS)
async def test_every_part_has_its_page(
    desk: Desk, weathers: Weathers, size: tuple[int, int], name: str, part: str
) -> None:
    async with debriefing(desk, weathers, size) as player:
        await worked_out(player, weathers)
        await player.press(*["tab"] * PARTS.index(part))
        assert_picture(player.app, f"debrief-{part}-{name}")


async def test_a_guess_is_laid_beside_the_record_and_kept_nowhere(
    desk: Desk, weathers: Weathers, tmp_path: Path
) -> None:
    async with debriefing(desk, weathers) as player:
        await player.press("8", "8", "8", "comma", "enter", "enter")
        assert "the record" not in player.seen
        await player.press("9", "enter")
        assert_picture(player.app, "debrief-guessed-80x24")
        await player.press("tab", "shift+tab")
        assert "888" in player.seen, "it is not asked again"
        await worked_out(player, weathers)
        await player.press("h", "x")
    for made in tmp_path.glob("*debrief*"):
        assert "888" not in made.read_text("utf-8")


async def test_a_guess_that_is_passed_over_leaves_the_record_alone(desk: Desk, weathers: Weathers) -> None:
    async with debriefing(desk, weathers) as player:
        await player.press("tab", "shift+tab")
        assert "the record" in player.seen
        assert "your guess" not in player.seen


async def test_bands_come_behind_the_lines_while_one_reads(desk: Desk, weathers: Weathers) -> None:
    async with debriefing(desk, weathers, LARGE) as player:
        await player.press("tab", "tab")
        assert "A" in player.seen, "the lines are there at once"
        assert "░" not in player.seen
        while "30 percent" not in player.seen:
            await player.pilot.pause()
        assert_picture(player.app, "debrief-playing-140x45")
        await worked_out(player, weathers)
        assert "░" in player.seen
        assert "percent" not in player.seen
        assert "In nine of ten other weathers: from 49 to 76" in player.seen


async def test_leaving_drops_what_is_still_worked_out(desk: Desk, weathers: Weathers) -> None:
    async with debriefing(desk, weathers) as player:
        await player.press("escape")
        assert player.page == "TitlePage"
        weathers.go.set()
        assert weathers.ended.wait(10)
    assert not weathers.is_done


async def test_roads_and_measures_are_turned_over(desk: Desk, weathers: Weathers) -> None:
    async with debriefing(desk, weathers, LARGE) as player:
        await worked_out(player, weathers)
        await player.press("tab", "tab")
        for road in ("honest reports", "typical reports", "honest neighbours"):
            await player.press("r")
            assert f"░ your run, ▒ {road}" in player.seen
        await player.press("r")
        assert "▒" not in player.seen
        titles = (
            "What was said, in jin",
            "What was taken, in jin",
            "The true harvest, in jin",
            "What was left, in jin a",
        )
        for title in titles:
            await player.press("m")
            assert title in player.seen


@pytest.mark.parametrize(("key", "word", "ending"), [("h", "page", "html"), ("x", "text", "md")])
async def test_a_file_is_written_once_all_is_worked_out_and_never_over_another(
    desk: Desk, weathers: Weathers, tmp_path: Path, key: str, word: str, ending: str
) -> None:
    made = tmp_path / f"small-7-debrief.{ending}"
    async with debriefing(desk, weathers, LARGE) as player:
        await player.press("tab", key)
        assert "Other weathers are still" in player.seen
        assert not made.exists()
        await worked_out(player, weathers)
        first = made.read_text("utf-8")
        made.write_text("mine")
        await player.click(f"{key} {word}")
    assert made.read_text() == "mine"
    assert made.with_name(f"small-7-debrief-2.{ending}").read_text("utf-8") == first
    assert "Small Story" in first


async def test_the_mouse_alone_goes_everywhere(desk: Desk, weathers: Weathers) -> None:
    async with debriefing(desk, weathers) as player:
        await player.click("Record")
        await player.click("Sputniks¹")
        assert player.page == "DebriefPage"
        await player.click("¹")
        assert player.page == "CardSheet"
        assert "A new record was called a sputnik." in player.seen
        await player.click("in the archive")
        await player.until("ArchiveSheet")
        await player.click("close")
        await player.click("Guess")
        assert "the record" in player.seen
        await player.click("ending")
        assert player.page == "TitlePage"


async def test_signs_open_their_cards_by_key(desk: Desk, weathers: Weathers) -> None:
    async with debriefing(desk, weathers) as player:
        await player.press("tab", "f")
        assert "The levy followed the report." in player.seen
        await player.press("f")
        assert "A new record was called a sputnik." in player.seen
        await player.press("escape")
        assert player.page == "DebriefPage"


async def test_words_stay_words_in_every_theme(desk: Desk, weathers: Weathers) -> None:
    async with debriefing(desk, weathers, LARGE) as player:
        await worked_out(player, weathers)
        for theme in THEMES:
            player.app.theme = theme
            await player.press("tab")
            seen = [player.seen]
            for _ in PARTS[1:]:
                await player.press("tab")
                seen.append(player.seen)
            assert sum(NASTY in each for each in seen) == 4


async def test_d_opens_it_on_the_ending_alone(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("d")
        assert player.page == "ReadingPage"
        await walk_on(player)
        assert "d debrief" in player.seen
        await player.press("d")
        assert player.page == "DebriefPage"
        assert "said  ▒" in player.seen, "a story without a record of the country asks for no guess"
        assert "Papers" not in player.seen
        await player.app.workers.wait_for_complete()
        await player.press("tab")
        assert "names no other roads" in player.seen
        await player.press("escape")
        assert player.page == "ReadingPage"
        assert "It is over." in player.seen


async def test_keys_that_are_no_numbers_do_what_they_always_do_while_a_number_is_awaited(
    desk: Desk, weathers: Weathers
) -> None:
    async with debriefing(desk, weathers) as player:
        await player.press("1", "9", "question_mark")
        assert player.page == "HelpSheet"
        await player.press("escape")
        assert "19" in player.seen


def reflected(tmp_path: Path) -> Desk:
    """A desk with a story that says something of a run that is over."""
    (tmp_path / "settings.json").write_text('{"hinted": 3}', encoding="utf-8")
    return desk_of(replace(small_story(), aftermath=Aftermath(composed=("The village is invented.",))), tmp_path)


@SIZES
@pytest.mark.parametrize("key", ["space", "enter"])
async def test_going_on_from_the_last_page_opens_the_debrief_and_from_there_the_title(
    tmp_path: Path, weathers: Weathers, size: tuple[int, int], name: str, key: str
) -> None:
    async with playing(reflected(tmp_path), size) as player:
        await player.begin()
        await walk_on(player)
        assert "▸ Go on to the debrief" in player.seen
        await player.press(key)
        await player.until("DebriefPage")
        assert "Esc title" in player.seen
        weathers.go.set()
        await player.press("escape")
        await player.until("TitlePage")
        assert_picture(player.app, f"title-debrief-{name}")
        await player.click("The debrief")
        await player.until("DebriefPage")
        await player.press("q")
        assert player.page == "TitlePage"


@pytest.mark.parametrize("by_key", [True, False])
async def test_the_last_page_may_be_left_without_the_debrief(tmp_path: Path, by_key: bool) -> None:
    async with playing(reflected(tmp_path)) as player:
        await player.begin()
        await walk_on(player)
        await (player.press("q") if by_key else player.click("Close the book"))
        assert player.page == "TitlePage"


@SIZES
async def test_space_reads_the_debrief_from_end_to_end(
    desk: Desk, weathers: Weathers, size: tuple[int, int], name: str
) -> None:
    async with debriefing(desk, weathers, size) as player:
        await worked_out(player, weathers)
        await player.press("space")
        assert "Enter goes on, Tab passes it over." in player.seen, "it does not pass over the guess"
        await player.press("enter", "enter", "enter")
        assert "the record, older series" in player.seen
        assert "the record, revised" in player.seen
        assert "Space go on" in player.seen
        for heading in ("Ledgers", "Other road", "What moved", "Record", "Papers"):
            for _ in range(20):
                if f"▸ {heading}" in player.seen:
                    break
                await player.press("space" if heading != "Papers" else "enter")
            assert f"▸ {heading}" in player.seen
        await player.press(*["space"] * 9)
        assert "▸ Papers" in player.seen
        assert "Space go on" not in player.seen
