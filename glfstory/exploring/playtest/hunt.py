"""The hunt for what was not seen: runs are changed a little and played again, the nearest to each aim first."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf

from glfstory.engine import SEEDS
from glfstory.engine.stage import Stage
from glfstory.exploring.playtest.aims import FAR, Aim, Aims
from glfstory.exploring.playtest.crowd import Crowd, Heard
from glfstory.exploring.playtest.sights import Sight, Sights
from glfstory.exploring.playtest.trip import RANDOM, Asked, Trip, run_of

ROUND = 100
"""Runs that are played before the hunt looks at what they came to; the same for any number of processors."""
FIRST = 200
"""Known runs at most that are played again to begin with, to learn how far they stayed; never over a quarter of all."""
PATIENCE = 1200
"""Runs after which an aim that has come no nearer is hunted from other known runs."""
AT_ONCE = 200
"""Aims that are hunted together; of more, the first of the story, until they are found."""
KEPT = 12
"""Runs kept for an aim: the nearest, one for a seed."""
Near = tuple[float, int, Trip]
"""A run with its distance, and its place in the hunt, the newest lowest."""


class Hunt:
    """A hunt under way. The same seed makes the same hunt."""

    def __init__(self, stage: Stage, sights: Sights, crowd: Crowd, seed: int) -> None:
        self.stage, self.sights, self.crowd, self.seed = stage, sights, crowd, seed
        self.trips: list[Trip] = []
        """All runs of the hunt."""
        self._aims = Aims(stage)
        self._near: dict[Sight, list[Near]] = {}
        """For each aim the nearest runs."""
        self._since: dict[Sight, tuple[float, int]] = {}
        """How near each aim has come, and at which run."""
        self._known: Sequence[Trip] = ()
        self._wishes: dict[int, Mapping[str, str]] = {}
        """What each kept run chose, by the run's identity."""

    def go(self, known: Sequence[Trip], counts: Sequence[int], budget: int, heard: Heard | None = None) -> None:
        """Plays up to `budget` runs, from runs that are known, until nothing is unseen.

        `counts` says of each sight how many of the known runs saw it.
        """
        self._known = known
        unseen = [sight for sight, count in zip(self.sights.all, counts, strict=True) if not count]
        first = _rarest(known, counts)[: min(FIRST, max(1, budget // 4))] if budget else []
        asked = [replace(trip.asked, aims=tuple(unseen[:AT_ONCE])) for trip in first]
        while asked and unseen:
            trips = self.crowd.play(asked, heard)
            self._learn(trips)
            seen = {place for trip in trips for place in trip.seen}
            unseen = [sight for sight in unseen if self.sights.places[sight] not in seen]
            aims = unseen[:AT_ONCE]
            for sight in aims:
                self._look_elsewhere(sight)
            left = min(ROUND, budget - len(self.trips))
            asked = [self._changed(aims, number) for number in range(left)] if aims else []

    def _learn(self, trips: Sequence[Trip]) -> None:
        for trip in trips:
            self.trips.append(trip)
            for sight, far in zip(trip.asked.aims, trip.far, strict=True):
                rows = self._near.get(sight, [])
                if len(rows) == KEPT and far > rows[-1][0]:
                    continue
                rows = [*rows, (far, -len(self.trips), trip)]
                rows.sort(key=lambda row: row[:2])  # of equals the newer, so that the hunt does not stand still
                of_seeds: dict[int, Near] = {}
                for row in rows:
                    of_seeds.setdefault(row[2].asked.seed, row)
                self._near[sight] = list(of_seeds.values())[:KEPT]

    def _look_elsewhere(self, aim: Sight) -> None:
        """Begins anew for an aim that is new, or has come no nearer for long: what is nearest may be a dead end."""
        played = len(self.trips)
        if aim in self._near:
            nearest = self._near[aim][0][0]
            best, since = self._since.get(aim, (inf, played))
            if nearest < best:
                self._since[aim] = (nearest, played)
                return
            if played - since < PATIENCE:
                return
        dice = random.Random(f"{self.seed} {played} {aim}")  # noqa: S311
        others = dice.sample(self._known, k=min(KEPT, len(self._known)))
        self._near[aim] = [(FAR, 0, trip) for trip in others]
        self._since[aim] = (FAR, played)

    def _changed(self, unseen: Sequence[Sight], number: int) -> Asked:
        """A run that was near one of the aims, with some of its decisions taken otherwise."""
        name = f"{self.seed} {len(self.trips)} {number}"
        dice = random.Random(name)  # noqa: S311
        sight = unseen[(len(self.trips) + number) % len(unseen)]
        near = [trip for _, _, trip in self._near[sight]]
        parent = near[int(dice.random() ** 3 * len(near))]  # mostly the nearest
        wishes = self._wished(self._aims.of(sight), near, parent, dice)
        asked = replace(parent.asked, player=RANDOM, dice=name, wishes=wishes, aims=tuple(unseen))
        if dice.random() < 0.3:
            asked = replace(asked, seed=dice.randrange(SEEDS))
        if dice.random() < 0.1:
            asked = replace(asked, options=options(self.stage, dice))
        return asked

    def _wished(self, aim: Aim, near: Sequence[Trip], parent: Trip, dice: random.Random) -> Mapping[str, str]:
        """The parent's choices, some left to chance and some from the aim's hints.

        In scenes that it did not meet, what others that came near chose there.
        """
        own = sorted(self._chosen(parent))
        wishes: dict[str, str] = {}
        for trip in (*dice.sample(near, k=len(near)), parent):
            wishes |= self._chosen(trip)
        if dice.random() < 0.2:
            wishes |= self._chosen(dice.choice(near))
        if dice.random() < 0.1:
            wishes |= dict(dice.sample(aim.hints, k=len(aim.hints)))
        for _ in range(dice.choice((0, 1, 1, 2, 3, 5, 8))):
            if aim.hints and dice.random() < 0.5:
                wishes |= [dice.choice(aim.hints)]
            elif own:
                wishes.pop(dice.choice(own), None)
        return wishes | dict([dice.choice(aim.last)]) if aim.last else wishes

    def _chosen(self, trip: Trip) -> Mapping[str, str]:
        if id(trip) not in self._wishes:
            run = run_of(self.stage, trip)
            self._wishes[id(trip)] = {each.scene: each.choice for each in run.decisions}
        return self._wishes[id(trip)]


def options(stage: Stage, dice: random.Random) -> tuple[tuple[str, str], ...]:
    """A word for every option."""
    return tuple((each.id, dice.choice(each.words)) for each in stage.story.options.values())


def _rarest(trips: Sequence[Trip], counts: Sequence[int]) -> list[Trip]:
    """For each sight, the rarest first, one run that saw it; each run once."""
    first: dict[int, Trip] = {}
    for trip in trips:
        for place in trip.seen:
            first.setdefault(place, trip)
    return _once(first[place] for place in sorted(first, key=lambda place: (counts[place], place)))


def _once(trips: Iterable[Trip]) -> list[Trip]:
    return list({id(trip): trip for trip in trips}.values())
