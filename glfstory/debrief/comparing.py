"""Village and country in the same units: multiples of the true harvest, parts of it, and what was left a head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from glfstory.debrief.figures import amount
from glfstory.debrief.shape import Compared, Comparison, Figure, Measure, NationRow, OfFact, OfRun, Year

Kind = Literal["overstated", "harvest", "taken", "left"]


@dataclass(frozen=True, slots=True)
class Shown:
    """How one thing is worked out of the columns of a ledger: a column, as a multiple of another."""

    kind: Kind
    title: str
    unit: str
    column: Measure
    over: Measure | None = None
    times: float = 1
    is_from_first: bool = False
    """Whether it is a multiple of the first year's and not of the same year's."""


SHOWN = (
    Shown("overstated", "What was said of the harvest", "times the true harvest", "said", "true"),
    Shown("harvest", "The true harvest", "percent of the first year's", "true", "true", 100, is_from_first=True),
    Shown("taken", "What was taken", "percent of the true harvest", "taken", "true", 100),
    Shown("left", "What was left", "", "left"),
)


def comparisons(own: Sequence[Year], nation: Sequence[NationRow], unit_left: str) -> tuple[Comparison, ...]:
    """Everything that can be said of both; what the record has nothing on is left out."""
    years = sorted({row.year for row in own} | {row.year for row in nation})
    told = (Comparison(each.kind, each.title, each.unit or unit_left, ()) for each in SHOWN)
    rows = [
        replace(made, years=tuple(_compared(year, shown, own, nation, made.unit) for year in years))
        for made, shown in zip(told, SHOWN, strict=True)
    ]
    return tuple(made for made in rows if any(year.nation for year in made.years))


def _compared(year: int, shown: Shown, own: Sequence[Year], nation: Sequence[NationRow], unit: str) -> Compared:
    ours = next((_of_village(row, own[0], shown, unit) for row in own if row.year == year), None)
    return Compared(year, ours, tuple(_of_country(year, shown, nation, unit)))


def _of_village(row: Year, first: Year, shown: Shown, unit: str) -> Figure | None:
    figure: Figure = getattr(row, shown.column)
    if shown.over is None:
        return figure
    below: Figure = getattr(first if shown.is_from_first else row, shown.over)
    if not below.value or not isinstance(figure.origin, OfRun) or not isinstance(below.origin, OfRun):
        return None
    value = shown.times * figure.value / below.value
    return Figure(value, _words(value, unit), OfRun(f"{figure.origin.where}, over {below.origin.where}"))


def _of_country(year: int, shown: Shown, nation: Sequence[NationRow], unit: str) -> Iterator[NationRow]:
    for row in nation:
        if row.year == year and row.measure == shown.column:
            if row.unit == unit:
                yield row
            elif below := _below(row, shown, nation):
                yield _ratio(row, below, shown, unit)


def _below(row: NationRow, shown: Shown, nation: Sequence[NationRow]) -> NationRow | None:
    """What a row is a multiple of: of the same series where there is one."""
    found = [each for each in nation if shown.over and each.measure == shown.over and each.unit == row.unit]
    year = found[0].year if found and shown.is_from_first else row.year
    found = [each for each in found if each.year == year]
    return next((each for each in found if each.says == row.says), found[0] if found else None)


def _ratio(row: NationRow, below: NationRow, shown: Shown, unit: str) -> NationRow:
    value = shown.times * row.figure.value / below.figure.value
    facts = [
        name for each in (row, below) if isinstance(each.figure.origin, OfFact) for name in each.figure.origin.facts
    ]
    origin = OfFact(tuple(dict.fromkeys(facts)))
    return replace(row, figure=Figure(value, _words(value, unit), origin), unit=unit)


def _words(value: float, unit: str) -> str:
    return f"{amount(value)} {unit}"
