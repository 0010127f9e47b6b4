"""A playtest as a whole: the runs of each player, what they saw, what the hunt added, and what failed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from glfstory.engine.story import Story
from glfstory.exploring.playtest.clamps import Count, Place
from glfstory.exploring.playtest.group import Group
from glfstory.exploring.playtest.sights import Sight, Sights
from glfstory.exploring.playtest.trip import Trip


@dataclass(frozen=True, slots=True)
class Failed:
    """A failure, and the shortest run that shows it."""

    says: str
    runs: int
    trip: Trip


@dataclass(frozen=True, slots=True)
class Rarest:
    """The rarest road to an ending: of all runs that came to it, the one whose rarest sight fewest other runs had."""

    ending: str
    trip: Trip
    sight: Sight
    runs: int
    """How many runs had that sight."""


@dataclass(frozen=True)
class Playtest:
    """All of it."""

    story: Story
    seed: int
    length: str
    groups: tuple[Group, ...]
    hunted: tuple[Trip, ...]
    """The runs of the hunt; they count for coverage and failures, for no odds."""
    clamps: Mapping[Place, Count]
    """Of the players' runs."""

    @cached_property
    def sights(self) -> Sights:
        """What there is to see."""
        return Sights(self.story)

    @property
    def trips(self) -> tuple[Trip, ...]:
        """The runs of all players."""
        return tuple(trip for group in self.groups for trip in group.trips)

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """How many of the players' runs saw each sight."""
        return counts_of(self.trips, len(self.sights.all))

    @cached_property
    def missed(self) -> tuple[Sight, ...]:
        """What no player saw."""
        return tuple(sight for sight, count in zip(self.sights.all, self.counts, strict=True) if not count)

    @cached_property
    def found(self) -> dict[Sight, Trip]:
        """What the hunt saw and no player did, each with the shortest run of the hunt that shows it."""
        places, found = self.sights.places, dict[int, Trip]()
        for trip in sorted(self.hunted, key=lambda trip: (len(trip.taken), trip.asked.seed)):
            for place in trip.seen:
                found.setdefault(place, trip)
        return {sight: found[places[sight]] for sight in self.missed if places[sight] in found}

    @property
    def unseen(self) -> tuple[Sight, ...]:
        """What nobody saw."""
        return tuple(sight for sight in self.missed if sight not in self.found)

    @cached_property
    def failures(self) -> tuple[Failed, ...]:
        """Every failure, the most frequent first."""
        found: dict[str, list[Trip]] = {}
        for trip in (*self.trips, *self.hunted):
            if trip.failure:
                found.setdefault(trip.failure.says, []).append(trip)
        shortest = [Failed(says, len(trips), min(trips, key=_length)) for says, trips in found.items()]
        return tuple(sorted(shortest, key=lambda each: (-each.runs, each.says)))

    @property
    def is_clean(self) -> bool:
        """Whether everything was seen and nothing failed."""
        return not self.unseen and not self.failures

    @cached_property
    def rarest(self) -> tuple[Rarest, ...]:
        """For each ending the rarest road to it, in the order of the story."""
        best: dict[str, tuple[list[tuple[int, int]], Trip]] = {}
        for trip in (*self.trips, *(self.found[each] for each in self.found if each.kind == "ending")):
            seen = (place for place in trip.seen if self.sights.all[place].kind not in ("ending", "coda"))
            ranks = sorted((self.counts[place], place) for place in seen)[:8]
            if trip.ending and ranks and (trip.ending not in best or ranks < best[trip.ending][0]):
                best[trip.ending] = (ranks, trip)
        return tuple(self._rarest(each, *best[each]) for each in self.story.endings if each in best)

    def _rarest(self, ending: str, ranks: Sequence[tuple[int, int]], trip: Trip) -> Rarest:
        count, place = ranks[0]
        return Rarest(ending, trip, self.sights.all[place], count)


def counts_of(trips: Sequence[Trip], sights: int) -> tuple[int, ...]:
    """How many of the runs saw each of so many sights."""
    counts = [0] * sights
    for trip in trips:
        for place in trip.seen:
            counts[place] += 1
    return tuple(counts)


def _length(trip: Trip) -> tuple[int, int]:
    return (trip.failure.decisions if trip.failure else len(trip.taken)), trip.asked.seed
