"""Bars in groups, one scale for all; every bar has its word, its figure and a pattern of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal
from xml.etree.ElementTree import Element

from glfstory.debrief.charts import Bar, Group
from glfstory.debrief.shape import Figure
from glfstory.exporting.html.drawing import LETTER, Frame, drawing, words
from glfstory.exporting.html.elements import element

ROW, GAP, BAR = 23, 14, 15
HEADING = 56
"""Units that a heading takes."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where words stand, short ones before their bars, long ones behind or above them."""

    place: Literal["before", "behind", "above"]
    start: float
    """Where bars begin."""
    scale: float
    """Units for one of what is drawn."""
    most: int
    """Letters of a line of words."""


def bar_chart(frame: Frame, groups: Sequence[Group]) -> Element:
    """Groups one below the other."""
    layout = _layout(frame, [bar for group in groups for bar in group.bars])
    rows, y = [], 0.0
    for group in groups:
        rows.append(words(0, y + 17, group.heading, "heading"))
        for bar in group.bars:
            for line in wrap(bar.word, layout.most) if layout.place == "above" else ():
                rows.append(words(HEADING, y + 16, line, "word"))
                y += ROW - 3
            rows.extend(_drawn(bar, y, layout))
            y += ROW
        y += GAP
    return drawing(frame, y - GAP + 4, rows)


def _layout(frame: Frame, bars: Sequence[Bar]) -> _Layout:
    word = max((len(bar.word) for bar in bars), default=0) * LETTER
    told = max((len(bar.told) for bar in bars), default=0) * LETTER
    longest = max((_end(bar.figure) for bar in bars if bar.figure), default=0) or 1
    most = int((frame.width - HEADING) / LETTER)
    if word < frame.width * 0.2:
        start = HEADING + word + 6
        return _Layout("before", start, (frame.width - start - told - 12) / longest, most)
    if word + told < frame.width * 0.6:
        return _Layout("behind", HEADING, (frame.width - HEADING - word - told - 24) / longest, most)
    return _Layout("above", HEADING, (frame.width - HEADING - told - 12) / longest, most)


def _drawn(bar: Bar, y: float, layout: _Layout) -> Iterator[Element]:
    x, end = layout.start, 0.0
    if layout.place == "before":
        yield words(HEADING, y + 17, bar.word, "word")
    if bar.figure is not None:
        drawn, end = (max(layout.scale * each, 1.5 if each else 0) for each in (bar.figure.value, _end(bar.figure)))
        if end > drawn:
            yield element("rect", x=x, y=y + 4, width=end, height=BAR, class_="bar most")
        yield element("rect", x=x, y=y + 4, width=drawn, height=BAR, class_=f"bar {bar.look}")
    yield words(x + end + 6, y + 17, bar.told, "told")
    if layout.place == "behind":
        yield words(x + end + 14 + len(bar.told) * LETTER, y + 17, bar.word, "word")


def _end(figure: Figure) -> float:
    """How far a bar reaches."""
    return figure.value if figure.high is None else figure.high
