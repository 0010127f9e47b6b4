"""The strip of years at nineteen seasons and every width."""

import pytest

from glfstory.app.widgets.strip import strip
from glfstory.pages.meters import SeasonMark

NAMES = ("spring", "summer", "autumn", "winter")
ALL = [(year, name) for year in range(1957, 1963) for name in NAMES][2:21]


def seasons(now: int) -> tuple[SeasonMark, ...]:
    def when(place: int) -> str:
        return "past" if place < now else "now" if place == now else "to come"

    return tuple(SeasonMark(f"{y}-{n}", y, n, when(place)) for place, (y, n) in enumerate(ALL))  # type: ignore[arg-type]


def test_at_80_columns_the_years_and_the_season_by_name() -> None:
    assert strip(seasons(7), 76).plain == (
        "1957 ●●  1958 ●●●●  1959 ●◆○○  1960 ○○○○  1961 ○○○○  1962 ○      Summer 1959"
    )


@pytest.mark.parametrize("width", [40, 56, 60, 76, 130])
def test_all_nineteen_seasons_stand_on_one_line(width: int) -> None:
    for now in range(len(ALL)):
        drawn = strip(seasons(now), width).plain
        assert len(drawn) <= width
        assert (drawn.count("●"), drawn.count("◆"), drawn.count("○")) == (now, 1, 18 - now)
        assert str(ALL[now][0]) in drawn
