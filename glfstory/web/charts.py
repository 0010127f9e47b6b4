"""Bars as numbers that a template draws: lengths in hundredths of the longest; and large amounts in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from glfstory.classroom.figures import Figures
from glfstory.classroom.outcome import Outcome
from glfstory.classroom.province import Year
from glfstory.pages.ledger import LedgerYear

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Bar:
    """One year's bars, from 0 to 100 each."""

    label: str
    said: float
    true: float | None
    guess: float | None = None
    says: str = ""
    """The figure that is reported, in words, where no table beneath the bars has it."""


def _bars(rows: Sequence[tuple[str, float, float | None, float | None]]) -> tuple[Bar, ...]:
    longest = max((number for row in rows for number in row[1:] if isinstance(number, float | int)), default=1) or 1

    def share(number: float | None) -> float | None:
        return None if number is None else round(100 * number / longest, 1)

    return tuple(Bar(label, share(said) or 0, share(true), share(guess)) for label, said, true, guess in rows)


def bars(years: Sequence[LedgerYear]) -> tuple[Bar, ...]:
    """A brigade's years."""
    return _bars([(str(year.year), year.said, year.true, None) for year in years])


def book_bars(years: Sequence[Figures], labels: Mapping[str, int]) -> tuple[Bar, ...]:
    """A brigade's years as a class keeps them, by the year of each season."""
    return _bars([(str(labels[row.season]), row.said, row.true, None) for row in years])


def province_bars(found: Outcome) -> tuple[Bar, ...]:
    """A province's years, with what the class guessed."""
    rows = found.roads[0].years
    return _bars([(str(found.labels[row.season]), row.said, row.true, found.guesses.get(row.season)) for row in rows])


def believed_bars(years: Sequence[Year], labels: dict[str, int], unit: str) -> tuple[Bar, ...]:
    """What a province says of its years, in words too, and nothing else."""
    drawn = _bars([(str(labels[row.season]), row.said, None, None) for row in years])
    return tuple(replace(bar, says=_reported(row, unit)) for bar, row in zip(drawn, years, strict=True))


def _reported(year: Year, unit: str) -> str:
    brigades = f"{year.brigades} brigade{'s report' if year.brigades != 1 else ' reports'} it"
    return f"{f'{amount(year.said)} {unit}'.rstrip()}, as {brigades}"


def amount(number: float) -> str:
    """A large number to be read from the last row: `13.5 million`."""
    return f"{number / MILLION:,.1f} million" if number >= 10 * MILLION else f"{number:,.0f}"
