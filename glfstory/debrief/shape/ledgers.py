"""Your years, the country's years, and both in the same units."""

from dataclasses import dataclass
from typing import Literal

from glfstory.debrief.shape.figures import Figure


@dataclass(frozen=True, slots=True)
class Year:
    """A year of two ledgers, the run's or another road's, all books open."""

    year: int
    said: Figure
    true: Figure
    taken: Figure
    left: Figure
    """A head."""


Measure = Literal["said", "true", "taken", "left"]
"""The four columns of the ledger, which the village's years and the nation's have in common."""


@dataclass(frozen=True, slots=True)
class NationRow:
    """What the record says of the whole country in one year; several rows of a year and measure stand side by side."""

    year: int
    measure: Measure
    figure: Figure
    unit: str
    says: str
    """Which of several figures this is: `the older official series`, `believed in December 1958`."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Village and nation in the same unit, in one year."""

    year: int
    own: Figure | None
    """None where the run has no such year."""
    nation: tuple[NationRow, ...]
    """Several where the sources differ."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that can be said of village and nation alike, year by year; a chart or a table."""

    id: Literal["overstated", "harvest", "taken", "left"]
    title: str
    """`Said, as a multiple of the true harvest`."""
    unit: str
    years: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Your years, and beside them the country's."""

    own: tuple[Year, ...]
    nation: tuple[NationRow, ...]
    compared: tuple[Comparison, ...]
    """In the same units; empty where the story holds no national record."""
    unit: str
    """Of what was said, true and taken in the run: `jin`."""
    unit_left: str
    remark: str = ""
    """Since when the books were in other hands, if they ever were: from then on somebody else said what was said."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a reader is asked before the ledgers open: a number for each year. Nothing of it is kept or judged."""

    asks: str
    """The question in one or two sentences."""
    unit: str
    years: tuple[int, ...]
    record: tuple[tuple[Figure, ...], ...]
    """For each year what the record says, to be shown beside the guess afterwards; several where sources differ."""
    series: tuple[tuple[str, ...], ...] = ()
    """Which series each of those figures is of, in a few words or none; nothing where none has words."""
