"""Your years, and beside them the country's."""

from collections.abc import Iterable
from typing import get_args

from glfstory.debrief.comparing import comparisons
from glfstory.debrief.figures import figure, recorded
from glfstory.debrief.shape import Figure, Guess, Ledgers, Measure, NationRow, OfModel, OfRun, Year
from glfstory.engine.page import State
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import NationalFigure, Story
from glfstory.pages.meters import value_of

MEASURES: tuple[Measure, ...] = get_args(Measure)
ASKS = (
    "What did the whole country harvest in each of these years, as far as it is known today? Guess, or leave it; your "
    "guess is only laid beside the record."
)


def ledgers(stage: Stage, moment: Moment) -> Ledgers:
    """The run's years with all books open, the country's, and both side by side."""
    columns, rows = stage.story.ledger, nation(stage.story)
    if columns is None:
        return Ledgers((), rows, (), "", "")
    own = years_of(stage, moment.closes, OfRun, "")
    unit, unit_left = stage.story.variables[columns.true].unit, stage.story.variables[columns.left].unit
    remark = other_hands(stage, moment.closes)
    return Ledgers(own, rows, comparisons(own, rows, unit_left), unit, unit_left, remark)


def years_of(
    stage: Stage, closes: Iterable[tuple[str, State]], kind: type[OfRun] | type[OfModel], road: str
) -> tuple[Year, ...]:
    """The years that the ledger of a run or a road has come to; `road` is added to where its figures come from."""
    columns = stage.story.ledger
    if columns is None:
        return ()

    def entered(name: str, title: str, state: State) -> Figure:
        return figure(stage, name, float(value_of(stage, name, state)), kind(f"{name}, {title}{road}"))

    names = (columns.said, columns.true, columns.taken, columns.left)
    seasons = {season.id: season for season in stage.story.seasons}
    return tuple(
        Year(seasons[closed].year, *(entered(name, seasons[closed].title, state) for name in names))
        for closed, state in closes
        if closed in columns.at
    )


def other_hands(stage: Stage, closes: Iterable[tuple[str, State]]) -> str:
    """Since when the books were another's, in a sentence; empty words where they never were."""
    ledger = stage.story.ledger
    titles = {season.id: season.title for season in stage.story.seasons}
    for season, state in closes:
        if ledger and season in ledger.at and not stage.program.holds(ledger.open, state.values, state.met):
            return f"By {titles[season][:1].lower()}{titles[season][1:]} the books were in other hands."
    return ""


def nation(story: Story) -> tuple[NationRow, ...]:
    """The record of the country, by year and measure."""
    rows = [
        _row(figure, measure) for figure in story.nation.values() for measure in MEASURES if figure.measure == measure
    ]
    return tuple(sorted(rows, key=lambda row: (row.year, MEASURES.index(row.measure))))


def _row(row: NationalFigure, measure: Measure) -> NationRow:
    return NationRow(row.year, measure, recorded(row), row.unit, row.says)


def guess(story: Story) -> Guess | None:
    """What is asked before the ledgers open; None where the story holds no harvests of the country."""
    rows = [row for row in nation(story) if row.measure == "true"]
    if not rows:
        return None
    years = tuple(dict.fromkeys(row.year for row in rows))
    record = tuple(tuple(row.figure for row in rows if row.year == year) for year in years)
    series = tuple(tuple(row.says for row in rows if row.year == year) for year in years)
    return Guess(ASKS, rows[0].unit, years, record, series if any(map(any, series)) else ())
