"""Curves over years, with bands behind them; every one has its own dash, sign or pattern, and its name at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element

from glfstory.exporting.html.axes import FOOT, PLOT, TOP, Scale, axes, scale_for
from glfstory.exporting.html.drawing import LETTER, WIDE, Frame, drawing, words
from glfstory.exporting.html.elements import element

Amounts = tuple[float | None, ...]
"""An amount for each place, None where there is none."""
LINE = 22
"""Units from one line of words to the next."""
SIGNS = (
    "m-4,0 a4,4 0 1,0 8,0 a4,4 0 1,0 -8,0 z",
    "m-3.5,-3.5 h7 v7 h-7 z",
    "m0,-5 l4.5,8 h-9 z",
    "m0,-5 l5,5 l-5,5 l-5,-5 z",
    "m0,5 l4.5,-8 h-9 z",
    "m-4,-4 l8,8 m0,-8 l-8,8",
)
"""A circle, a square, a triangle, a rhomb, another triangle and a cross: lines differ without colour and dash too."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A line."""

    name: str
    amounts: Amounts
    look: int
    """Its dash and its sign; 0 is the reader's own."""

    @property
    def end(self) -> tuple[int, float] | None:
        """Its last place and the amount there."""
        known = [(place, amount) for place, amount in enumerate(self.amounts) if amount is not None]
        return known[-1] if known else None


@dataclass(frozen=True, slots=True)
class Area:
    """A band between two rows of amounts."""

    name: str
    low: Amounts
    high: Amounts
    look: int


def curve_chart(
    frame: Frame, places: Sequence[str], unit: str, curves: Sequence[Curve], areas: Sequence[Area] = ()
) -> Element:
    """Curves and areas over named places. Where names find no room at the ends, letters there lead to a key below."""
    beside = max((len(each.name) for each in curves), default=0) * LETTER + 24
    is_beside = frame.width == WIDE and beside < frame.width * 0.4
    most = max((each for row in _rows(curves, areas) for each in row if each is not None), default=0)
    scale = scale_for(len(places), most, frame.width - (beside if is_beside else 30))
    parts = [*axes(scale, places, unit)]
    parts += [part for area in areas for part in _area(scale, area)]
    parts += [part for curve in curves for part in _curve(scale, curve)]
    parts += _ends(scale, curves, letters=not is_beside)
    foot = TOP + PLOT + FOOT + 6
    key: list[Curve | Area] = [*([] if is_beside else curves), *areas]
    parts += [part for place, each in enumerate(key) for part in _key(foot + LINE * place, place, each)]
    return drawing(frame, foot + LINE * len(key), parts)


def _rows(curves: Sequence[Curve], areas: Sequence[Area]) -> Iterator[Amounts]:
    yield from (curve.amounts for curve in curves)
    yield from (area.high for area in areas)


def _pieces(scale: Scale, amounts: Amounts) -> Iterator[list[str]]:
    """The stretches without a gap, as points."""
    known = [(place, amount) for place, amount in enumerate(amounts)]
    for is_there, run in groupby(known, key=lambda each: each[1] is not None):
        if is_there:
            yield [f"{scale.x(place):.1f},{scale.y(amount):.1f}" for place, amount in run if amount is not None]


def _curve(scale: Scale, curve: Curve) -> Iterator[Element]:
    for points in _pieces(scale, curve.amounts):
        yield _line(points, curve.look)
        yield from (_sign(point, curve.look) for point in points)


def _line(points: Sequence[str], look: int) -> Element:
    return element("polyline", points=" ".join(points), class_=f"curve line-{look % len(SIGNS)}")


def _sign(point: str, look: int) -> Element:
    return element("path", d=f"M{point} {SIGNS[look % len(SIGNS)]}", class_=f"sign line-{look % len(SIGNS)}")


def _area(scale: Scale, area: Area) -> Iterator[Element]:
    for low, high in zip(_pieces(scale, area.low), _pieces(scale, area.high), strict=False):
        yield element("polygon", points=" ".join([*high, *low[::-1]]), class_=f"area band-{area.look}")


def _ends(scale: Scale, curves: Sequence[Curve], *, letters: bool) -> Iterator[Element]:
    """Names or letters at the ends of lines, pushed apart where they would lie on each other."""
    ended = [(scale.y(curve.end[1]), place, curve) for place, curve in enumerate(curves) if curve.end]
    ended.sort(key=lambda each: each[:2])
    heights = apart([y for y, _, _ in ended], 16, TOP + PLOT)
    for y, (_, place, curve) in zip(heights, ended, strict=True):
        last = curve.end[0] if curve.end else 0
        yield words(scale.x(last) + 10, y + 5, _letter(place) if letters else curve.name, "end")


def apart(heights: Sequence[float], least: float, lowest: float) -> list[float]:
    """Heights in rising order, moved so that each lies `least` below the one before it, and none below `lowest`."""
    made = list(heights)
    for above, below in pairwise(range(len(made))):
        made[below] = max(made[below], made[above] + least)
    for place in reversed(range(len(made))):
        made[place] = min(made[place], lowest - least * (len(made) - 1 - place))
    return made


def _key(top: float, place: int, each: Curve | Area) -> Iterator[Element]:
    y = top + 10
    if isinstance(each, Curve):
        yield _line([f"4,{y:g}", f"40,{y:g}"], each.look)
        yield _sign(f"22,{y:g}", each.look)
    else:
        yield element("rect", x=4, y=y - 7, width=36, height=14, class_=f"area band-{each.look}")
    yield words(48, y + 5, f"{_letter(place)}  {each.name}" if isinstance(each, Curve) else each.name, "word")


def _letter(place: int) -> str:
    return chr(ord("A") + place)
