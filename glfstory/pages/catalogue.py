"""The whole archive for readers and teachers, late cards included: what holds a word, as cards and as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from glfstory.engine.story import Claim, Event, Fact, Source, Story, Term
from glfstory.pages.archive import ORDER, Card, card, dispute, headed, sources_of


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Cards by kind, each kind in its order."""

    facts: tuple[Card, ...]
    terms: tuple[Card, ...]
    timeline: tuple[Card, ...]
    sources: tuple[Card, ...]

    @property
    def disputes(self) -> tuple[Card, ...]:
        """The facts on which sources disagree, or that are doubtful or corrected."""
        return tuple(each for each in self.facts if each.dispute)

    @property
    def cards(self) -> tuple[Card, ...]:
        """All of them."""
        return (*self.facts, *self.terms, *self.timeline, *self.sources)


def catalogue(story: Story, word: str = "") -> Catalogue:
    """Everything that holds a word, in whatever part of it; for an id, that card alone; all of it for no word."""
    names = (*story.facts, *story.glossary, *story.timeline, *story.sources)
    if word in names:
        found = [card(story, word)]
    else:
        wanted = word.casefold()
        found = [each for each in (card(story, name) for name in names) if wanted in _words(each)]
    kinds = (
        tuple(sorted((each for each in found if each.kind == kind), key=lambda each: each.place)) for kind in ORDER
    )
    return Catalogue(*kinds)


def _words(card: Card) -> str:
    voices = (part for voice in card.voices for part in (voice.says, voice.value, voice.who, voice.where))
    parts = (card.id, card.heading, card.says, card.period, card.standing, card.correction, card.dispute)
    return "\n".join((*parts, *voices, *card.see)).casefold()


def resting_on(story: Story, source: str) -> tuple[str, ...]:
    """The ids of the facts and events that a source is cited for."""
    records: Iterable[Fact | Event] = (*story.facts.values(), *story.timeline.values())
    return tuple(each.id for each in records if source in sources_of(each))


def opening(record: Fact | Term | Event) -> str:
    """When a run opens a card, in words; nothing where it always is open."""
    if record.late:
        return "In a run this opens when it is over."
    year, _, name = record.opens.partition("-")
    return f"In a run this opens in {name} {year}." if name else ""


def data(story: Story, found: Catalogue) -> dict[str, Any]:
    """What was found as plain values: every field of every record, in the order of the lists."""
    return {
        "story": story.id,
        "version": story.version,
        "facts": [_fact(story, story.facts[each.id]) for each in found.facts],
        "disputes": [each.id for each in found.disputes],
        "terms": [_term(story.glossary[each.id]) for each in found.terms],
        "timeline": [_event(story.timeline[each.id]) for each in found.timeline],
        "sources": [_source(story, story.sources[each.id]) for each in found.sources],
    }


def _fact(story: Story, fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "title": headed(fact),
        "says": fact.says,
        "period": fact.period,
        "status": fact.status,
        "sure": fact.sure,
        "dispute": dispute(fact),
        "claims": [_claim(claim) for claim in fact.claims],
        "correction": fact.correction,
        "cites": list(fact.cites),
        **_kept(fact),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "says": claim.says,
        "source": claim.source,
        "after": claim.after,
        "where": claim.where,
        "value": claim.value,
        "unit": claim.unit,
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "id": term.id,
        "term": term.term,
        "characters": term.characters,
        "pinyin": term.pinyin,
        "says": term.says,
        **_kept(term),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": headed(event),
        "when": event.when,
        "above": event.above,
        "sees": event.sees,
        "sure": event.sure,
        "facts": list(event.facts),
        "cites": list(event.cites),
        **_kept(event),
    }


def _source(story: Story, source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "author": source.author,
        "year": source.year,
        "publisher": source.publisher,
        "kind": source.kind,
        "note": source.note,
        "cited_by": list(resting_on(story, source.id)),
    }


def _kept(record: Fact | Term | Event) -> dict[str, Any]:
    return {"late": record.late, "opens": record.opens}
