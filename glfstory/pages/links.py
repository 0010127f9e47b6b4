"""From card to card: what a card rests on, what rests on a source, and the kinds that the archive is sorted by."""

from collections.abc import Iterator
from dataclasses import dataclass

from glfstory.engine.story import Story
from glfstory.pages.archive import Card, card, open_names, sources_of
from glfstory.pages.catalogue import resting_on

KINDS = {
    "all": "All",
    "facts": "Facts",
    "disputes": "Disputes",
    "terms": "Terms",
    "timeline": "Timeline",
    "sources": "Sources",
}
"""The parts of the archive: as they are typed, and as they are headed."""
KIND_OF = {"fact": "facts", "term": "terms", "event": "timeline", "source": "sources"}


@dataclass(frozen=True, slots=True)
class Link:
    """A card that another one leads to."""

    to: str
    kind: str
    words: str


def is_of(card: Card, kind: str) -> bool:
    """Whether a card belongs to a part of the archive."""
    return kind == "all" or (bool(card.dispute) if kind == "disputes" else KIND_OF[card.kind] == kind)


def links(story: Story, shown: Card, reached: int) -> tuple[Link, ...]:
    """The cards behind a card, and of a source those that cite it; without any that is not open yet."""
    is_open = set(open_names(story, reached))
    names = [name for name in dict.fromkeys(_behind(story, shown)) if name in is_open]
    return tuple(Link(each.id, each.kind, each.heading) for each in (card(story, name) for name in names))


def _behind(story: Story, shown: Card) -> Iterator[str]:
    if shown.kind == "fact":
        fact = story.facts[shown.id]
        yield from (name for claim in fact.claims for name in (claim.source, claim.after) if name)
        yield from fact.cites
    elif shown.kind == "event":
        yield from story.timeline[shown.id].facts
        yield from sources_of(story.timeline[shown.id])
    elif shown.kind == "source":
        yield from resting_on(story, shown.id)
