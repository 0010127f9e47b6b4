"""The guess that comes first, and the record for beside it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from glfstory.debrief.shape import Guess
from glfstory.exporting.html.elements import Part, element
from glfstory.exporting.html.notes import Notes
from glfstory.exporting.html.parts import section, table


def guess_section(guess: Guess, notes: Notes) -> Element:
    """A field a year; nothing takes what is written there anywhere."""
    rows = [(str(year), _record(place, guess, notes)) for place, year in enumerate(guess.years)]
    return section(
        "guess",
        "First, a guess",
        element("p", guess.asks),
        element("p", f"In {guess.unit}. What you write stays on this page; it is not kept or sent.", class_="faint"),
        element("div", map(_field, guess.years), class_="guess"),
        element(
            "details",
            element("summary", "Lay the record beside it"),
            table("What the record says", ("Year", f"Harvest, {guess.unit}"), rows),
            class_="answer",
        ),
    )


def _field(year: int) -> Element:
    name = f"guess-{year}"
    field = element("input", id=name, type="text", inputmode="decimal", autocomplete="off")
    return element("div", element("label", str(year), for_=name), field)


def _record(place: int, guess: Guess, notes: Notes) -> tuple[Part, ...]:
    made: list[Part] = []
    for figure in guess.record[place]:
        made += [" or " if made else None, *notes.signed(figure, guess.unit)]
    return tuple(made)
