"""One number as it is shown, and where it comes from: the run, a fact or the model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfRun:
    """Read in this run."""

    where: str
    """The name or expression that was read, and when: `harvest, Autumn 1958`."""


@dataclass(frozen=True, slots=True)
class OfFact:
    """A number of the record."""

    facts: tuple[str, ...]
    """The ids of the facts in whose text it stands; of a share or a ratio, those of both its parts."""


@dataclass(frozen=True, slots=True)
class OfModel:
    """What the model makes of runs that were not played."""

    where: str
    """The runs and what was read in them: `honest, toll, 200 other weathers`."""


Origin = OfRun | OfFact | OfModel


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as it is shown, and where it comes from."""

    value: float
    words: str
    """With its unit: `430,000 jin`, `375 million tons`, `about 87 of the village's people`."""
    origin: Origin
    high: float | None = None
    """The upper end, where the record gives two ends; `value` is the lower one."""
