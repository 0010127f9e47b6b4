"""The cards of the archive: facts with their claims, terms, events and sources; and finding them by a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glfstory.engine.opening import Kept, opens_at
from glfstory.engine.story import Claim, Event, Fact, Source, Story, Term

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
STATUS = {
    "corroborated": "Several sources agree.",
    "single-source": "One source says so.",
    "contradictory": "The sources disagree.",
    "doubtful": "What the sources say is doubtful.",
    "interpretive": "A matter of interpretation.",
}
SURE = {
    "high": "What stands above is well established.",
    "medium": "What stands above is probable.",
    "low": "What stands above is uncertain.",
}
CHECKED = {
    "verified": "Read in a source.",
    "reported": "Said in the documents at hand.",
    "partly": "Read in a source in part; the rest is from general knowledge, not checked.",
    "unchecked": "From general knowledge, not checked.",
}
COMPOSED = "What a village sees is put together from several places."
DISPUTES = {"contradictory": "disputed", "doubtful": "doubtful"}
ORDER = ("fact", "term", "event", "source")
"""The kinds of cards, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says, and who it is."""

    says: str
    value: str
    who: str
    where: str
    source: str = ""
    """The id of the source."""


@dataclass(frozen=True, slots=True)
class Card:
    """A fact, a term, an event or a source, ready to show."""

    id: str
    kind: str
    """fact, term, event or source."""
    heading: str
    says: str
    period: str = ""
    standing: str = ""
    """How far the sources agree, and how sure it is."""
    voices: tuple[Voice, ...] = ()
    correction: str = ""
    dispute: str = ""
    """In one word, whether a fact is disputed, doubtful or corrected."""
    see: tuple[str, ...] = ()
    """Of an event: the headings of the facts and sources behind it."""
    place: str = ""
    """What it is sorted by among its kind."""


def card(story: Story, name: str) -> Card:
    """The card of a fact, a term, an event or a source. Raises KeyError where there is none."""
    if name in story.glossary:
        return _term(story.glossary[name])
    if name in story.facts:
        return _fact(story, story.facts[name])
    if name in story.timeline:
        return _event(story, story.timeline[name])
    return _source(story.sources[name])


def _fact(story: Story, fact: Fact) -> Card:
    heading = headed(fact)
    return Card(
        id=fact.id,
        kind="fact",
        heading=heading,
        says=fact.says,
        period=dated(fact.period),
        standing=f"{STATUS[fact.status]} {SURE[fact.sure]}",
        voices=tuple(_voice(story, claim) for claim in fact.claims),
        correction=fact.correction,
        dispute=dispute(fact),
        place=heading.casefold(),
    )


def _term(term: Term) -> Card:
    heading = " ".join(part for part in (term.term, term.characters, term.pinyin) if part)
    return Card(term.id, "term", heading, term.says, place=heading.casefold())


def _event(story: Story, event: Event) -> Card:
    says = "\n\n".join(part for part in (event.above, event.sees and f"In the village: {event.sees}") if part)
    behind = (
        *(headed(story.facts[name]) for name in event.facts),
        *(cited(story.sources[name]) for name in event.cites),
    )
    when = span(event.when)
    standing = CHECKED[event.sure] + (f" {COMPOSED}" if event.above and event.sees else "")
    return Card(event.id, "event", headed(event), says, when, standing, see=behind, place=f"{event.when} {event.id}")


def _source(source: Source) -> Card:
    heading = cited(source)
    says = " ".join(f"{part.rstrip('.')}." for part in (source.kind.capitalize(), source.publisher) if part)
    return Card(
        source.id, "source", heading, " ".join(part for part in (says, source.note) if part), place=heading.casefold()
    )


def headed(record: Fact | Event) -> str:
    """What the card of a fact or an event is headed with."""
    return record.title or record.id.replace("-", " ").capitalize()


def dispute(fact: Fact) -> str:
    """In one word, whether a fact is disputed, doubtful or corrected; nothing where it is none of these."""
    return DISPUTES.get(fact.status, "corrected" if fact.correction else "")


def _voice(story: Story, claim: Claim) -> Voice:
    who = cited(story.sources[claim.source])
    if claim.after:
        who += f", after {cited(story.sources[claim.after])}"
    value = "" if claim.value is None else f"{claim.value} {claim.unit}".strip()
    return Voice(claim.says, value, who, claim.where, claim.source)


def dated(period: str) -> str:
    """A period with its dates in words: `1957-11-13` becomes 13 November 1957."""

    def words(found: re.Match[str]) -> str:
        year, month, day = found.groups()
        named = MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
        return " ".join(part for part in (day and str(int(day)), named, year) if part)

    return re.sub(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b", words, period)


def span(when: str) -> str:
    """A date, or two with what they share said once: `1958-08-06 / 1958-08-09` becomes 6 to 9 August 1958."""
    first, _, last = (dated(part).split() for part in when.partition(" / "))
    shared = last
    while shared and len(first) > 1 and first[-1] == shared[-1]:
        first, shared = first[:-1], shared[:-1]
    return " ".join([*first, "to", *last] if last else first)


def cited(source: Source) -> str:
    """A source in one line: author, title, year."""
    return ", ".join(part for part in (source.author, source.title, str(source.year or "")) if part)


def find(story: Story, word: str, reached: int = 0) -> tuple[Card, ...]:
    """The cards that hold a word in their names or sentences; all of them for no word.

    Facts come first, then terms, events and sources. `reached` is the place of the season that a run has come to, or
    the number of seasons when it is over: what opens later is not found.
    """
    wanted = word.casefold()
    cards = [card(story, name) for name in open_names(story, reached)]
    found = [each for each in cards if wanted in f"{each.id} {each.heading} {each.period} {each.says}".casefold()]
    return tuple(sorted(found, key=lambda each: (ORDER.index(each.kind), each.place)))


def disputed(story: Story, reached: int) -> tuple[Card, ...]:
    """The facts that are disputed, doubtful or corrected and of which more than one source speaks; `reached` as above.

    They are an exercise with sources.
    """
    return tuple(each for each in find(story, "", reached) if each.dispute and len(each.voices) > 1)


def open_names(story: Story, reached: int) -> tuple[str, ...]:
    """The ids of all cards that are open; a source is, as soon as a card that rests on it."""

    def is_open(kept: Kept) -> bool:
        return opens_at(story.seasons, kept) <= reached

    facts = [fact for fact in story.facts.values() if is_open(fact)]
    events = [event for event in story.timeline.values() if is_open(event)]
    terms = [term.id for term in story.glossary.values() if is_open(term)]
    open_now: list[Fact | Event] = [*facts, *events]
    used = {name for each in open_now for name in sources_of(each)}
    if reached >= len(story.seasons):
        used |= story.sources.keys()
    return (*(fact.id for fact in facts), *terms, *(event.id for event in events), *sorted(used))


def sources_of(record: Fact | Event) -> Iterator[str]:
    """The ids of the sources that a fact or an event rests on."""
    yield from record.cites
    for claim in record.claims if isinstance(record, Fact) else ():
        yield claim.source
        if claim.after:
            yield claim.after
