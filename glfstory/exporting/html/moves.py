"""What moved what: the decisions that moved each meter and the toll most."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from glfstory.debrief.shape import Move, Moved, Moves
from glfstory.exporting.html.elements import element
from glfstory.exporting.html.parts import section, sentences


def moves_section(moves: Moves) -> Element:
    """A list a meter, the decisions without effect, and what no decision could have changed."""
    parts: list[Element | None] = [element("p", moves.method, class_="note")]
    for each in moves.each:
        parts += _moved(each)
    if moves.same:
        parts += [
            element("h3", "Decisions that moved none of these"),
            element("p", moves.same_says),
            sentences(moves.same),
        ]
    if moves.beyond:
        parts += [element("h3", "What one decision could do, and what none could"), sentences(moves.beyond)]
    return section("moves", "What moved what", parts)


def _moved(moved: Moved) -> Iterator[Element]:
    yield element("h3", moved.title[:1].upper() + moved.title[1:])
    yield element("p", f"In your run it came to {moved.now.words}.")
    if moved.moves:
        yield element("ol", map(_move, moved.moves), class_="moves")
    else:
        yield element("p", "No decision of this run moved it.")


def _move(move: Move) -> Element:
    instead = "; ".join(words.rstrip(".") for words in move.instead)
    return element(
        "li",
        element("strong", move.change.words),
        element("span", f"Decision {move.number}, {move.season}, {move.title}: ", class_="faint"),
        move.took,
        element("span", f" Instead of: {instead}.", class_="faint") if instead else None,
    )
