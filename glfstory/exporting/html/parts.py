"""What every section of the page is made of: headings, tables, charts with their tables, and paragraphs with marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from xml.etree.ElementTree import Element

from glfstory.exporting.html.drawing import NARROW, WIDE, Frame
from glfstory.exporting.html.elements import Part, element
from glfstory.pages.words import Line

TAGS = {"em": "em", "strong": "strong"}
Cell = Part | tuple[Part, ...]


def section(id: str, heading: str, *parts: Part | Iterable[Part]) -> Element:
    """A section that the list of contents leads to."""
    return element(
        "section", element("h2", heading, id=f"{id}-heading"), *parts, id=id, aria_labelledby=f"{id}-heading"
    )


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]], *, words: int = 1) -> Element:
    """A table; the first cell of a row heads it, and the first `words` columns hold words and not figures."""
    top = [element("th", head, scope="col", class_=_look(place, words)) for place, head in enumerate(heads)]
    body = [element("tr", [_cell(place, cell, words) for place, cell in enumerate(row)]) for row in rows]
    made = element("table", element("caption", caption), element("thead", element("tr", top)), element("tbody", body))
    return element("div", made, class_="scrolls", role="group", aria_label=caption, tabindex="0")


def _cell(place: int, cell: Cell, words: int) -> Element:
    parts = cell if isinstance(cell, tuple) else (cell,)
    if place == 0:
        return element("th", *parts, scope="row")
    return element("td", *parts, class_=_look(place, words))


def _look(place: int, words: int) -> str | None:
    return None if place < words else "figure"


def chart(id: str, title: str, says: str, draw: Callable[[Frame], Element], behind: Element) -> Element:
    """A chart, drawn for a desk and for a telephone, and the table behind it, open at first."""
    frames = [Frame(f"{id}-{width}", title, says, width) for width in (WIDE, NARROW)]
    caption = element("figcaption", title, element("span", says))
    figures = element("details", element("summary", "The same as a table"), behind, open="")
    return element("div", element("figure", caption, map(draw, frames)), figures, class_="chart")


def paragraph(line: Line, sign: Callable[[str], Part]) -> Element:
    """A paragraph of the story; `sign` gives what stands for a mark."""
    return element("p", [_span(each.text, each.style, each.mark, sign) for each in line])


def _span(words: str, style: str, mark: str, sign: Callable[[str], Part]) -> Part:
    if mark:
        return sign(mark)
    return element(TAGS[style], words) if style else words


def sentences(each: Iterable[str], look: str | None = None) -> Element | None:
    """A list of sentences, or nothing for none."""
    made = [element("li", words) for words in each]
    return element("ul", made, class_=look) if made else None
