"""Sources, facts, terms and the timeline, from written to played."""

import re

from glfstory.engine.story import Claim, Event, Fact, Source, Term
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.prose import plain
from glfstory.reading.nodes import Scalar
from glfstory.reading.shapes import record as written
from glfstory.reading.shapes.base import NUMBER

DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
WHEN = re.compile(rf"{DATE}(?: / {DATE})?")


def source(draft: Draft, name: str, shape: written.WrittenSource) -> Source:
    """A source."""
    return Source(
        id=name,
        title=plain(shape.title),
        author=plain(shape.author),
        year=shape.year,
        publisher=plain(shape.publisher),
        kind=plain(shape.kind),
        note=plain(shape.note),
    )


def fact(draft: Draft, name: str, shape: written.WrittenFact) -> Fact:
    """A fact with its claims."""
    return Fact(
        id=name,
        says=plain(shape.says),
        period=plain(shape.period),
        status=str(shape.status),
        sure=str(shape.sure),
        claims=tuple(_claim(draft, each) for each in shape.claims),
        correction=plain(shape.correction),
        cites=draft.refer_all("source", shape.cites),
        title=plain(shape.title),
        late=shape.late,
        opens=opens(draft, shape),
    )


def _claim(draft: Draft, shape: written.WrittenClaim) -> Claim:
    return Claim(
        says=plain(shape.says),
        source=draft.refer("source", shape.source),
        after=draft.refer("source", shape.after) if shape.after is not None else None,
        where=plain(shape.where),
        value=_value(shape.value),
        unit=plain(shape.unit),
    )


def _value(written: Scalar | None) -> float | str | None:
    """A number where one was written without quotes, else the words."""
    if written is None or written.style or not NUMBER.fullmatch(written):
        return plain(written) if written is not None else None
    return float(written) if "." in written else int(written)


def term(draft: Draft, name: str, shape: written.WrittenTerm) -> Term:
    """A term."""
    return Term(
        id=name,
        term=plain(shape.term),
        says=plain(shape.says),
        characters=plain(shape.characters),
        pinyin=plain(shape.pinyin),
        late=shape.late,
        opens=opens(draft, shape),
    )


def event(draft: Draft, name: str, shape: written.WrittenEvent) -> Event:
    """An entry of the timeline."""
    when = " ".join(shape.when.split())
    _check_event(draft, when, shape)
    return Event(
        id=name,
        when=when,
        sure=str(shape.sure),
        above=plain(shape.above),
        sees=plain(shape.sees),
        facts=draft.refer_all("fact", shape.facts),
        cites=draft.refer_all("source", shape.cites),
        title=plain(shape.title),
        late=shape.late,
        opens=opens(draft, shape),
    )


def _check_event(draft: Draft, when: str, shape: written.WrittenEvent) -> None:
    """Tells an entry without a date, without words or without a ground."""
    if not WHEN.fullmatch(when) and not shape.has_lost("when"):
        says = f"{when!r} is no date: a year, a month or a day, such as 1958-08, or two of them joined by /"
        draft.findings.add("E516-timeline", shape.place("when"), says, 'write "1958-08" or "1958-08 / 1958-10"')
    if shape.above is None and shape.sees is None and not shape.has_lost("above", "sees"):
        says = "an entry tells what was ordered, in `above`, or what was noticed, in `sees`, or both"
        draft.findings.add("E516-timeline", shape.place("when"), says, "add above: ... or sees: ...")
    if shape.sure != "unchecked" and not (shape.facts or shape.cites or shape.has_lost("sure", "facts", "cites")):
        says = f"what is {shape.sure} rests on facts or sources"
        draft.findings.add(
            "E516-timeline", shape.place("sure"), says, "add facts: [...], cites: [...], or write unchecked"
        )


def opens(draft: Draft, shape: written.WrittenFact | written.WrittenTerm | written.WrittenEvent) -> str:
    """The season from which a card is open; nothing where that cannot be worked out."""
    when = str(shape.opens or "")
    if shape.opens is None or (draft.can_open(when) and not shape.late) or not draft.has_all_seasons:
        return when
    if shape.has_lost("opens", "late"):
        return ""
    if shape.late:
        says, fix = "a card that is late opens when the run is over", "delete `opens`, or `late`"
    else:
        says = f"{when!r} is not a year and the name of one of the story's seasons"
        fix = f"write a year and one of {', '.join(sorted(draft.season_names))}"
    draft.findings.missing("E515-opens", shape.opens, says, fix)
    return ""
