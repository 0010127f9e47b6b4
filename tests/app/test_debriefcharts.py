"""The debrief's charts as text: nothing is longer than its place, and letters tell what colours might."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.app.widgets.roadchart import Track, road_chart
from glfstory.app.widgets.rowbars import row_bars
from glfstory.debrief.charts import BarChart, compared_chart, guess_chart, nation_charts
from tests.debriefed import debriefed

YEARS = ("1957", "1958", "1959")


def charts() -> list[BarChart]:
    found = debriefed()
    assert found.guess
    made = [*nation_charts(found.ledgers.nation), *map(compared_chart, found.ledgers.compared)]
    return [*made, guess_chart(found.guess, (200, None, 3))]


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
@pytest.mark.parametrize("width", [72, 100])
def test_bars_find_room_and_figures_stand_under_each_other(chart: BarChart, width: int) -> None:
    signs = {"levy": "¹", "sputnik": "²"}
    rows = row_bars(chart, width, signs).plain.splitlines()
    assert max(map(len, rows)) <= width
    bars = [bar for group in chart.groups for bar in group.bars]
    for row, bar in zip(rows, bars, strict=True):
        assert bar.told in row
        assert row.rstrip().endswith(bar.word)
    assert len({row.index(f"  {bar.word}") for row, bar in zip(rows, bars, strict=True)}) == 1


def test_roads_stand_where_their_numbers_are_and_side_by_side_where_these_are_alike() -> None:
    tracks = [Track("A", (0, 50, 100)), Track("B", (0, 100, None))]
    rows = road_chart(YEARS, tracks, 60, 13).plain.splitlines()
    assert len(rows) == 12
    places = {letter: [(n, row.index(letter)) for n, row in enumerate(rows) if letter in row] for letter in "AB"}
    assert [row for row, _ in places["A"]] == [0, 5, 10]
    assert [row for row, _ in places["B"]] == [0, 10]
    assert "AB" in rows[10]
    assert rows[0].startswith("100┤")
    assert rows[10].startswith("  0┤")
    assert sorted(YEARS, key=rows[-1].index) == list(YEARS)


def test_a_band_lies_behind_its_line() -> None:
    tracks = [Track("A", (50, 50, 50), ((40, 60),) * 3), Track("B", (90, 90, 90), ((80, 100),) * 3)]
    drawn = road_chart(YEARS, tracks, 60, 13).plain
    first, second = (next(row for row in drawn.splitlines() if letter in row) for letter in "AB")
    assert "░" in drawn
    assert "▒" in drawn
    assert "·" in first
    assert "·" in second


amounts = st.none() | st.floats(0, 1e7)


@given(st.lists(st.tuples(amounts, amounts, amounts), min_size=1, max_size=5), st.integers(40, 120), st.integers(6, 20))
def test_it_keeps_to_its_place_for_any_numbers(found: list[tuple[float | None, ...]], width: int, rows: int) -> None:
    tracks = [Track(letter, each) for letter, each in zip("ABCDE", found, strict=False)]
    drawn = road_chart(YEARS, tracks, width, rows).plain.splitlines()
    assert max(map(len, drawn)) <= width
    assert len(drawn) == rows - 1
    assert all("│" in row or "┤" in row for row in drawn[:-1])
