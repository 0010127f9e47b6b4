"""Bars of a debrief in rows: a figure and a word behind each, one scale for all, shapes that differ without colour."""

from collections.abc import Iterator, Mapping

from textual.content import Content

from glfstory.app.words import as_is, lines, opening
from glfstory.debrief.charts import Bar, BarChart, Group
from glfstory.debrief.shape import Figure, OfFact

BLOCKS = {"said": ("▒", "$said"), "true": ("█", "$foreground"), "taken": ("▚", "$faint"), "left": ("━", "$mark")}
"""How each measure is drawn, as in the two ledgers."""
UPTO = "░"
"""From the lower end to the upper one, where there are two."""
HEADING, WIDEST = 6, 46
"""Columns of a year, and the most that a bar takes."""


def row_bars(chart: BarChart, width: int, signs: Mapping[str, str]) -> Content:
    """A chart in so many columns; `signs` are those of the marks, by the facts behind the figures."""
    every = [bar for group in chart.groups for bar in group.bars]
    told = max((len(bar.told) + len(_marks(bar.figure, signs)) for bar in every), default=0)
    word = max((len(bar.word) for bar in every), default=0)
    room = max(8, min(WIDEST, width - HEADING - told - word - 4))
    longest = max((_end(bar.figure) for bar in every if bar.figure), default=0) or 1
    return Content("\n").join(
        line for group in chart.groups for line in _group(group, room / longest, room, told, signs)
    )


def _group(group: Group, scale: float, room: int, told: int, signs: Mapping[str, str]) -> Iterator[Content]:
    for place, bar in enumerate(group.bars):
        heading = group.heading if place == 0 else ""
        figure = lines(bar.told, *(opening(signs[fact], fact) for fact in _facts(bar.figure) if fact in signs))
        gap = " " * (told - figure.cell_length)
        yield lines(
            (heading.ljust(HEADING), "bold"), _bar(bar, scale, room), "  ", gap, figure, (f"  {bar.word}", "$faint")
        )


def _bar(bar: Bar, scale: float, room: int) -> Content:
    if bar.figure is None:
        return as_is(" " * room)
    block, ink = BLOCKS[bar.look]
    length = max(round(bar.figure.value * scale), 1 if bar.figure.value > 0 else 0)
    beyond = max(0, round(_end(bar.figure) * scale) - length)
    return lines((block * length, ink), (UPTO * beyond, ink), " " * (room - length - beyond))


def _end(figure: Figure) -> float:
    return figure.value if figure.high is None else figure.high


def _facts(figure: Figure | None) -> tuple[str, ...]:
    return figure.origin.facts if figure and isinstance(figure.origin, OfFact) else ()


def _marks(figure: Figure | None, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(fact, "") for fact in _facts(figure))
