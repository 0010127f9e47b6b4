"""The other roads, in the same weather and in many others."""

from dataclasses import dataclass

from glfstory.debrief.shape.figures import Figure
from glfstory.debrief.shape.ledgers import Year


@dataclass(frozen=True, slots=True)
class Road:
    """The same weather and other reports, or other neighbours; the first road is the run itself."""

    id: str
    """`own` for the run itself; otherwise as the story names it."""
    title: str
    """A few words: `honest reports`."""
    says: str
    """What is changed, in a sentence."""
    years: tuple[Year, ...]
    toll: Figure | None
    """How many had died at the end, in words such as `about 61 of the village's people`; None without a toll."""
    changed: int
    """In how many of the run's scenes another choice was taken: where it was asked for, or the run's was closed."""
    remark: str = ""
    """Since when the books were in other hands, or that it is the road that was taken; nothing otherwise."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Where a road comes to in many weathers: nine in ten lie between `low` and `high`, half of them below `middle`."""

    low: Figure
    middle: Figure
    high: Figure


@dataclass(frozen=True, slots=True)
class BandYear:
    """One year of a band."""

    year: int
    said: Spread
    true: Spread
    taken: Spread
    left: Spread


@dataclass(frozen=True, slots=True)
class Band:
    """A road in many other weathers."""

    road: str
    """The id of the road."""
    runs: int
    """How many weathers."""
    years: tuple[BandYear, ...]
    toll: Spread | None


@dataclass(frozen=True, slots=True)
class Bands:
    """All roads in many other weathers."""

    bands: tuple[Band, ...]
    """In the order of the roads; the run's own is the first."""
    weathers: int
    """How many."""
    says: str
    """What the weather alone could have changed, in a sentence; an empty string without a toll."""


@dataclass(frozen=True, slots=True)
class OtherRoads:
    """The other road, in this model."""

    roads: tuple[Road, ...]
    """The run itself first. Of one road alone there is nothing to compare: `says` tells why."""
    says: str
    """In this model: one sentence before the chart; where the story names no other roads, that it does not."""
    limits: tuple[str, ...]
    """What the model leaves out or cannot know, to stand next to the chart."""
