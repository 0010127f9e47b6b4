"""What a brigade hears from the others, and what the province adds up to."""

import pytest

from glfstory.classroom.figures import Figures, report_scenes
from glfstory.classroom.province import neighbours_claim, years_of
from tests.classroom.small import province


def year(season: str, said: float, true: float) -> Figures:
    return Figures(season, said, true, 0, 0, "pupil", closed=True)


@pytest.mark.parametrize(
    ("books", "hears"),
    [
        ({}, None),
        ({1: [year("b", 900, 100)]}, None),
        ({2: [year("b", 120, 100)]}, 120),
        ({2: [year("b", 120, 100)], 3: []}, 85),
        ({2: [year("b", 120, 100)], 3: [year("b", 100, 100)]}, 110),
        ({2: [year("a", 150, 100)]}, 75),
        ({2: [year("c", 150, 100)]}, None),
        ({2: [year("a", 150, 100), year("b", 60, 50), year("c", 900, 10)], 3: [year("a", 100, 100)]}, 55),
    ],
)
def test_a_brigade_hears_the_mean_of_the_others(books: dict[int, list[Figures]], hears: float | None) -> None:
    assert neighbours_claim(books, 1, ["a", "b"], 50) == hears


def test_the_years_add_up_and_count_who_padded() -> None:
    books = {1: [year("a", 100, 100), year("b", 90, 80)], 2: [year("a", 150, 100)]}
    one, two = years_of(books, ["a", "b", "c"])
    assert (one.brigades, one.said, one.true, one.padded, one.times) == (2, 250, 200, 1, 1.25)
    assert (two.brigades, two.said, two.padded) == (1, 90, 1)


def test_a_report_is_where_the_ledger_is_set() -> None:
    assert report_scenes(province()) == {"report-autumn-1", "report-autumn-2"}
