"""A run's roads in many other weathers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glfstory.engine import SEEDS
from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.engine.story import OtherRoad
from glfstory.engine.walk import Walk
from glfstory.exploring.roads import Guide, begun, follow, on_road


@dataclass(frozen=True, slots=True)
class Way:
    """A road as it can be walked: the stage under its constants, and who decides."""

    id: str
    """An empty string for the run's own."""
    stage: Stage
    guide: Guide

    def walk(self, run: Run, seed: int | None = None) -> tuple[Walk, int]:
        """The road to its end, in the run's weather or another, and how many decisions are others than the run's."""
        ledger = self.stage.story.ledger
        walk = begun(self.stage, run, seed, ledger.at if ledger else ())
        return walk, follow(walk, self.guide)


def way_of(stage: Stage, run: Run, guide: Guide, road: OtherRoad) -> Way:
    """A road that the story names, for a run under that guide."""
    changed = {**run.setup.constants, **road.changed}
    same = changed == dict(stage.program.constants)
    return Way(road.id, stage if same else Stage(stage.story, changed), on_road(guide, road))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one run of a road came to."""

    years: tuple[tuple[float, ...] | None, ...]
    """At the closes that the ledger names: said, true, taken and left; None where the run ended before."""
    toll: float


def in_weathers(way: Way, run: Run, seeds: Sequence[int]) -> Iterator[Reading]:
    """A road under each of the seeds, in their order."""
    story, ask = way.stage.story, way.stage.program.question
    names = story.ledger
    columns = [ask(name) for name in (names.said, names.true, names.taken, names.left)] if names else []
    toll = ask(story.toll) if story.toll else None
    for seed in seeds:
        walk, _ = way.walk(run, seed)
        closed = dict(walk.closes)
        states = [closed.get(season) for season in (names.at if names else ())]
        years = tuple(tuple(float(asks(s.values, s.met)) for asks in columns) if s else None for s in states)
        yield Reading(years, float(toll(walk.values, walk.met)) if toll else 0.0)


def other_seeds(run: Run, many: int) -> tuple[int, ...]:
    """So many seeds that are not the run's, always the same ones."""
    return tuple((run.seed + place) % SEEDS for place in range(1, many + 1))
