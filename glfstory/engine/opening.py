"""When the archive opens a card: from the beginning, from a season on, or when the run is over."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol


class Dated(Protocol):
    """A season, as far as the archive asks."""

    @property
    def year(self) -> int:
        """Its year."""

    @property
    def name(self) -> str:
        """Its name, such as autumn."""


class Kept(Protocol):
    """A card that the archive may keep back."""

    @property
    def late(self) -> bool:
        """Whether until the run has ended."""

    @property
    def opens(self) -> str | None:
        """Or until which season: a year and a name."""


def opens_at(seasons: Sequence[Dated], card: Kept) -> int:
    """The place of the first season in which a card is open; the number of seasons for one that waits for the end."""
    if card.late:
        return len(seasons)
    return first_at(seasons, card.opens) if card.opens else 0


def first_at(seasons: Sequence[Dated], when: str) -> int:
    """The place of the first season of that year and name, or after it; the number of seasons where none is."""
    year, _, name = when.partition("-")
    order = name_order(seasons)
    wanted = (int(year), order[name])
    return next((at for at, each in enumerate(seasons) if (each.year, order[each.name]) >= wanted), len(seasons))


def name_order(seasons: Sequence[Dated]) -> dict[str, int]:
    """The names of seasons, each with its place in a year, as far as the years that have several tell it."""
    order = {season.name: 0 for season in seasons}
    following = [(one.name, other.name) for one, other in pairwise(seasons) if one.year == other.year]
    for _ in order:
        for before, after in following:
            order[after] = max(order[after], order[before] + 1)
    return order
