"""Fact and fiction: what was composed, the record that was met, who disagrees, and what to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from glfstory.debrief.shape import FactAndFiction, Work
from glfstory.exporting.html.elements import element
from glfstory.exporting.html.notes import Notes
from glfstory.exporting.html.parts import section, sentences, table


def record_section(record: FactAndFiction, notes: Notes) -> Element:
    """Everything that the marks of the page lead to; it is made last, when all of them are known."""
    parts: list[Element | None] = []
    if record.composed:
        parts += [element("h3", "What was composed"), sentences(record.composed)]
    if record.estimates:
        parts += _estimates(record, notes)
    if record.disputed:
        parts += [element("h3", "Where sources and historians disagree"), _facts(notes.stated(record.disputed))]
    told = {each.fact for each in record.disputed}
    if met := tuple(each for each in record.met if each.fact not in told):
        parts += [element("h3", "The record that this run met"), _facts(notes.stated(met))]
    if rest := list(notes.rest(told | {each.fact for each in met})):
        parts += [element("h3", "The record behind the country's figures"), _facts(rest)]
    if record.works:
        parts += [element("h3", "Sources"), _works(record.works)]
    if record.reading:
        parts += [element("h3", "Further reading"), _works(record.reading)]
    return section("record", "Fact and fiction", parts)


def _estimates(record: FactAndFiction, notes: Notes) -> Iterator[Element]:
    rows = [(each.who, each.method, notes.signed(each.figure)) for each in record.estimates]
    yield element("h3", "How many died in the whole country")
    yield element("p", record.estimates_say)
    yield table("Estimates, by author and method", ("Who", "How", "Estimate"), rows, words=3)


def _works(works: Sequence[Work]) -> Element:
    return element(
        "ul",
        (element("li", " ".join(filter(None, (f"{each.words.rstrip('.')}.", each.note)))) for each in works),
        class_="works",
    )


def _facts(each: Iterable[Element]) -> Element:
    return element("div", each, class_="facts")
