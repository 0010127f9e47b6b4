"""Bars in groups, one scale for all; every bar has its word, its figure and a pattern of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from xml.etree.ElementTree import Element

from glfstory.debrief.charts import Bar, Group
from glfstory.debrief.shape import Figure
from glfstory.exporting.html.drawing import LETTER, Frame, drawing, words
from glfstory.exporting.html.elements import element

ROW, GAP, BAR = 23, 14, 15


def bar_chart(frame: Frame, groups: Sequence[Group]) -> Element:
    """Groups one below the other. Words stand before their bars, or above them where they are long."""
    every = [bar for group in groups for bar in group.bars]
    before = max((len(bar.word) for bar in every), default=0) * LETTER + 62
    is_above = before > frame.width * 0.4
    start = 56 if is_above else before
    longest = max((_end(bar.figure) for bar in every if bar.figure), default=0) or 1
    room = frame.width - start - max((len(bar.told) for bar in every), default=0) * LETTER - 12
    rows, y = [], 0.0
    for group in groups:
        rows.append(words(0, y + 17, group.heading, "heading"))
        for bar in group.bars:
            if is_above:
                for line in wrap(bar.word, int((frame.width - start) / LETTER)):
                    rows.append(words(start, y + 16, line, "word"))
                    y += ROW - 3
            else:
                rows.append(words(56, y + 17, bar.word, "word"))
            rows.extend(_drawn(bar, start, y, room / longest))
            y += ROW
        y += GAP
    return drawing(frame, y - GAP + 4, rows)


def _drawn(bar: Bar, x: float, y: float, scale: float) -> Iterator[Element]:
    if bar.figure is None:
        yield words(x + 2, y + 17, bar.told, "told")
        return
    drawn, end = (max(scale * each, 1.5 if each else 0) for each in (bar.figure.value, _end(bar.figure)))
    if end > drawn:
        yield element("rect", x=x, y=y + 4, width=end, height=BAR, class_="bar most")
    yield element("rect", x=x, y=y + 4, width=drawn, height=BAR, class_=f"bar {bar.look}")
    yield words(x + end + 6, y + 17, bar.told, "told")


def _end(figure: Figure) -> float:
    """How far a bar reaches."""
    return figure.value if figure.high is None else figure.high
