"""The played story as a whole, and the roles that it gives to its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from glfstory.engine.story.aftermath import Aftermath, NationalFigure, Paper
from glfstory.engine.story.calibration import Measure, Relation
from glfstory.engine.story.model import Chance, Constant, Rule, Variable
from glfstory.engine.story.people import Household, Member
from glfstory.engine.story.record import Event, Fact, Source, Term
from glfstory.engine.story.scenes import Ending, Scene, Season
from glfstory.engine.story.text import Text


@dataclass(frozen=True, slots=True)
class Option:
    """Something chosen before a run starts."""

    id: str
    says: str
    words: tuple[str, ...]
    start: str
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What is read for a word; nothing where the words themselves are."""


@dataclass(frozen=True, slots=True)
class Length:
    """A run's length: the seasons that are shown, both ends included."""

    id: str
    says: str = ""
    first: str | None = None
    last: str | None = None
    undrawn: tuple[str, ...] = ()
    """Seasons that are shown and draw no storylets."""


@dataclass(frozen=True, slots=True)
class Input:
    """A number that may come from outside the run; played alone, an expression gives it."""

    id: str
    solo: str
    scenes: tuple[str, ...]
    """It is fixed whenever one of these scenes is reached or passed."""
    low: float
    high: float
    step: float
    says: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The variables that the two-ledger chart shows, read at the close of these seasons."""

    said: str
    true: str
    taken: str
    left: str
    at: tuple[str, ...]
    open: str | None = None
    """Where this does not hold at the close, the player does not see what was true until the run is over."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder that was laid over the story."""

    id: str
    title: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """All of it. Ids are the keys of the mappings; `seasons` are in order."""

    id: str
    title: str
    version: str
    language: str
    note: Text
    seasons: tuple[Season, ...]
    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    variables: Mapping[str, Variable] = field(default_factory=dict)
    constants: Mapping[str, Constant] = field(default_factory=dict)
    chances: Mapping[str, Chance] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    options: Mapping[str, Option] = field(default_factory=dict)
    lengths: Mapping[str, Length] = field(default_factory=dict)
    households: Mapping[str, Household] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    timeline: Mapping[str, Event] = field(default_factory=dict)
    """In the order of their dates."""
    policies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, Input] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    meters: tuple[str, ...] = ()
    ledger: Ledger | None = None
    toll: str | None = None
    releases: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    packs: tuple[Pack, ...] = ()
    subtitle: str = ""
    nation: Mapping[str, NationalFigure] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    aftermath: Aftermath = field(default_factory=Aftermath)

    @property
    def members(self) -> tuple[Member, ...]:
        """Every named person, household by household."""
        return tuple(member for house in self.households.values() for member in house.members)
