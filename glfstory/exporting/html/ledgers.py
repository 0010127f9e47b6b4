"""The two ledgers, yours and the country's, each alone and then in the same units."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element

from glfstory.debrief.charts import GRAIN, BarChart, bare, compared_chart, figure_of, nation_charts, own_charts
from glfstory.debrief.shape import Ledgers
from glfstory.exporting.html.bars import bar_chart
from glfstory.exporting.html.elements import element
from glfstory.exporting.html.notes import Notes
from glfstory.exporting.html.parts import chart, section, table


def ledgers_section(ledgers: Ledgers, notes: Notes) -> Element:
    """All charts of the ledgers."""
    parts: list[Element] = []
    if ledgers.own:
        parts += [element("h3", "Your village"), *_own(ledgers)]
    else:
        parts.append(element("p", "No year's books are closed yet."))
    if ledgers.nation:
        parts.append(element("h3", "The country"))
        parts += [_bars(each, _rows(each, notes)) for each in nation_charts(ledgers.nation)]
    if ledgers.compared:
        parts.append(element("h3", "Side by side, in the same units"))
        parts += [_bars(each, _rows(each, notes)) for each in map(compared_chart, ledgers.compared)]
    return section("ledgers", "Two ledgers", parts)


def _own(ledgers: Ledgers) -> Iterator[Element]:
    grain, left = own_charts(ledgers)
    heads = ("Year", *(name.capitalize() for name in GRAIN))
    rows = [(str(year.year), *(bare(figure_of(year, name), grain.unit) for name in GRAIN)) for year in ledgers.own]
    yield _bars(grain, table(f"Your two ledgers, in {grain.unit}", heads, rows))
    years = [(bar.word, bar.told) for group in left.groups for bar in group.bars]
    yield _bars(left, table(f"Left in your village, in {left.unit}", ("Year", "Left"), years))


def _rows(each: BarChart, notes: Notes) -> Element:
    cells = [
        (group.heading, bar.word, notes.signed(bar.figure, each.unit) if bar.figure else bar.told)
        for group in each.groups
        for bar in group.bars
    ]
    return table(each.title, ("Year", "What", "Figure"), cells, words=2)


def _bars(each: BarChart, behind: Element) -> Element:
    return chart(each.id, each.title, each.says, partial(bar_chart, groups=each.groups), behind)
