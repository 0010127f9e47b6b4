"""Cards of the archive as lines of plain words."""

from collections.abc import Iterator

from glfstory.pages.archive import Card


def card_lines(card: Card) -> Iterator[str]:
    """A card in full: what it says, how sure it is, who says what, and what is wrong with that."""
    yield f"{card.heading}{f' ({card.period})' if card.period else ''}"
    yield from card.says.split("\n\n")
    if card.standing:
        yield card.standing
    for voice in card.voices:
        where = f", {voice.where}" if voice.where else ""
        value = f" [{voice.value}]" if voice.value else ""
        yield f"- {voice.says}{value} ({voice.who}{where})"
    if card.correction:
        yield f"Correction: {card.correction}"
    if card.see:
        yield f"See: {'; '.join(card.see)}."


def listed(card: Card) -> str:
    """A card as one entry of a list: an event with its date, a disputed fact with that word."""
    if card.kind == "event":
        return f"{card.period}: {card.heading}"
    return f"{card.heading} ({card.dispute})" if card.dispute else card.heading
