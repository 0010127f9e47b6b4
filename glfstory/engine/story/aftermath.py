"""What a story holds for the time after a run: the country's record, other roads, papers, and what was composed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from glfstory.engine.story.text import Text

TOLL = "toll"
"""The measure of a national figure that is an estimate of the dead."""


@dataclass(frozen=True, slots=True)
class NationalFigure:
    """One number of the record of the whole country."""

    id: str
    measure: str
    """`said`, `true`, `taken` or `left`, as in the story's own ledger; or `toll`."""
    value: float
    unit: str
    fact: str
    """The fact in whose text the number stands."""
    year: int = 0
    """0 for an estimate of the dead, which is of all years together."""
    high: float | None = None
    """The upper end, where the record gives two ends."""
    says: str = ""
    """Which of several figures it is; of an estimate, how it was come by."""
    source: str | None = None
    """Whose figure it is, where it is one author's."""


@dataclass(frozen=True, slots=True)
class OtherRoad:
    """What is changed in a run to see where it would have come to."""

    id: str
    title: str
    says: str = ""
    at: str | None = None
    """The tag of the scenes in which another choice is taken; without one, wherever one bears a preferred tag."""
    prefer: tuple[str, ...] = ()
    """The tags that this choice bears, the first before the second."""
    changed: Mapping[str, float] = field(default_factory=dict)
    """Constants given another value."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the village, as the run filed it."""

    id: str
    kind: str
    title: str
    text: Text
    season: str | None = None
    """The season at whose close it is written; without one, the end of the run."""
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What the debrief needs to know of the story as a whole."""

    people: str | None = None
    """The expression that counts the people of whom the toll is a share."""
    roads: Mapping[str, OtherRoad] = field(default_factory=dict)
    """In the order in which they are shown."""
    limits: tuple[str, ...] = ()
    """What the model cannot know, a sentence or two each."""
    composed: tuple[str, ...] = ()
    """What was invented, likewise."""
    reading: tuple[str, ...] = ()
    """Sources to read further."""
