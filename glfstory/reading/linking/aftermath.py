"""The country's record, papers and other roads, from written to played."""

import re

from glfstory.engine.story import TOLL, Aftermath, NationalFigure, OtherRoad, Paper
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.prose import plain, text
from glfstory.reading.shapes import aftermath as written
from glfstory.reading.shapes.record import WrittenFact

DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def national_figure(draft: Draft, name: str, shape: written.WrittenFigure) -> NationalFigure:
    """A number of the record; it must stand in the text of its fact."""
    if (shape.year is None) != (shape.measure == TOLL) and not shape.has_lost("year", "measure"):
        says = f"`year` stands with every measure but {TOLL}"
        draft.findings.add("E517-nation", shape.place("measure"), says, "add year: ..., or take it out")
    fact = draft.refer("fact", shape.fact)
    for key, value in (("value", shape.value), ("to", shape.to)):
        known: WrittenFact | None = draft.shapes["facts"].get(fact)
        if value is None or known is None or not known.is_whole or shape.has_lost(key):
            continue
        if value not in _numbers(known):
            says = f"{value:g} does not stand in the text of the fact {fact!r}"
            draft.findings.add(
                "E517-nation", shape.place(key), says, "name the fact that states it, or mend the number"
            )
    return NationalFigure(
        id=name,
        measure=str(shape.measure),
        value=shape.value,
        unit=plain(shape.unit),
        fact=fact,
        year=shape.year or 0,
        high=shape.to,
        says=plain(shape.says),
        source=draft.refer("source", shape.source) if shape.source is not None else None,
    )


def _numbers(fact: WrittenFact) -> set[float]:
    """Every number that a fact states in figures."""
    claims = [part for claim in fact.claims for part in (claim.says, claim.value)]
    stated = " ".join(part for part in (fact.says, fact.correction, *claims) if part)
    return {float(number.replace(",", "")) for number in DIGITS.findall(stated)}


def paper(draft: Draft, name: str, shape: written.WrittenPaper) -> Paper:
    """A paper."""
    return Paper(
        id=name,
        kind=plain(shape.kind),
        title=plain(shape.title),
        text=text(draft, shape.text),
        season=draft.refer("season", shape.season) if shape.season is not None else None,
        when=draft.expression(shape.when),
    )


def aftermath(draft: Draft, shape: written.WrittenDebrief | None) -> Aftermath:
    """What the debrief needs to know; nothing where the story does not say it."""
    if shape is None:
        return Aftermath()
    return Aftermath(
        people=draft.expression(shape.people, "number"),
        roads={str(name): _road(draft, str(name), road) for name, road in shape.roads.items()},
        limits=tuple(map(plain, shape.limits)),
        composed=tuple(map(plain, shape.composed)),
        reading=draft.refer_all("source", shape.reading),
    )


def _road(draft: Draft, name: str, shape: written.WrittenRoad) -> OtherRoad:
    is_idle = not shape.prefer and (shape.at is not None or not shape.changed)
    if is_idle and not shape.has_lost("prefer", "at", "set"):
        says = "a road changes decisions, by `prefer`, or constants, by `set`, or both"
        draft.findings.add("E518-road", shape.place("title"), says, "add prefer: [tags of the choices to take]")
    return OtherRoad(
        id=name,
        title=plain(shape.title),
        says=plain(shape.says),
        at=draft.refer("tag", shape.at) if shape.at is not None else None,
        prefer=draft.refer_all("tag", shape.prefer),
        changed={draft.refer("constant", constant): value for constant, value in shape.changed.items()},
    )
