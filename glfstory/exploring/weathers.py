"""A run's roads, in its own weather and in many others."""

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
    stage: Stage
    guide: Guide
    until: str
    """The season in which the run ended: at its close the toll is read."""

    def walk(self, run: Run, seed: int | None = None) -> tuple[Walk, int]:
        """The road to its end, in the run's weather or another, and how many decisions are others than the run's."""
        ledger = self.stage.story.ledger
        walk = begun(self.stage, run, seed, (*(ledger.at if ledger else ()), self.until))
        return walk, follow(walk, self.guide)

    def toll(self, walk: Walk) -> float | None:
        """The toll when the run ended; None where the road had ended before, or the story counts none."""
        state = dict(walk.closes).get(self.until)
        if state is None or self.stage.story.toll is None:
            return None
        return float(self.stage.program.question(self.stage.story.toll)(state.values, state.met))


def way_of(stage: Stage, run: Run, own: Way, road: OtherRoad) -> Way:
    """A road that the story names, beside the run's own way."""
    changed = {**run.setup.constants, **road.changed}
    is_same = changed == dict(stage.program.constants)
    return Way(road.id, stage if is_same else Stage(stage.story, changed), on_road(own.guide, road), own.until)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one run of a road came to."""

    years: tuple[tuple[float, ...] | None, ...]
    """At the closes that the ledger names: said, true, taken and left; None where the run ended before."""
    toll: float | None
    """As a way reads it."""


def in_weathers(way: Way, run: Run, seeds: Sequence[int]) -> Iterator[Reading]:
    """A road under each of the seeds, in their order."""
    ask, ledger = way.stage.program.question, way.stage.story.ledger
    columns = [ask(name) for name in (ledger.said, ledger.true, ledger.taken, ledger.left)] if ledger else []
    for seed in seeds:
        walk, _ = way.walk(run, seed)
        closed = dict(walk.closes)
        states = [closed.get(season) for season in (ledger.at if ledger else ())]
        years = tuple(tuple(float(asks(s.values, s.met)) for asks in columns) if s else None for s in states)
        yield Reading(years, way.toll(walk))


def other_seeds(run: Run, many: int) -> tuple[int, ...]:
    """So many seeds that are not the run's, always the same ones."""
    return tuple((run.seed + place) % SEEDS for place in range(1, many + 1))
