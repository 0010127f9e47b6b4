"""Written shapes of what a model is measured by: measures and relations."""

from typing import Annotated

from pydantic import Field

from glfstory.reading.shapes.base import Expression, Flag, Name, Number, Plain, Prose, Ref, Shape
from glfstory.reading.shapes.model import Pair


class WrittenMeasure(Shape):
    """A number of the model over many runs; `record` with `within`, or `range`, is what is asked of it."""

    says: Prose
    heading: Prose
    show: Expression
    policy: Ref
    under: dict[Name, Ref] = {}
    changed: dict[Name, Number] = Field({}, alias="set")
    at: Ref | None = None
    of: Number = 0.5
    unit: Plain | None = None
    record: Number | None = None
    within: Number | None = None
    range: Pair | None = None
    facts: list[Ref] = []
    assumed: Prose | None = None


class WrittenRelation(Shape):
    """A condition over measures; with `always`, at both ends of every constant's range too."""

    says: Prose
    holds: Expression
    always: Flag = False
    facts: list[Ref] = []
    assumed: Prose | None = None


WrittenPolicy = Annotated[list[Ref], Field(min_length=1)]
"""The tags that a mechanical player prefers, the first before the second."""
