"""A run's debrief as a whole."""

from dataclasses import dataclass

from glfstory.debrief.shape.ledgers import Guess, Ledgers
from glfstory.debrief.shape.moves import Moves
from glfstory.debrief.shape.papers import Papers
from glfstory.debrief.shape.record import FactAndFiction
from glfstory.debrief.shape.roads import Bands, OtherRoads


@dataclass(frozen=True, slots=True)
class Debrief:
    """All of a run's debrief that is there at once; `Moves` and the bands are worked out beside it."""

    title: str
    """Of the story."""
    code: str
    """The run's code, or its seed where it has none: `seed 7`."""
    ending: str
    """The title of its ending, or where it stands if it is not over."""
    is_over: bool
    says: str
    """What this page is, in two or three sentences, with the note on distress."""
    guess: Guess | None
    """None where the story holds no national record."""
    ledgers: Ledgers
    roads: OtherRoads
    record: FactAndFiction
    papers: Papers


@dataclass(frozen=True, slots=True)
class Whole:
    """All of a run's debrief, as exports need it."""

    debrief: Debrief
    moves: Moves
    bands: Bands
