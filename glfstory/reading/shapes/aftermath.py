"""Written shapes of what the debrief shows: the country's record, papers, other roads."""

from typing import Annotated

from pydantic import Field

from glfstory.reading.shapes.base import Expression, Id, Name, Number, OneOf, Prose, Ref, Shape, Whole
from glfstory.reading.shapes.prose import Text

MEASURES = ("said", "true", "taken", "left", "toll")


class WrittenFigure(Shape):
    """A number of the country's record, and the fact in whose text it stands."""

    year: Whole | None = None
    measure: Annotated[str, OneOf(MEASURES)]
    value: Number
    to: Number | None = None
    unit: Prose
    fact: Ref
    says: Prose | None = None
    source: Ref | None = None


class WrittenPaper(Shape):
    """A paper of the village, as it was filed at the close of a season or at the end."""

    title: Prose
    kind: Prose
    season: Ref | None = None
    when: Expression | None = None
    text: Text


class WrittenRoad(Shape):
    """What is changed in a run to see where it would have come to."""

    title: Prose
    says: Prose | None = None
    at: Ref | None = None
    prefer: list[Ref] = []
    changed: dict[Name, Number] = Field({}, alias="set")


class WrittenDebrief(Shape):
    """What the debrief needs to know of the story as a whole."""

    people: Expression | None = None
    roads: dict[Id, WrittenRoad] = {}
    limits: list[Prose] = []
    composed: list[Prose] = []
    reading: list[Ref] = []
