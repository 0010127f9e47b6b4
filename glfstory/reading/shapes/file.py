"""The written shape of a whole file: every key that may stand at its top."""

from typing import Any

from glfstory.reading.shapes.aftermath import WrittenDebrief, WrittenFigure, WrittenPaper
from glfstory.reading.shapes.base import Expression, Id, Name, Number, Plain, Prose, Ref, Shape
from glfstory.reading.shapes.calibration import WrittenMeasure, WrittenPolicy, WrittenRelation
from glfstory.reading.shapes.model import (
    Pair,
    WrittenChance,
    WrittenConstant,
    WrittenLength,
    WrittenOption,
    WrittenRule,
    WrittenVariable,
)
from glfstory.reading.shapes.prose import Text
from glfstory.reading.shapes.record import WrittenEvent, WrittenFact, WrittenSource, WrittenTerm
from glfstory.reading.shapes.scenes import (
    OneOrMore,
    WrittenEnding,
    WrittenExtension,
    WrittenHousehold,
    WrittenScene,
    WrittenSeason,
)


class WrittenInput(Shape):
    """A number that may come from outside the run."""

    says: Prose | None = None
    solo: Expression
    scene: OneOrMore
    range: Pair
    step: Number = 1


class WrittenLedger(Shape):
    """The variables of the two-ledger chart, and the seasons at whose close they are read."""

    said: Ref
    true: Ref
    taken: Ref
    left: Ref
    at: list[Ref]
    open: Expression | None = None


class WrittenRecord(Shape):
    """What sounds like the record: where a paragraph without a mark holds it, `check` asks for one."""

    years: Pair | None = None
    names: list[Prose] = []
    units: list[Prose] = []


class WrittenQuiet(Shape):
    """A finding that is switched off, and why; at some places, or everywhere."""

    code: Ref
    at: OneOrMore = []
    because: Prose


class WrittenStory(Shape):
    """What the story is called, and the roles that the rest plays in it."""

    id: Id
    title: Prose
    subtitle: Prose | None = None
    version: Plain
    releases: dict[Plain, Plain] = {}
    language: Plain | None = None
    note: Text | None = None
    meters: list[Ref] = []
    ledger: WrittenLedger | None = None
    toll: Ref | None = None
    inputs: dict[Name, WrittenInput] = {}
    reasons: dict[Id, Prose] = {}
    record: WrittenRecord | None = None
    quiet: list[WrittenQuiet] = []


class WrittenPack(Shape):
    """What a pack is called."""

    id: Id
    title: Prose | None = None
    version: Plain | None = None
    quiet: list[WrittenQuiet] = []


class WrittenFile(Shape):
    """A file of a story or a pack. Every key is optional; ids are unique over all files."""

    story: WrittenStory | None = None
    seasons: dict[Id, WrittenSeason] = {}
    options: dict[Name, WrittenOption] = {}
    lengths: dict[Id, WrittenLength] = {}
    constants: dict[Name, WrittenConstant] = {}
    variables: dict[Name, WrittenVariable] = {}
    chances: dict[Name, WrittenChance] = {}
    rules: dict[Name, WrittenRule] = {}
    people: dict[Id, WrittenHousehold] = {}
    sources: dict[Id, WrittenSource] = {}
    facts: dict[Id, WrittenFact] = {}
    glossary: dict[Id, WrittenTerm] = {}
    timeline: dict[Id, WrittenEvent] = {}
    scenes: dict[Id, WrittenScene] = {}
    endings: dict[Id, WrittenEnding] = {}
    policies: dict[Id, WrittenPolicy] = {}
    measures: dict[Name, WrittenMeasure] = {}
    relations: dict[Id, WrittenRelation] = {}
    debrief: WrittenDebrief | None = None
    nation: dict[Id, WrittenFigure] = {}
    papers: dict[Id, WrittenPaper] = {}
    tags: dict[Id, Prose] = {}
    extend: dict[Ref, WrittenExtension] = {}
    renamed: dict[Plain, Ref] = {}


SHAPES: dict[str, Any] = {
    "seasons": WrittenSeason,
    "options": WrittenOption,
    "lengths": WrittenLength,
    "constants": WrittenConstant,
    "variables": WrittenVariable,
    "chances": WrittenChance,
    "rules": WrittenRule,
    "people": WrittenHousehold,
    "sources": WrittenSource,
    "facts": WrittenFact,
    "glossary": WrittenTerm,
    "timeline": WrittenEvent,
    "scenes": WrittenScene,
    "endings": WrittenEnding,
    "policies": WrittenPolicy,
    "measures": WrittenMeasure,
    "relations": WrittenRelation,
    "nation": WrittenFigure,
    "papers": WrittenPaper,
    "tags": Prose,
    "renamed": Ref,
}
"""The shape of one entry under each key that holds entries."""
ONCE: dict[str, Any] = {"story": WrittenStory, "debrief": WrittenDebrief}
"""The shape of what stands under each key that stands once, and not in a pack."""
NAMED = ("options", "constants", "variables", "chances", "rules")
"""Keys whose ids are names for expressions, or functions."""
