"""The record: sources, facts with their claims, and terms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A bibliographic record."""

    id: str
    title: str
    author: str = ""
    year: int | None = None
    publisher: str = ""
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says."""

    says: str
    source: str
    after: str | None = None
    """The work that the source cites for it."""
    where: str = ""
    value: float | str | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of record, with who says so and how sure it is."""

    id: str
    says: str
    period: str
    status: str
    sure: str
    claims: tuple[Claim, ...]
    correction: str = ""
    cites: tuple[str, ...] = ()
    title: str = ""
    """What its card is headed with; without one, its id in words."""
    late: bool = False
    """Whether the archive keeps it back until the run has ended."""
    opens: str = ""
    """The year and the name of the season until which the archive keeps it back, such as 1959-autumn."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the time, explained."""

    id: str
    term: str
    says: str
    characters: str = ""
    pinyin: str = ""
    late: bool = False
    """Whether the archive keeps it back until the run has ended."""
    opens: str = ""
    """As a fact's."""


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the timeline."""

    id: str
    when: str
    """A year, a month or a day, such as 1958-08; or two of them joined by ` / `."""
    sure: str
    """verified, reported, partly or unchecked."""
    above: str = ""
    """Orders and news."""
    sees: str = ""
    """What could be noticed in a village."""
    facts: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    title: str = ""
    """What it is headed with; without one, its id in words."""
    late: bool = False
    opens: str = ""
    """As a fact's."""
