"""The two ledgers: what was said, what was true, what was taken and what was left, year by year."""

from dataclasses import dataclass

from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.pages.meters import value_of

CLOSED = "the books are not yours"
"""What stands in the place of the figures that the player does not see."""


@dataclass(frozen=True, slots=True)
class LedgerYear:
    """One year's figures, in the units of their variables."""

    year: int
    said: float
    true: float | None
    """None where the books are closed to the player."""
    taken: float
    left: float | None
    """None likewise: what was true could be worked out from it."""

    @property
    def is_closed(self) -> bool:
        """Whether the player does not see what was true."""
        return self.true is None


def ledger(stage: Stage, moment: Moment) -> tuple[LedgerYear, ...]:
    """The years that are entered so far. When the run is over, all books are open."""
    columns, rows, closed = stage.story.ledger, [], closed_books(stage, moment)
    years = {season.id: season.year for season in stage.story.seasons}
    for season, state in moment.closes:
        if columns is not None and season in columns.at:
            names = (columns.said, columns.true, columns.taken, columns.left)
            said, true, taken, left = (float(value_of(stage, name, state)) for name in names)
            row = LedgerYear(years[season], said, true, taken, left)
            rows.append(row if season not in closed else LedgerYear(years[season], said, None, taken, None))
    return tuple(rows)


def closed_books(stage: Stage, moment: Moment) -> frozenset[str]:
    """The seasons of whose books the player sees nothing, as they closed or now stand; none when the run is over."""
    columns = stage.story.ledger
    if columns is None or is_ended(moment):
        return frozenset()
    states = {page.season: moment.state for page in moment.pages[-1:]} | dict(moment.closes)
    holds = stage.program.holds
    return frozenset(each for each, state in states.items() if not holds(columns.open, state.values, state.met))


def is_ended(moment: Moment) -> bool:
    """Whether the run is over and its end has been shown."""
    last = moment.pages[-1].kind if moment.pages else ""
    return moment.over and (moment.ending is None or last in ("ending", "coda"))
