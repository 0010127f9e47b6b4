"""The runs of one player: how they ended, how long they were, where the meters stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from glfstory.exploring.calibration import quantile
from glfstory.exploring.playtest.odds import Odds
from glfstory.exploring.playtest.trip import Trip

LOW, HALF, HIGH = 0.05, 0.5, 0.95
"""The places among runs at which meters are read."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Fewest, the middle one, most; not numbers where there is nothing."""

    fewest: float
    half: float
    most: float


def spread(values: Sequence[float], low: float = 0, high: float = 1) -> Spread:
    """The spread of some values, between two places among them."""
    return Spread(quantile(values, low), quantile(values, HALF), quantile(values, high))


@dataclass(frozen=True)
class Group:
    """The runs of one player."""

    player: str
    trips: tuple[Trip, ...]

    @cached_property
    def endings(self) -> dict[str, Odds]:
        """The odds of the endings that came, the likeliest first."""
        counts: dict[str, int] = {}
        for trip in self.trips:
            if trip.ending:
                counts[trip.ending] = counts.get(trip.ending, 0) + 1
        ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
        return {ending: Odds(count, len(self.trips)) for ending, count in ordered}

    @cached_property
    def whole(self) -> tuple[Trip, ...]:
        """The runs that neither ended early nor failed: lengths are taken over them."""
        return tuple(trip for trip in self.trips if trip.ending and not trip.early)

    @property
    def decisions(self) -> Spread:
        """Decisions of a run."""
        return spread([len(trip.taken) for trip in self.whole])

    @property
    def scenes(self) -> Spread:
        """Scenes of a run."""
        return spread([trip.scenes for trip in self.whole])

    @property
    def words(self) -> Spread:
        """Words of a run."""
        return spread([trip.words for trip in self.whole])

    def meter(self, place: int, meters: int) -> tuple[Spread, ...]:
        """One of so many meters at the close of each season: where 5, 50 and 95 of 100 runs that reached it stand."""
        longest = max((len(trip.levels) for trip in self.trips), default=0)
        return tuple(
            spread([trip.levels[at] for trip in self.trips if len(trip.levels) > at], LOW, HIGH)
            for at in range(place, longest, meters)
        )
