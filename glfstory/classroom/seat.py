"""A seat of the class, which is one brigade: its turns, what it was given from the province, and its run."""

from dataclasses import dataclass, replace
from typing import Literal

from glfstory.classroom.lesson import Lesson
from glfstory.engine.run import Decision, Entry, Outside, Run, begin
from glfstory.engine.story import Story

By = Literal["pupil", "script", "stand-in"]
"""Who took a decision: a pupil, a policy of the story for an empty seat, or what stands in for an absent pupil."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A decision with its season and who took it."""

    season: str
    decision: Decision
    by: By = "pupil"


@dataclass(frozen=True, slots=True)
class Seat:
    """A brigade as it is kept; its run is worked out from it."""

    number: int
    """1 for the first."""
    joined: bool = False
    """Whether a pupil sits there."""
    out: bool = False
    """Whether the pupil has stepped out of the story."""
    page: int = 0
    """The page in front of the pupil, as a place among all pages of the run."""
    turns: tuple[Turn, ...] = ()
    given: tuple[Outside, ...] = ()
    """Numbers that the province gave, each fixed when the seat came to it."""
    season: int = 0
    """The season of that page, as a place among the story's seasons."""
    over: bool = False
    """Whether the last page of the run is in front of the pupil."""
    moved: float = 0
    """When it moved last, in seconds of the clock that the class is given."""
    begun: bool = False
    """Whether the pupil who sits there has gone on from a page."""
    missed: int | None = None
    """How many decisions went without the pupil when the seat was brought along; None once the pupil has gone on."""


def run_of(story: Story, lesson: Lesson, seat: Seat) -> Run:
    """A seat's run, as it replays alone: each given number stands before the first decision of its season."""
    order = {season.id: place for place, season in enumerate(story.seasons)}
    waiting = sorted(seat.given, key=lambda each: (order[each.season], each.input))
    entries: list[Entry] = []
    for turn in seat.turns:
        while waiting and order[waiting[0].season] <= order[turn.season]:
            entries.append(waiting.pop(0))
        entries.append(turn.decision)
    return replace(begin(story, lesson.seed, lesson.setup), entries=(*entries, *waiting))
