"""What moved what."""

from dataclasses import dataclass

from glfstory.debrief.shape.figures import Figure


@dataclass(frozen=True, slots=True)
class Move:
    """A decision and how far it moved one thing: the run less the mean of the scene's other open choices."""

    number: int
    """Of the decision in the run, from 1."""
    season: str
    title: str
    """Of the scene."""
    took: str
    """The words of the choice that was taken."""
    instead: tuple[str, ...]
    """The words of the other choices that were open."""
    change: Figure
    """Signed, in the unit of what is moved; words such as `12 days more`, `about 9 of the village's people more`."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A meter or the toll, and the decisions that moved it most, the greatest first."""

    id: str
    title: str
    now: Figure
    """Where the run came to."""
    moves: tuple[Move, ...]
    is_toll: bool = False


@dataclass(frozen=True, slots=True)
class Moves:
    """What moved what; each entry was found by replaying the run with that one decision changed."""

    each: tuple[Moved, ...]
    same: tuple[str, ...]
    """The scenes in which no decision moved any of these."""
    same_says: str
    """The honest remark that stands before them; an empty string where there are none."""
    beyond: tuple[str, ...]
    """What no decision of this run could have changed, a sentence each; numbers in it stand in `figures`."""
    figures: tuple[Figure, ...]
    method: str
    """How it was worked out, in two or three sentences."""
