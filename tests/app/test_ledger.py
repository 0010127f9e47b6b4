"""The ledgers at every size: all years without scrolling, and the books that are not the player's."""

import pytest

from glfstory.app.screens.ledger import LedgerSheet
from glfstory.app.widgets.ledgerbars import account, bars, figures
from glfstory.pages.ledger import LedgerYear
from glfstory.saving.desk import Desk
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, playing

YEARS = (
    LedgerYear(1957, 520_000, 441_300, 90_000, 566.4),
    LedgerYear(1958, 2_160_000, 620_000, 310_000, 500),
    LedgerYear(1959, 1_400_000, None, 300_000, None),
    LedgerYear(1960, 500_000, None, 120_000, None),
    LedgerYear(1961, 460_000, 400_000, 60_000, 610),
)


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_five_years_stand_on_one_screen(desk: Desk, size: tuple[int, int], name: str) -> None:
    async with playing(desk, size) as player:
        player.app.push_screen(LedgerSheet(YEARS, "jin", "jin a head"))
        await player.pilot.pause()
        assert_picture(player.app, f"ledger-five-years-{name}")
        assert player.app.screen.query_one("#sheet").max_scroll_y == 0
        assert player.seen.count("the books are not yours") >= 2


async def test_figures_come_by_key_and_by_mouse_where_they_do_not_fit_below(desk: Desk) -> None:
    async with playing(desk, SMALL) as player:
        player.app.push_screen(LedgerSheet(YEARS, "jin", "jin a head"))
        await player.pilot.pause()
        await player.press("n")
        assert_picture(player.app, "ledger-figures-80x24")
        assert "n numbers" not in player.seen
        await player.click("bars")
        assert "▒" in player.seen
        assert "n numbers" in player.seen
    async with playing(desk, LARGE) as player:
        player.app.push_screen(LedgerSheet(YEARS, "jin", "jin a head"))
        await player.pilot.pause()
        assert "n numbers" not in player.seen
        assert "20 percent" in player.seen


@pytest.mark.parametrize("width", [60, 72, 88])
def test_no_line_is_longer_than_its_place_and_words_tell_the_rows_apart(width: int) -> None:
    drawn = bars(YEARS, width, loose=False, left_unit="jin a head")
    for part in (drawn, account(YEARS, "jin a head", width), figures(YEARS, 44)):
        assert max(len(line) for line in part.plain.splitlines()) <= width
    assert [drawn.plain.count(word) for word in ("said", "true", "taken")] == [5, 5, 5]
    assert drawn.plain.count("not yours") == 2
    assert "left 566" in drawn.plain
