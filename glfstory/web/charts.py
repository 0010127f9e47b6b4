"""Bars for ledgers, as numbers that a template draws: lengths in hundredths of the longest."""

from collections.abc import Sequence
from dataclasses import dataclass

from glfstory.pages.ledger import LedgerYear


@dataclass(frozen=True, slots=True)
class Bar:
    """One year's bars, from 0 to 100 each."""

    year: str
    said: float
    true: float | None
    taken: float


def bars(years: Sequence[LedgerYear]) -> tuple[Bar, ...]:
    """A brigade's years."""
    longest = max((max(year.said, year.true or 0) for year in years), default=1) or 1

    def share(number: float) -> float:
        return round(100 * number / longest, 1)

    return tuple(
        Bar(str(year.year), share(year.said), None if year.true is None else share(year.true), share(year.taken))
        for year in years
    )
