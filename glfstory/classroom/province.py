"""What the brigades of a class have said so far: it presses on each of them as the neighbours' claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glfstory.classroom.figures import Figures
from glfstory.engine.expressions import rounded
from glfstory.engine.page import State
from glfstory.engine.stage import Stage

Books = Mapping[int, Sequence[Figures]]
"""The figures of every brigade, by its number, each in the order of the years; none yet for who has not reported."""


def neighbours_claim(books: Books, brigade: int, seasons: Sequence[str], true: float) -> float | None:
    """The mean of what the others claim, for a harvest such as this brigade's; None where none of them has reported.

    `seasons` are those of the ledger up to the one that is asked about; what was said later is not heard. Who has
    reported this season counts with that figure. Who has not is expected to be as bold as the last time: it counts with
    as many times `true`, this brigade's own harvest, as it said then, and with `true` itself before its first report. A
    brigade hears it when it opens the report, and it is not changed for it afterwards.
    """
    others = [
        [row for row in rows if row.season in seasons] for number, rows in sorted(books.items()) if number != brigade
    ]
    if not any(others):
        return None
    last = [rows[-1] if rows else None for rows in others]
    claims = [true if row is None else row.said if row.season == seasons[-1] else true * row.times for row in last]
    return sum(claims) / len(claims)


def claim_for(stage: Stage, books: Books, brigade: int, key: tuple[str, str], state: State) -> float | None:
    """What a brigade hears for a season and an input, on the input's own step; `state` tells its own harvest."""
    (season, name), ledger = key, stage.story.ledger
    if ledger is None:
        return None
    ids = [each.id for each in stage.story.seasons]
    so_far = [each for each in ledger.at if ids.index(each) < ids.index(season)]
    true = float(stage.program.question(ledger.true)(state.values, state.met))
    told, outside = neighbours_claim(books, brigade, [*so_far, season], true), stage.story.inputs[name]
    return None if told is None else rounded(told, outside.low, outside.high, outside.step)


@dataclass(frozen=True, slots=True)
class Year:
    """The province in one year: sums over the brigades that have reported."""

    season: str
    brigades: int
    said: float
    true: float
    taken: float
    left: float
    """What was left a head, as a mean over the brigades."""
    padded: int
    """How many said more than they had, by more than a hundredth."""

    @property
    def times(self) -> float:
        """How many times the true harvest was said; 1 where nothing was harvested."""
        return self.said / self.true if self.true else 1.0


def is_padded(row: Figures) -> bool:
    """Whether a brigade said more than it had; a hundredth may be rounding."""
    return row.said > 1.01 * row.true


def years_of(books: Books, seasons: Sequence[str]) -> tuple[Year, ...]:
    """The province's years, in the order of the seasons, as far as anyone has reported."""
    found = []
    for season in seasons:
        rows = [row for _, years in sorted(books.items()) for row in years if row.season == season]
        if rows:
            said, true, taken = (sum(getattr(row, name) for row in rows) for name in ("said", "true", "taken"))
            left = sum(row.left for row in rows) / len(rows)
            found.append(Year(season, len(rows), said, true, taken, left, sum(map(is_padded, rows))))
    return tuple(found)
