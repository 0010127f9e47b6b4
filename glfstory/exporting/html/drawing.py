"""A drawing with a title and a description, and the words and patterns in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from glfstory.exporting.html.elements import element

WIDE, NARROW = 760, 330
"""Units across for a desk or paper, and for a telephone; a unit is a pixel or a little more."""
LETTER = 7.6
"""Units that a letter takes, at most."""
PATTERNS = {
    "said": ("M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4", 8),
    "taken": ("M0,3 h6 M3,0 v6", 6),
    "left": ("M0,2 h6", 4),
    "band-0": ("M-2,2 l4,-4 M0,10 l10,-10 M8,12 l4,-4", 10),
    "band-1": ("M-2,8 l4,4 M0,0 l10,10 M8,-2 l4,4", 10),
    "band-2": ("M0,5 h10", 10),
}
"""The strokes of each pattern and its size in units."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a drawing is called, what it shows in a sentence, and how wide it is."""

    id: str
    title: str
    says: str
    width: float = WIDE


def drawing(frame: Frame, height: float, parts: Iterable[Element]) -> Element:
    """A drawing of some parts, for eyes and for screen readers."""
    title, says = f"{frame.id}-title", f"{frame.id}-says"
    return element(
        "svg",
        element("title", frame.title, id=title),
        element("desc", frame.says, id=says),
        parts,
        viewBox=f"0 0 {frame.width:g} {height:g}",
        role="img",
        aria_labelledby=f"{title} {says}",
        class_="wide" if frame.width == WIDE else "narrow",
    )


def words(x: float, y: float, says: str, look: str, anchor: str | None = None) -> Element:
    """Words at a place; `anchor` is middle or end."""
    return element("text", says, x=x, y=y, class_=look, text_anchor=anchor)


def patterns() -> Element:
    """The patterns of all drawings of a page, once."""
    made = [
        element(
            "pattern",
            element("rect", width=size, height=size, class_=f"ground {name}"),
            element("path", d=strokes, class_=f"strokes {name}"),
            id=f"ink-{name}",
            width=size,
            height=size,
            patternUnits="userSpaceOnUse",
        )
        for name, (strokes, size) in PATTERNS.items()
    ]
    title = element("title", "The patterns of the charts")
    return element("svg", title, element("defs", made), class_="inks", width=0, height=0, aria_hidden="true")
