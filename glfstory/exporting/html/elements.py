"""Elements of a page. Their words are escaped by the standard library's writer of HTML, whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

Part = Element | str | None
"""What may stand in an element: another one, words as they are, or nothing."""


def element(tag: str, *parts: Part | Iterable[Part], **attributes: str | float | None) -> Element:
    """An element. `class_` and `stroke_width` become `class` and `stroke-width`; None leaves an attribute out."""
    made = Element(tag, {_name(name): _value(value) for name, value in attributes.items() if value is not None})
    for part in parts:
        for each in [part] if isinstance(part, str | Element) or part is None else part:
            _put(made, each)
    return made


def document(root: Element) -> str:
    """A whole page as text."""
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"


def _put(parent: Element, part: Part) -> None:
    if isinstance(part, Element):
        parent.append(part)
    elif part:
        words = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in part)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words


def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
