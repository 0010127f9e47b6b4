"""Why a meter changed, by key and by a click on it."""

import pytest

from glfstory.saving.desk import Desk
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, playing


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_decisions_stand_with_their_amounts(desk: Desk, size: tuple[int, int], name: str) -> None:
    async with playing(desk, size) as player:
        await player.begin()
        await player.press("1", "3", "w")
        assert_picture(player.app, f"why-changed-{name}")
        assert "-12  You decided: Send up the figure on the scales." in player.seen
        await player.press("w")
        assert "▸ stores" in player.seen
        assert "Nothing has moved it in this season." in player.seen
        await player.press("escape")
        assert player.page == "ReadingPage"


async def test_a_click_on_a_meter_asks_about_it_and_all_goes_by_mouse(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3", "enter", "enter", "2")
        await player.click("stores")
        assert "▸ stores" in player.seen
        assert "-10  You decided: Put half aside." in player.seen
        await player.click("  standing")
        assert "▸ standing" in player.seen
        await player.click("season before")
        assert "Autumn 1958   55 → 43" in player.seen
        await player.click("season after")
        assert "Winter 1958" in player.seen
        await player.click("close")
        assert player.page == "ReadingPage"


async def test_no_figures_are_asked_for_beside_a_death(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3", "enter", "enter", "1")
        assert "Grandmother Zhao has died." in player.seen
        await player.press("w")
        assert player.page == "ReadingPage"
