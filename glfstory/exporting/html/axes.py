"""Where places and amounts lie in a chart of curves, and its axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10
from xml.etree.ElementTree import Element

from glfstory.exporting.html.drawing import LETTER, words
from glfstory.exporting.html.elements import element

PLOT = 205
"""Units from the axis to the upper edge."""
TOP, FOOT = 30, 28


@dataclass(frozen=True, slots=True)
class Scale:
    """Where places and amounts lie."""

    places: int
    step: float
    """The amount from one line across to the next."""
    top: float
    """The amount at the upper edge."""
    left: float
    """Where the axis begins."""
    right: float
    """Where the last place lies."""

    def x(self, place: int) -> float:
        """Of a place."""
        return self.left + 12 + (self.right - self.left - 12) * (place / (self.places - 1) if self.places > 1 else 0.5)

    def y(self, amount: float) -> float:
        """Of an amount."""
        return TOP + PLOT * (1 - amount / self.top)


def scale_for(places: int, most: float, right: float) -> Scale:
    """A scale from nothing to the first round amount over the largest."""
    if most <= 0:
        return Scale(places, 1, 1, LETTER * 2, right)
    power = 10 ** floor(log10(most / 4))
    step = next(power * each for each in (1, 2, 2.5, 5, 10) if power * each >= most / 4 * 0.999)
    top = step * -(-most // step)
    return Scale(places, step, top, len(amount(top)) * LETTER + 10, right)


def axes(scale: Scale, places: Sequence[str], unit: str) -> Iterator[Element]:
    """Lines across with their amounts, the unit above them, and the names of as many places as find room."""
    yield words(0, 12, unit, "tick")
    for number in range(round(scale.top / scale.step) + 1):
        y = scale.y(number * scale.step)
        yield element("line", x1=scale.left, x2=scale.right + 6, y1=y, y2=y, class_="grid" if number else "axis")
        yield words(scale.left - 6, y + 5, amount(number * scale.step), "tick", "end")
    widest = max(map(len, places), default=0) * LETTER + 12
    skip = max(1, -int(-widest * (len(places) - 1) // max(1, scale.right - scale.left)))
    for place in range(0, len(places), skip):
        yield words(scale.x(place), TOP + PLOT + 20, places[place], "tick", "middle")


def amount(number: float) -> str:
    """A round amount on an axis."""
    return f"{number:,.10g}"
