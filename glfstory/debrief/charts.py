"""What is drawn of a debrief, as plain data: bars in groups for the ledgers, and rows of figures for the roads."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from glfstory.debrief.shape import (
    Bands,
    Compared,
    Comparison,
    Figure,
    Guess,
    Ledgers,
    Measure,
    NationRow,
    OfRun,
    Road,
    Spread,
    Year,
)

OURS, THEIRS = "your village", "the country"
UNKNOWN = "–"
"""Stands where there is no figure."""
GRAIN: tuple[Measure, ...] = ("said", "true", "taken")
ORDER: tuple[Measure, ...] = ("left", "said", "taken", "true")
"""The measures in the order in which roads are compared."""
TITLES = {"left": "What was left", "said": "What was said", "taken": "What was taken", "true": "The true harvest"}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its word, its figure, the figure without its unit, and how it is filled."""

    word: str
    figure: Figure | None
    told: str
    look: Measure


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under one heading, such as a year."""

    heading: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Groups of bars in one unit."""

    id: str
    title: str
    says: str
    unit: str
    groups: tuple[Group, ...]


def bare(figure: Figure, unit: str) -> str:
    """The words of a number without a unit that stands elsewhere."""
    return figure.words.removesuffix(unit).strip() if unit else figure.words


def figure_of(year: Year, measure: Measure) -> Figure:
    """One of a year's four figures."""
    return {"said": year.said, "true": year.true, "taken": year.taken, "left": year.left}[measure]


def own_charts(ledgers: Ledgers) -> tuple[BarChart, BarChart]:
    """Your ledgers: the grain, and what was left to a person."""
    unit, left = ledgers.unit, ledgers.unit_left
    grain = tuple(
        Group(str(year.year), tuple(_bar(name, figure_of(year, name), unit, name) for name in GRAIN))
        for year in ledgers.own
    )
    heads = tuple(_bar(str(year.year), year.left, left, "left") for year in ledgers.own)
    followed = "Your run, year by year. What was taken followed from what was said."
    gone = "Your run: what there was to a person when the carts had gone."
    return (
        BarChart("own", f"Said, true and taken, in {unit}", followed, unit, grain),
        BarChart("own-left", f"Left, in {left}", gone, left, (Group("", heads),)),
    )


def nation_charts(rows: Sequence[NationRow]) -> Iterator[BarChart]:
    """The country's ledgers, a chart a unit."""
    says = "The whole country, as the record has it. Where sources differ, their figures stand side by side."
    for place, unit in enumerate(dict.fromkeys(row.unit for row in rows)):
        here = [row for row in rows if row.unit == unit]
        years = dict.fromkeys(row.year for row in here)
        groups = (Group(str(year), tuple(_recorded(row) for row in here if row.year == year)) for year in years)
        title = f"{_listed([row.measure for row in here]).capitalize()}, in {unit}"
        yield BarChart(f"nation-{place}", title, says, unit, tuple(groups))


def compared_chart(each: Comparison) -> BarChart:
    """Village and country beside each other."""
    groups = tuple(Group(str(year.year), tuple(_pair(year, each.unit))) for year in each.years)
    return BarChart(
        f"compared-{each.id}", f"{each.title}, in {each.unit}", "Your village and the country.", each.unit, groups
    )


def toll_words(road: Road, bands: Bands | None) -> str:
    """How many died on a road, and in other weathers as far as these are worked out; nothing without a toll."""
    if road.toll is None:
        return ""
    spread = next((band.toll for band in bands.bands if band.road == road.id), None) if bands else None
    elsewhere = f" In nine of ten other weathers: from {_between(spread)}." if spread else ""
    return f"{road.title.capitalize()}: {road.toll.words} died.{elsewhere}"


def _between(spread: Spread) -> str:
    """Two numbers, with what their words end in alike said once."""
    low, high = spread.low.words.split(), spread.high.words.split()
    while len(low) > 1 and low[-1:] == high[-1:]:
        low, high = low[:-1], high[:-1]
    return f"{' '.join(low)} to {spread.high.words}"


def _recorded(row: NationRow) -> Bar:
    return _bar(f"{row.measure}: {row.says}" if row.says else row.measure, row.figure, row.unit, row.measure)


def _pair(year: Compared, unit: str) -> Iterator[Bar]:
    yield _bar(OURS, year.own, unit, "true")
    for row in year.nation:
        yield _bar(f"{THEIRS}, {row.says}" if row.says else THEIRS, row.figure, unit, "taken")


def _bar(word: str, figure: Figure | None, unit: str, look: Measure) -> Bar:
    return Bar(word, figure, bare(figure, unit) if figure else UNKNOWN, look)


def _listed(words: Collection[str]) -> str:
    names = [name for name in get_args(Measure) if name in words]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def guess_chart(guess: Guess, numbers: Sequence[float | None]) -> BarChart:
    """What was guessed beside what the record says; a year without a guess shows the record alone."""
    groups = (
        Group(str(year), tuple(_guessed(number, figures, series, guess.unit)))
        for year, number, figures, series in zip(
            guess.years, numbers, guess.record, guess.series or [()] * len(guess.years), strict=True
        )
    )
    return BarChart("guess", "Your guess and the record", f"In {guess.unit}.", guess.unit, tuple(groups))


def _guessed(number: float | None, figures: Sequence[Figure], series: Sequence[str], unit: str) -> Iterator[Bar]:
    if number is not None:
        yield Bar("your guess", Figure(number, f"{number:,g}", OfRun("guess")), f"{number:,g}", "said")
    for place, figure in enumerate(figures):
        says = f", {series[place]}" if series and series[place] else ""
        yield _bar(f"the record{says}", figure, unit, "true")
