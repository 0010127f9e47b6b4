"""Your years, the country's, and both in the same units."""

from dataclasses import replace

import pytest

from glfstory.debrief.ledgers import guess, ledgers
from glfstory.debrief.shape import Comparison, OfFact, OfRun
from glfstory.engine.stage import Stage
from glfstory.engine.story import NationalFigure
from tests.debrief.conftest import moment_of
from tests.debrief.village import told_village


def test_your_years_have_all_books_open_and_say_where_each_number_stands(stage: Stage) -> None:
    found = ledgers(stage, moment_of(stage, "match", "honest", "give"))
    assert [(row.year, row.said.words, row.true.words, row.taken.words, row.left.words) for row in found.own] == [
        (1957, "2,000 jin", "1,000 jin", "550 jin", "4.5 jin a head"),
        (1958, "1,000 jin", "1,000 jin", "275 jin", "7.25 jin a head"),
    ]
    assert found.own[0].said.origin == OfRun("said, Autumn 1957")
    assert found.remark == ""


def test_it_is_told_when_the_books_went_into_other_hands(stage: Stage) -> None:
    found = ledgers(stage, moment_of(stage, "honest", "honest", "give"))
    assert found.remark == "By winter 1958 the books were in other hands."


def test_the_countrys_rows_stand_by_year_and_measure_with_their_fact(stage: Stage) -> None:
    rows = ledgers(stage, moment_of(stage, "match", "match", "give")).nation
    assert [(row.year, row.measure, row.figure.words) for row in rows] == [
        (1957, "true", "195 million tons"),
        (1957, "taken", "48 million tons"),
        (1958, "said", "375 million tons"),
        (1958, "true", "200 million tons"),
    ]
    assert all(row.figure.origin == OfFact(("record",)) for row in rows)


def compared(stage: Stage, kind: str) -> Comparison:
    found = ledgers(stage, moment_of(stage, "match", "honest", "give")).compared
    return next(each for each in found if each.id == kind)


@pytest.mark.parametrize(
    ("kind", "own", "country"),
    [
        ("overstated", [2, 1], [[], [1.875]]),
        ("harvest", [100, 100], [[100], [200 / 195 * 100]]),
        ("taken", [55, 27.5], [[48 / 195 * 100], []]),
    ],
)
def test_both_are_told_in_the_same_unit(stage: Stage, kind: str, own: list[float], country: list[list[float]]) -> None:
    rows = compared(stage, kind).years
    assert [row.own.value if row.own else None for row in rows] == pytest.approx(own)
    assert [[each.figure.value for each in row.nation] for row in rows] == [pytest.approx(each) for each in country]


def test_what_the_record_has_nothing_on_is_not_compared(stage: Stage) -> None:
    kinds = [each.id for each in ledgers(stage, moment_of(stage, "match", "match", "give")).compared]
    assert kinds == ["overstated", "harvest", "taken"]


def test_a_series_is_compared_with_itself_and_a_ready_share_stands_beside_what_was_worked_out() -> None:
    base = told_village()
    more = {
        "true-1958-new": NationalFigure("true-1958-new", "true", 198, "million tons", "record", 1958, says="newer"),
        "true-1957-new": NationalFigure("true-1957-new", "true", 190, "million tons", "record", 1957, says="newer"),
        "share": NationalFigure("share", "taken", 20, "percent of the true harvest", "record", 1957, 25, "in a book"),
    }
    stage = Stage(replace(base, nation={**base.nation, **more}))
    harvest = compared(stage, "harvest").years[1].nation
    assert [each.figure.value for each in harvest] == pytest.approx([200 / 195 * 100, 198 / 190 * 100])
    taken = compared(stage, "taken").years[0].nation
    assert [each.figure.words for each in taken][-1] == "20 to 25 percent of the true harvest"


def test_a_guess_is_asked_for_the_countrys_harvests_and_for_none_without_a_record(stage: Stage) -> None:
    asked = guess(stage.story)
    assert asked is not None
    assert (asked.years, asked.unit) == ((1957, 1958), "million tons")
    assert [[each.words for each in year] for year in asked.record] == [["195 million tons"], ["200 million tons"]]
    assert guess(replace(stage.story, nation={})) is None
    assert not ledgers(Stage(replace(stage.story, nation={})), moment_of(stage, "match", "match", "give")).compared


def test_a_story_without_a_ledger_has_no_years() -> None:
    stage = Stage(replace(told_village(), ledger=None))
    found = ledgers(stage, moment_of(stage, "match", "match", "give"))
    assert (found.own, found.compared) == ((), ())
    assert found.nation
