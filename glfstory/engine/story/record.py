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
