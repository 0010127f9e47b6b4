"""The two ledgers: what was said, what was true, what was taken and what was left, year by year."""

from dataclasses import dataclass

from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.pages.meters import value_of


@dataclass(frozen=True, slots=True)
class LedgerYear:
    """One year's figures, in the units of their variables."""

    year: int
    said: float
    true: float
    taken: float
    left: float


def ledger(stage: Stage, moment: Moment) -> tuple[LedgerYear, ...]:
    """The years whose books are closed so far."""
    columns, rows = stage.story.ledger, []
    years = {season.id: season.year for season in stage.story.seasons}
    for season, state in moment.closes:
        if columns is not None and season in columns.at:
            names = (columns.said, columns.true, columns.taken, columns.left)
            rows.append(LedgerYear(years[season], *(float(value_of(stage, name, state)) for name in names)))
    return tuple(rows)
