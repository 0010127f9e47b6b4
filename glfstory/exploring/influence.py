"""What moved what: how far each decision of a run moved the meters and the toll, against what else was open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from glfstory.engine.page import State
from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.engine.walk import Walk
from glfstory.exploring.roads import Guide, begun, follow, guide_of


@dataclass(frozen=True, slots=True)
class Levels:
    """What a run came to: each meter as the mean over the closes of its seasons, and the toll at the last of them."""

    meters: tuple[float, ...]
    toll: float
    """0 where the story counts none."""


@dataclass(frozen=True, slots=True)
class Course:
    """A run to its end, close by close."""

    closes: tuple[tuple[tuple[float, ...], float], ...]
    """The meters and the toll at each close."""

    def until(self, closes: int) -> Levels:
        """The levels after so many closes."""
        told = self.closes[:closes]
        columns = zip(*(meters for meters, _ in told), strict=True)
        return Levels(tuple(map(_mean, columns)), told[-1][1])


@dataclass(frozen=True, slots=True)
class Influence:
    """One decision, and where the run would have come to with each of the others that were open."""

    number: int
    """Of the decision in the run, from 1."""
    scene: str
    choice: str
    own: Course
    others: tuple[tuple[str, Course], ...]
    """The other open choices; what follows is decided as it was where that still can be, else by the run's nearest
    policy."""

    @property
    def moved(self) -> Levels:
        """The run less the mean over the others; nought where nothing else was open.

        Where one of two ends before the other, both are read at that end.
        """
        if not self.others:
            return Levels((0.0,) * len(self.own.closes[-1][0]), 0.0)
        pairs = [self._side_by_side(course) for _, course in self.others]
        places = range(len(self.own.closes[-1][0]))
        meters = tuple(_mean([own.meters[at] - other.meters[at] for own, other in pairs]) for at in places)
        return Levels(meters, _mean([own.toll - other.toll for own, other in pairs]))

    def _side_by_side(self, other: Course) -> tuple[Levels, Levels]:
        closes = min(len(self.own.closes), len(other.closes))
        return self.own.until(closes), other.until(closes)


def influences(stage: Stage, run: Run) -> Iterator[Influence]:
    """Every decision of a run in order, with what it did; nothing for a run that has not come to a close."""
    guide, walk = guide_of(stage, run), begun(stage, run, closes=[season.id for season in stage.story.seasons])
    own = _course(stage, walk.copy(), guide, walk.closes)
    for number, decision in enumerate(run.decisions, 1):
        others = []
        for each in walk.open_choices():
            if each.id != decision.choice:
                other = walk.copy()
                other.choose(each.id)
                other.advance()
                others.append((each.id, _course(stage, other, guide, walk.closes)))
        yield Influence(number, decision.scene, decision.choice, own, tuple(others))
        walk.choose(decision.choice)
        walk.advance()


def _course(stage: Stage, walk: Walk, guide: Guide, before: Sequence[tuple[str, State]]) -> Course:
    """A walk taken to its end, with the closes that came before it."""
    follow(walk, guide)
    asks = [stage.program.question(name) for name in stage.story.meters]
    toll = stage.program.question(stage.story.toll or "0")
    states = [state for _, state in (*before, *walk.closes)]
    return Course(
        tuple(
            (tuple(float(ask(state.values, state.met)) for ask in asks), float(toll(state.values, state.met)))
            for state in states
        )
    )


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)
