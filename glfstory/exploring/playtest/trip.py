"""One run as a playtest keeps it: what was asked of it, and what came of it."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from glfstory.engine.run import Decision, Run, begin
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.walk import Walk
from glfstory.exploring.playtest.sights import Sight

RANDOM = "random"
"""The player who takes any open choice, each as likely as the others."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A run to be played. The same asked gives the same run, wherever and whenever it is played."""

    player: str
    """`random`, or a policy of the story."""
    seed: int
    """Of the run."""
    dice: str
    """What keys the choices of a random player, and nothing else."""
    options: tuple[tuple[str, str], ...] = ()
    length: str = ""
    wishes: Mapping[str, str] = field(default_factory=dict)
    """Choices by scene that are taken where they are open, whoever plays."""
    aims: tuple[Sight, ...] = ()
    """What it should be told how far it stayed from."""

    @property
    def setup(self) -> Setup:
        """What is chosen before it starts."""
        return Setup(dict(self.options), self.length)

    def __reduce__(self) -> tuple[object, ...]:
        """Runs go to other processes and back by the thousand, and this is the quickest way there."""
        return Asked, tuple(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that must not happen in play."""

    says: str
    decisions: int
    """How many decisions lead to it."""


@dataclass(frozen=True, slots=True)
class Trip:
    """What came of a run."""

    asked: Asked
    taken: bytes
    """Each decision as its place among the open choices, from 0; a byte each, as runs are many."""
    ending: str
    """Its id; an empty string where the run failed before."""
    early: bool
    """Whether the ending is one that may cut a run short."""
    scenes: int
    words: int
    """Every word shown."""
    seen: "array[int]"
    """The number of each sight."""
    levels: "array[float]"
    """Every meter at the close of the first season, then of the second, as far as the run came."""
    failure: Failure | None = None
    far: tuple[float, ...] = ()
    """How far it stayed from each of the aims; 0 is seen, or might have been."""

    def __reduce__(self) -> tuple[object, ...]:
        return Trip, tuple(getattr(self, name) for name in self.__slots__)


def run_of(stage: Stage, trip: Trip, decisions: int | None = None, to: str = "") -> Run:
    """The run of a trip: with all or the first of its decisions, and no further than to a scene."""
    run = begin(stage.story, trip.asked.seed, trip.asked.setup)
    walk, found = Walk(stage, run.seed, run.setup), []
    for place in trip.taken[:decisions]:
        walk.advance()
        if walk.scene is None or to in walk.met:
            break
        scene, choice = walk.scene.id, walk.open_choices()[place].id
        found.append(Decision(scene, choice))
        walk.choose(choice)
    return Run(run.story, run.version, run.seed, run.packs, run.setup, tuple(found))
