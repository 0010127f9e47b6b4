"""Brigades that are played on without a pupil: by a policy of the story, or by what stands in for the absent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from glfstory.classroom.lesson import Lesson
from glfstory.classroom.seat import By, Seat, Turn
from glfstory.engine import SEEDS
from glfstory.engine.page import State
from glfstory.engine.run import Decision, Outside
from glfstory.engine.stage import Stage
from glfstory.engine.walk import Walk
from glfstory.exploring.players import preferred

Claim = Callable[[str, str, State], float | None]
"""What the province says for an input in a season, in a state; None where the story's own expression is to give it."""
Decide = Callable[[Walk], str]
"""The choice that is taken at the scene that waits."""


class Heard(Mapping[tuple[str, str], float]):
    """Numbers from outside by season and input: the province is asked for one when a walk first needs it."""

    def __init__(self, given: Sequence[Outside], claim: Claim) -> None:
        self.given = {(each.season, each.input): each.value for each in given}
        self._claim = claim
        self.walk: Walk | None = None
        """The walk that asks."""

    def __getitem__(self, key: tuple[str, str]) -> float:
        if key not in self.given:
            claim = self._claim(*key, self.walk.state()) if self.walk else None
            if claim is None:
                raise KeyError(key)
            self.given[key] = claim
        return self.given[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.given)

    def __len__(self) -> int:
        return len(self.given)

    def __bool__(self) -> bool:
        return True  # a walk takes what is empty for nothing at all


def carried(stage: Stage, lesson: Lesson, seat: Seat, until: int, by: By, decide: Decide, claim: Claim) -> Seat:
    """The seat with its decisions taken for it up to the season at that place, or to its end."""
    ids = [season.id for season in stage.story.seasons]
    heard = Heard(seat.given, claim)
    walk, turns = Walk(stage, lesson.seed, lesson.setup, heard), list(seat.turns)
    heard.walk = walk
    walk.advance()
    for turn in turns:
        walk.choose(turn.decision.choice)
        walk.advance()
    while walk.scene is not None and walk.at < until:
        choice = decide(walk)
        turns.append(Turn(walk.season.id, Decision(walk.scene.id, choice), by))
        walk.choose(choice)
        walk.advance()
    given = tuple(Outside(*key, value) for key, value in heard.given.items() if ids.index(key[0]) < until)
    return replace(seat, turns=tuple(turns), given=given)


def stand_in(walk: Walk) -> str:
    """What stands where nobody decides: the scene's `unplayed` choice, else the first that is always open."""
    if walk.scene is not None and walk.scene.unplayed:
        return walk.scene.unplayed
    return preferred(walk.open_choices(), (), 0, "").id


def by_policy(tags: Sequence[str], lesson: Lesson, brigade: int) -> Decide:
    """A player who prefers these tags; brigades of one policy differ where several choices bear a tag."""

    def decide(walk: Walk) -> str:
        scene = walk.scene.id if walk.scene else ""
        return preferred(walk.open_choices(), tags, (lesson.seed + brigade) % SEEDS, scene).id

    return decide
