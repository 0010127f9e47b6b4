"""Written shapes of what is met in play: seasons, scenes, choices, endings, people."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from glfstory.reading.shapes.base import Expression, Flag, Id, Number, Prose, Ref, Shape, Whole
from glfstory.reading.shapes.prose import Effects, Text


def _listed(node: Any) -> str:
    return "~list" if isinstance(node, list) else "~one"


OneOrMore = Annotated[
    Annotated[Ref, Tag("~one")] | Annotated[list[Ref], Field(min_length=1), Tag("~list")], Discriminator(_listed)
]
"""One id, or a list of them."""


class WrittenDraw(Shape):
    """How many storylets are met, and where among the scenes."""

    count: Whole
    at: Number


class WrittenSeason(Shape):
    """A season: what it shows and what it does."""

    year: Whole
    name: Id
    title: Prose
    text: Text | None = None
    open: list[Ref] = []
    at: dict[Number, list[Ref]] = {}
    draw: Annotated[
        Annotated[WrittenDraw, Tag("~one")] | Annotated[list[WrittenDraw], Tag("~list")], Discriminator(_listed)
    ] = []
    close: list[Ref] = []
    turn: Text | None = None
    turn_title: Prose | None = None


class WrittenChoice(Shape):
    """One thing that the player may do."""

    say: Prose
    when: Expression | None = Field(None, alias="if")
    locked: Prose | None = None
    tags: list[Ref] = []
    do: Effects = []
    then: Text | None = None
    go: Ref | None = None
    facts: list[Ref] = []


class WrittenScene(Shape):
    """A passage and what may be done about it."""

    title: Prose
    season: OneOrMore | None = None
    order: Number | None = None
    weight: Number | None = None
    when: Expression | None = None
    unplayed: Ref | None = None
    tags: list[Ref] = []
    text: Text
    summary: Text | None = None
    choices: dict[Id, WrittenChoice] = {}
    reason: Flag = False


class WrittenEnding(Shape):
    """A way in which a run ends, or with `coda` a text told after it."""

    title: Prose
    rank: Number | None = None
    early: Flag = False
    coda: Flag = False
    when: Expression | None = None
    text: Text
    facts: list[Ref] = []


class WrittenMember(Shape):
    """A named person."""

    name: Prose
    born: Whole | None = None
    frailty: Number = 0.5
    away: Flag = False
    spared: Expression | None = None
    left: Expression | None = None
    taken: Expression | None = None
    birth: Expression | None = None
    when_dead: Text | None = None
    when_left: Text | None = None
    when_taken: Text | None = None
    when_born: Text | None = None


class WrittenHousehold(Shape):
    """People under one roof."""

    title: Prose
    says: Text | None = None
    members: Annotated[dict[Id, WrittenMember], Field(min_length=1)]


class WrittenExtension(Shape):
    """What a pack adds to the end of a scene, a household or a season of the base."""

    choices: dict[Id, WrittenChoice] = {}
    text: Text | None = None
    members: dict[Id, WrittenMember] = {}
    open: list[Ref] = []
    close: list[Ref] = []
    turn: Text | None = None


EXTENSIBLE: dict[str, tuple[str, ...]] = {
    "scenes": ("choices", "text"),
    "people": ("members",),
    "seasons": ("open", "close", "turn"),
}
"""What of each can be extended."""
