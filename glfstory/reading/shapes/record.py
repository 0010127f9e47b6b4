"""Written shapes of the record: sources, facts, glossary, timeline."""

from typing import Annotated

from pydantic import Field

from glfstory.reading.shapes.base import Flag, OneOf, Plain, Prose, Ref, Shape, Whole

CHECKED = ("verified", "reported", "partly", "unchecked")
STATUSES = ("corroborated", "single-source", "contradictory", "doubtful", "interpretive")


class WrittenSource(Shape):
    """A bibliographic record."""

    title: Prose
    author: Prose | None = None
    year: Whole | None = None
    publisher: Prose | None = None
    kind: Prose | None = None
    note: Prose | None = None


class WrittenClaim(Shape):
    """What one source says; `after` is the work that it cites for it."""

    says: Prose
    source: Ref
    after: Ref | None = None
    where: Prose | None = None
    value: Plain | None = None
    unit: Prose | None = None


class WrittenFact(Shape):
    """A statement of record."""

    title: Prose | None = None
    says: Prose
    period: Plain
    status: Annotated[str, OneOf(STATUSES)]
    sure: Annotated[str, OneOf(("high", "medium", "low"))]
    claims: Annotated[list[WrittenClaim], Field(min_length=1)]
    correction: Prose | None = None
    cites: list[Ref] = []
    late: Flag = False
    opens: Plain | None = None


class WrittenTerm(Shape):
    """A word of the time."""

    term: Prose
    says: Prose
    characters: Prose | None = None
    pinyin: Prose | None = None
    late: Flag = False
    opens: Plain | None = None


class WrittenEvent(Shape):
    """An entry of the timeline: orders and news above, what a village sees, or both."""

    when: Plain
    title: Prose | None = None
    above: Prose | None = None
    sees: Prose | None = None
    sure: Annotated[str, OneOf(CHECKED)]
    facts: list[Ref] = []
    cites: list[Ref] = []
    late: Flag = False
    opens: Plain | None = None
