"""The two ledgers, yours and the country's, each alone and then in the same units."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import get_args
from xml.etree.ElementTree import Element

from glfstory.debrief.shape import Compared, Comparison, Figure, Ledgers, Measure, NationRow, Year
from glfstory.exporting.html.bars import Bar, Group, bar_chart
from glfstory.exporting.html.elements import element
from glfstory.exporting.html.notes import Notes, bare
from glfstory.exporting.html.parts import Cell, chart, section, table

OURS, THEIRS, UNKNOWN = "your village", "the country", "–"


def ledgers_section(ledgers: Ledgers, notes: Notes) -> Element:
    """All charts of the ledgers."""
    parts: list[Element] = []
    if ledgers.own:
        parts += [element("h3", "Your village"), *_own(ledgers)]
    else:
        parts.append(element("p", "No year's books are closed yet."))
    if ledgers.nation:
        parts += [element("h3", "The country"), *_nation(ledgers.nation, notes)]
    if ledgers.compared:
        parts.append(element("h3", "Side by side, in the same units"))
        parts += [_compared(each, notes) for each in ledgers.compared]
    return section("ledgers", "Two ledgers", parts)


def _own(ledgers: Ledgers) -> Iterator[Element]:
    unit, unit_left = ledgers.unit, ledgers.unit_left
    heads = ("Year", "Said", "True", "Taken")
    rows = [(str(year.year), *(bare(each, unit) for each in _grain(year))) for year in ledgers.own]
    yield chart(
        "own",
        f"Said, true and taken, in {unit}",
        "Your run, year by year. What was taken followed from what was said.",
        partial(bar_chart, groups=[_group(year, unit) for year in ledgers.own]),
        table(f"Your two ledgers, in {unit}", heads, rows),
    )
    left = [Bar(str(year.year), year.left.value, bare(year.left, unit_left), "left") for year in ledgers.own]
    yield chart(
        "own-left",
        f"Left, in {unit_left}",
        "Your run: what there was to a person when the carts had gone.",
        partial(bar_chart, groups=[Group("", tuple(left))]),
        table(f"Left in your village, in {unit_left}", ("Year", "Left"), [(bar.word, bar.told) for bar in left]),
    )


def _grain(year: Year) -> tuple[Figure, Figure, Figure]:
    return year.said, year.true, year.taken


def _group(year: Year, unit: str) -> Group:
    words = ("said", "true", "taken")
    bars = (Bar(word, each.value, bare(each, unit), word) for word, each in zip(words, _grain(year), strict=True))
    return Group(str(year.year), tuple(bars))


def _nation(rows: Sequence[NationRow], notes: Notes) -> Iterator[Element]:
    """A chart a unit."""
    for place, unit in enumerate(dict.fromkeys(row.unit for row in rows)):
        here = [row for row in rows if row.unit == unit]
        groups = [
            Group(str(year), tuple(_nation_bar(row) for row in here if row.year == year))
            for year in dict.fromkeys(row.year for row in here)
        ]
        cells = [(str(row.year), row.measure, row.says, notes.signed(row.figure, unit)) for row in here]
        yield chart(
            f"nation-{place}",
            f"{_listed([row.measure for row in here]).capitalize()}, in {unit}",
            "The whole country, as the record has it. Where sources differ, their figures stand side by side.",
            partial(bar_chart, groups=groups),
            table(f"The country's ledgers, in {unit}", ("Year", "What", "Which figure", "Figure"), cells, words=3),
        )


def _nation_bar(row: NationRow) -> Bar:
    word = f"{row.measure}: {row.says}" if row.says else row.measure
    return _bar(word, row.figure, row.unit, row.measure)


def _bar(word: str, figure: Figure, unit: str, look: str) -> Bar:
    return Bar(word, figure.value, bare(figure, unit), look, figure.high)


def _listed(words: Collection[str]) -> str:
    names = [name for name in get_args(Measure) if name in words]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def _compared(each: Comparison, notes: Notes) -> Element:
    groups = [Group(str(year.year), tuple(_pair(year, each.unit))) for year in each.years]
    rows = [(str(year.year), *_pair_cells(row, each.unit, notes)) for year in each.years for row in _pairs(year)]
    return chart(
        f"compared-{each.id}",
        f"{each.title}, in {each.unit}",
        "Your village and the country.",
        partial(bar_chart, groups=groups),
        table(f"{each.title}, in {each.unit}", ("Year", "Where", "Figure"), rows, words=2),
    )


def _pairs(year: Compared) -> Iterator[tuple[str, Figure | None]]:
    yield OURS, year.own
    for row in year.nation:
        yield f"{THEIRS}, {row.says}" if row.says else THEIRS, row.figure


def _pair(year: Compared, unit: str) -> Iterator[Bar]:
    for word, figure in _pairs(year):
        look = "true" if word == OURS else "taken"
        yield _bar(word, figure, unit, look) if figure else Bar(word, None, UNKNOWN, look)


def _pair_cells(row: tuple[str, Figure | None], unit: str, notes: Notes) -> tuple[Cell, ...]:
    word, figure = row
    return (word, notes.signed(figure, unit) if figure else UNKNOWN)
