"""What the brigades of a class have said so far: it presses on each of them as the neighbours' claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glfstory.classroom.figures import Figures

Books = Mapping[int, Sequence[Figures]]
"""The figures of each brigade, by its number, each in the order of the years."""


def neighbours_claim(books: Books, brigade: int, seasons: Sequence[str], true: float) -> float | None:
    """The mean of what the others claim, for a harvest such as this brigade's; None where none of them has reported.

    `seasons` are those of the ledger up to the one that is asked about; what was said later is not heard. Who has
    reported this season counts with that figure. Who has not is expected to be as bold as the last time: it counts with
    as many times `true`, this brigade's own harvest, as it said then. A brigade hears it when it opens the report, and
    it is not changed for it afterwards.
    """
    heard = {number: [row for row in years if row.season in seasons] for number, years in sorted(books.items())}
    last = [years[-1] for number, years in heard.items() if number != brigade and years]
    claims = [row.said if row.season == seasons[-1] else true * row.times for row in last]
    return sum(claims) / len(claims) if claims else None


@dataclass(frozen=True, slots=True)
class Year:
    """The province in one year: sums over the brigades that have reported."""

    season: str
    brigades: int
    said: float
    true: float
    taken: float
    padded: int
    """How many said more than they had, by more than a hundredth."""

    @property
    def times(self) -> float:
        """How many times the true harvest was said; 1 where nothing was harvested."""
        return self.said / self.true if self.true else 1.0


def years_of(books: Books, seasons: Sequence[str]) -> tuple[Year, ...]:
    """The province's years, in the order of the seasons, as far as anyone has reported."""
    found = []
    for season in seasons:
        rows = [row for _, years in sorted(books.items()) for row in years if row.season == season]
        if rows:
            said, true = sum(row.said for row in rows), sum(row.true for row in rows)
            padded = sum(row.said > 1.01 * row.true for row in rows)
            found.append(Year(season, len(rows), said, true, sum(row.taken for row in rows), padded))
    return tuple(found)
