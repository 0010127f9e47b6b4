"""Written shapes of the model under a story: variables, constants, chances, rules, options, lengths."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from glfstory.reading.nodes import Table
from glfstory.reading.shapes.base import Expression, Flag, Id, Label, Number, OneOf, Plain, Prose, Ref, Shape
from glfstory.reading.shapes.prose import Effects

Pair = Annotated[list[Number], Field(min_length=2, max_length=2)]
"""The lowest and the highest number."""


def _table_or_not(node: Any) -> str:
    return "~table" if isinstance(node, Table) else "~other"


OneOfWords = Annotated[
    Annotated[list[Id], Field(min_length=1), Tag("~other")]
    | Annotated[dict[Id, Label], Field(min_length=1), Tag("~table")],
    Discriminator(_table_or_not),
]
"""Ids, or ids with what is read for each."""


class WrittenNumber(Shape):
    """A number that changes in play."""

    says: Prose
    unit: Plain | None = None
    start: Number
    range: Pair
    step: Number = 1


class WrittenWord(Shape):
    """One of several words."""

    says: Prose
    one_of: OneOfWords
    start: Ref


class WrittenFlag(Shape):
    """True or false."""

    says: Prose
    flag: Annotated[str, OneOf(("true",))]
    start: Flag


class WrittenComputed(Shape):
    """A name for a value that is worked out, never assigned."""

    says: Prose
    unit: Plain | None = None
    formula: Expression = Field(alias="is")
    range: Pair | None = None
    """Where its meter begins and ends; the value itself may go beyond."""


def _variable_form(node: Any) -> str:
    keys = node if isinstance(node, Table) else ()
    return next((f"~{key}" for key in ("is", "one_of", "flag") if key in keys), "~number")


WrittenVariable = Annotated[
    Annotated[WrittenNumber, Tag("~number")]
    | Annotated[WrittenWord, Tag("~one_of")]
    | Annotated[WrittenFlag, Tag("~flag")]
    | Annotated[WrittenComputed, Tag("~is")],
    Discriminator(_variable_form),
]


class WrittenConstant(Shape):
    """A number the model rests on: one value, or one for each result of `by`."""

    says: Prose
    unit: Plain | None = None
    value: Annotated[
        Annotated[Number, Tag("~other")] | Annotated[dict[Plain, Number], Field(min_length=1), Tag("~table")],
        Discriminator(_table_or_not),
    ]
    by: Expression | None = None
    range: Pair | None = None
    facts: list[Ref] = []
    assumed: Prose | None = None


Odds = dict[Id, Number]


def _odds_form(node: Any) -> str:
    return "~by" if isinstance(node, Table) and any(isinstance(each, Table) for each in node.values()) else "~odds"


class WrittenChance(Shape):
    """A random outcome and its weights; with `by`, weights for each of its results."""

    says: Prose | None = None
    each: Annotated[str, OneOf(("season", "year"))] = "season"
    by: Expression | None = None
    odds: Annotated[
        Annotated[Odds, Field(min_length=1), Tag("~odds")]
        | Annotated[dict[Plain, Annotated[Odds, Field(min_length=1)]], Tag("~by")],
        Discriminator(_odds_form),
    ]
    facts: list[Ref] = []


class WrittenRule(Shape):
    """What a season does by itself."""

    says: Prose
    do: Effects
    facts: list[Ref] = []


class WrittenOption(Shape):
    """Something chosen before a run starts."""

    says: Prose
    one_of: OneOfWords
    start: Ref


class WrittenLength(Shape):
    """The seasons that a run shows."""

    says: Prose | None = None
    first: Ref | None = Field(None, alias="from")
    last: Ref | None = Field(None, alias="to")
    undrawn: list[Ref] = []
