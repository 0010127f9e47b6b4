"""Ledger, village, archive, chronicle, help and palette over the page."""

import gc

import pytest

from glfstory.saving.desk import Desk
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, Player, playing


async def _second_season(player: Player) -> None:
    await player.begin()
    await player.press("2", "3", "enter", "enter")


@pytest.mark.parametrize(("key", "name"), [("l", "ledger"), ("v", "village"), ("c", "chronicle"), ("a", "archive")])
async def test_sheets_look_as_drawn_and_close(desk: Desk, key: str, name: str) -> None:
    async with playing(desk, LARGE) as player:
        await _second_season(player)
        before = player.seen
        await player.press(key)
        assert_picture(player.app, f"{name}-140x45")
        await player.press("escape")
        assert player.seen == before


@pytest.mark.parametrize("key", ["l", "v", "c"])
async def test_sheets_have_something_to_say_at_the_very_beginning(desk: Desk, key: str) -> None:
    async with playing(desk) as player:
        await player.press("enter", "enter", key)
        assert "Esc close" in player.seen


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_only_the_keys_of_the_sheet_in_front_are_shown(desk: Desk, size: tuple[int, int]) -> None:
    async with playing(desk, size) as player:
        await player.begin()
        assert player.seen.count("? help") == 1
        for key in ("f", "escape", "v", "enter", "escape", "escape", "question_mark"):
            await player.press(key)
            assert ("f the record" in player.seen) is (player.page == "ReadingPage")


async def test_a_sheet_that_is_longer_than_its_place_says_so(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("question_mark")
        assert "Space scroll" in player.seen
        assert "Take a choice." in player.seen
        await player.press("space", "space", "space")
        assert "Take a choice." not in player.seen
        await player.press("escape", "l")
        assert "Space scroll" not in player.seen


async def test_chronicle_goes_back_to_a_decision(desk: Desk) -> None:
    async with playing(desk) as player:
        await _second_season(player)
        await player.press("1", "c", "up", "enter")
        assert "Send up the figure on the scales." in player.seen


async def test_archive_finds_as_you_type(desk: Desk) -> None:
    async with playing(desk, LARGE) as player:
        await _second_season(player)
        await player.press("a", *"sputnik")
        assert "2 cards" in player.seen
        assert "3000 jin a mu" in player.seen
        await player.press(*"zzz")
        assert "0 cards" in player.seen
        assert "Nothing that is open yet holds this word." in " ".join(player.seen.split())
        await player.press(*["backspace"] * 3)
        assert "Nothing that is open yet" not in player.seen
        await player.press("escape")
        assert player.page == "ReadingPage"


async def test_the_archive_opens_with_the_seasons(desk: Desk) -> None:
    async with playing(desk, LARGE) as player:
        await _second_season(player)
        await player.press("a", *"bid")
        assert "September 1958: Bids" in player.seen
        assert "A bid goes over the loudspeaker." in player.seen
        await player.press(*["backspace"] * 3, *"thaw")
        assert "0 cards" in player.seen


async def test_help_names_every_command(desk: Desk) -> None:
    async with playing(desk) as player:
        await _second_season(player)
        await player.press("question_mark")
        for words in ("Take a choice.", "See the two ledgers", "Change to the next theme", "Find any command"):
            assert words in player.seen or player.app.screen.query_one("#sheet").max_scroll_y > 0
        await player.press("escape")
        assert player.page == "ReadingPage"


async def test_foot_is_a_row_of_buttons(desk: Desk) -> None:
    async with playing(desk) as player:
        await _second_season(player)
        await player.click("village")
        assert player.page == "VillageSheet"
        await player.click("close")
        assert player.page == "ReadingPage"


async def test_palette_holds_the_commands_of_the_screen_and_the_themes(desk: Desk) -> None:
    async with playing(desk) as player:
        await _second_season(player)
        offered = {command.title: command.callback for command in player.app.get_system_commands(player.app.screen)}
        assert {"Ledgers", "Village", "Undo", "Help", "Theme: lamp"} <= offered.keys()
        offered["Theme: lamp"]()
        assert player.app.theme == "lamp"
        await offered["Chronicle"]()
        await player.pilot.pause()
        assert player.page == "ChronicleSheet"


async def test_nothing_is_kept_of_sheets_that_are_closed(desk: Desk) -> None:
    async with playing(desk, LARGE) as player:
        await player.begin()

        async def painters_after(rounds: int) -> int:
            for _ in range(rounds):
                for key in "lvac":
                    await player.press(key, "q")
            gc.collect()
            return sum(type(each).__name__ == "StylesCache" for each in gc.get_objects())

        painters = await painters_after(1)
        assert await painters_after(2) == painters
