"""What moved what: how far each decision of a run moved the meters and the toll, against what else was open."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.engine.walk import State, Walk
from glfstory.exploring.roads import Guide, begun, follow, guide_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to."""

    meters: tuple[float, ...]
    """Each meter of the story, as the mean over the closes of all seasons."""
    toll: float
    """At the end; 0 where the story counts none."""


@dataclass(frozen=True, slots=True)
class Influence:
    """One decision, and where the run would have come to with each of the others that were open."""

    number: int
    """Of the decision in the run, from 1."""
    scene: str
    choice: str
    came_to: Outcome
    """Of the run itself."""
    others: tuple[tuple[str, Outcome], ...]
    """The other open choices; what follows is decided as it was where that still can be, else by the run's nearest
    policy."""

    @property
    def moved(self) -> Outcome:
        """The run less the mean over the others; nought where nothing else was open."""
        if not self.others:
            return Outcome((0.0,) * len(self.came_to.meters), 0.0)
        ends = [outcome for _, outcome in self.others]
        means = [fsum(end.meters[place] for end in ends) / len(ends) for place in range(len(self.came_to.meters))]
        meters = tuple(value - mean for value, mean in zip(self.came_to.meters, means, strict=True))
        return Outcome(meters, self.came_to.toll - fsum(end.toll for end in ends) / len(ends))


def influences(stage: Stage, run: Run) -> Iterator[Influence]:
    """Every decision of a run in order, with what it did."""
    guide, closes = guide_of(stage, run), [season.id for season in stage.story.seasons]
    walk = begun(stage, run, closes=closes)
    came_to = _outcome(stage, walk.copy(), guide, walk)
    for number, decision in enumerate(run.decisions, 1):
        others = [each.id for each in walk.open_choices() if each.id != decision.choice]
        ends = tuple((other, _outcome(stage, walk.copy(), guide, walk, other)) for other in others)
        yield Influence(number, decision.scene, decision.choice, came_to, ends)
        walk.choose(decision.choice)
        walk.advance()


def _outcome(stage: Stage, walk: Walk, guide: Guide, before: Walk, first: str = "") -> Outcome:
    """What a copy of a walk comes to, with that choice first; the closes so far are on the walk `before`."""
    if first:
        walk.choose(first)
        walk.advance()
    follow(walk, guide)
    states = [state for _, state in (*before.closes, *walk.closes)]
    meters = tuple(_mean(stage, name, states) for name in stage.story.meters)
    toll = stage.program.question(stage.story.toll)(walk.values, walk.met) if stage.story.toll else 0.0
    return Outcome(meters, float(toll))


def _mean(stage: Stage, name: str, states: list[State]) -> float:
    asks = stage.program.question(name)
    return fsum(float(asks(state.values, state.met)) for state in states) / max(1, len(states))
