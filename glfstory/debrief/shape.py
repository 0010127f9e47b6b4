"""The debrief as plain data: every number in it carries where it comes from, the run, a fact or the model."""

from dataclasses import dataclass
from typing import Literal

from glfstory.pages.words import Line


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


@dataclass(frozen=True, slots=True)
class Guess:
    """What a reader is asked before the ledgers open: a number for each year. Nothing of it is kept or judged."""

    asks: str
    """The question in one or two sentences."""
    unit: str
    years: tuple[int, ...]
    record: tuple[tuple[Figure, ...], ...]
    """For each year what the record says, to be shown beside the guess afterwards; several where sources differ."""


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
    """Decisions that moved none of these, in words; the honest remark."""
    beyond: tuple[str, ...]
    """What no decision of this run could have changed, a sentence each; numbers in it stand in `figures`."""
    figures: tuple[Figure, ...]
    method: str
    """How it was worked out, in two or three sentences."""


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


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact of the record that the run met."""

    fact: str
    """Its id: a mark that opens its card."""
    title: str
    says: str
    standing: str
    """How sure it is, and whether sources agree."""
    dispute: str
    """`disputed`, `doubtful`, `corrected` or nothing."""
    correction: str


@dataclass(frozen=True, slots=True)
class Work:
    """A work of the bibliography."""

    source: str
    """Its id."""
    words: str
    """Author, title, year, and what kind of work it is."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """One author's estimate of how many died in the whole country."""

    who: str
    figure: Figure
    method: str


@dataclass(frozen=True, slots=True)
class FactAndFiction:
    """What in this run is record, and what was composed."""

    met: tuple[Statement, ...]
    """The facts whose marks the run showed, in the order of its pages."""
    works: tuple[Work, ...]
    """Every source behind them, as a bibliography in the order of the alphabet."""
    composed: tuple[str, ...]
    """What was invented, a sentence each."""
    disputed: tuple[Statement, ...]
    """Where sources or historians disagree, among the facts met and those that open at the end."""
    estimates: tuple[Estimate, ...]
    """The death toll by author and method, lowest first; empty where the story holds none."""
    estimates_say: str
    """What stands before the table: that no single figure is certain."""
    reading: tuple[Work, ...]
    """Further reading."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the village as this run filed it. It is fiction, and says so."""

    id: str
    kind: str
    """As the story calls it: telegram, ledger page, press cutting, clinic book."""
    title: str
    lines: tuple[Line, ...]
    """Its paragraphs."""
    watermark: str
    """`Fiction: Two Ledgers, run 1GH1-KNYT-…`; it stands on every paper, also on a page torn from the rest."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers, and a page for another reader who has not played."""

    papers: tuple[Paper, ...]
    asks: tuple[str, ...]
    """The page that asks another reader to estimate the true harvest from the papers alone; a paragraph each."""
    answers: tuple[Figure, ...]
    """The true harvests, for the back of that page; in the order of `years`."""
    years: tuple[int, ...]


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
