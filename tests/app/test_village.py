"""The village: a line a household, a page for each, by keys alone and by mouse alone."""

from dataclasses import replace

import pytest

from glfstory.app.screens.village import VillageSheet
from glfstory.pages.village import Home, Resident
from glfstory.pages.words import say
from glfstory.saving.desk import Desk
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, playing

ZHAO = Home(
    "zhao",
    "The Zhao house",
    (say("Your own kin, poor peasants, across the lane from Li Dehou's gate. The blue-rimmed bowl is on the sill."),),
    (
        Resident("Grandmother Zhao", 1889, "dead", "Winter 1959", 70, (say("Grandmother Zhao died in her own bed."),)),
        Resident("Zhao Shuli", 1923, "taken", "Spring 1960", 37, (say("They came for your brother at noon."),)),
        Resident("Shitou", 1946, "here", "", 14),
        Resident("Sanmao", None, "here", "Autumn 1959", None, (say("Sanmao was born."),)),
    ),
    "Spring 1960",
)
GONE = Home("he", "The He house", (), (Resident("He Fugui", 1911, "left", "Spring 1959", 49),), "Spring 1959")
HOMES = (ZHAO, GONE, *(replace(ZHAO, id=f"h{n}", title=f"The house of Li number {n}") for n in range(3, 13)))


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_twelve_households_and_a_page_of_one(desk: Desk, size: tuple[int, int], name: str) -> None:
    async with playing(desk, size) as player:
        player.app.push_screen(VillageSheet(HOMES))
        await player.pilot.pause()
        assert_picture(player.app, f"village-twelve-{name}")
        assert player.app.screen.query_one("#sheet").max_scroll_y == 0
        await player.press("enter")
        assert_picture(player.app, f"household-{name}")


async def test_a_household_says_whom_its_last_change_was_about(desk: Desk) -> None:
    born = Resident("Xinhua", 1958, "here", "Spring 1958")
    dead = Resident("Granny", 1889, "dead", "Autumn 1960")
    old, son = Resident("Li", 1920, "here", ""), Resident("Li Hua", 1940, "left", "Autumn 1960")
    homes = (
        Home("a", "A", (), (old, born), "Spring 1958"),
        Home("b", "B", (), (old, born, dead), "Autumn 1960"),
        Home("c", "C", (), (dead, dead, son), "Autumn 1960"),
        Home("d", "D", (), (old,)),
    )
    async with playing(desk) as player:
        player.app.push_screen(VillageSheet(homes))
        await player.pilot.pause()
        assert "2 here; one born, Spring 1958" in player.seen
        assert "2 here; one dead, Autumn 1960" in player.seen
        assert "nobody; one left, two dead, Autumn 1960" in player.seen
        assert "1 here\n" in "\n".join(line.rstrip(" │") for line in player.seen.splitlines())
        assert "since" not in player.seen


async def test_pages_are_turned_by_keys_and_the_list_remembers(desk: Desk) -> None:
    async with playing(desk) as player:
        player.app.push_screen(VillageSheet(HOMES))
        await player.pilot.pause()
        await player.press("enter", "n")
        assert "He Fugui  49  left, Spring 1959" in player.seen
        await player.press("p", "p")
        assert "The house of Li number 12" in player.seen
        assert "12 of 12" in player.seen
        await player.press("escape")
        assert "▸ The house of Li number 12" in player.seen
        await player.press("escape")
        assert player.page == "TitlePage"


async def test_pages_are_turned_by_mouse_alone(desk: Desk) -> None:
    async with playing(desk) as player:
        player.app.push_screen(VillageSheet(HOMES))
        await player.pilot.pause()
        await player.click("The He house")
        assert "He Fugui  49" in player.seen
        await player.click("next house")
        assert "The house of Li number 3" in player.seen
        await player.click("close")
        await player.click("close")
        assert player.page == "TitlePage"
