"""The whole archive as wrapped lines: what there is, or what was found."""

from collections.abc import Iterable, Iterator

from glfstory.engine.story import Story
from glfstory.pages.archive import Card
from glfstory.pages.catalogue import Catalogue, opening, resting_on
from glfstory.plain.cards import card_lines, listed
from glfstory.plain.talk import wrapped


def overview_lines(story: Story, found: Catalogue) -> Iterator[str]:
    """How much there is, and the heading of every card with its id."""
    counts = (
        f"{len(found.facts)} facts, {len(found.disputes)} of them disputed, doubtful or corrected",
        f"{len(found.terms)} terms",
        f"{len(found.timeline)} events",
        f"{len(found.sources)} sources",
    )
    yield from wrapped(f"The archive of {story.title}: {'; '.join(counts)}.")
    yield from wrapped("With a word, or with what stands in brackets, glfstory archive prints the cards themselves.")
    for heading, cards in _parts(found):
        yield from ("", heading)
        yield from _list(cards)


def found_lines(story: Story, found: Catalogue) -> Iterator[str]:
    """Every card in full; where there are several, under headings, and first the list of what is disputed."""
    if len(found.cards) == 1:
        yield from _card(story, found.cards[0])
        return
    if found.disputes:
        yield "Disputes"
        yield from (*_list(found.disputes), "")
    for place, (heading, cards) in enumerate(_parts(found)):
        yield from ("", heading) if place else (heading,)
        for card in cards:
            yield from ("", *_card(story, card))


def _list(cards: Iterable[Card]) -> Iterator[str]:
    for card in cards:
        yield from wrapped(f"{listed(card)} [{card.id}]", lead="  ", rest="    ")


def _card(story: Story, card: Card) -> Iterator[str]:
    head, *rest = card_lines(card)
    if card.kind == "source":
        cited = resting_on(story, card.id)
        rest.append(f"Cited for: {', '.join(cited)}." if cited else "Cited for nothing.")
    else:
        rest.append(opening(story.facts.get(card.id) or story.glossary.get(card.id) or story.timeline[card.id]))
    for line in (f"{head} [{card.id}]", *filter(None, rest)):
        yield from wrapped(line, rest="  ")


def _parts(found: Catalogue) -> list[tuple[str, tuple[Card, ...]]]:
    """The kinds of which there is something, each under its heading."""
    kinds = (("Facts", found.facts), ("Terms", found.terms), ("Timeline", found.timeline), ("Sources", found.sources))
    return [(heading, cards) for heading, cards in kinds if cards]
