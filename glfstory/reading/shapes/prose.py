"""Written texts and effects: forms told apart by the kind of value before their keys are checked."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, Tag
from pydantic.json_schema import WithJsonSchema

from glfstory.reading.nodes import Row, Scalar, Table
from glfstory.reading.shapes.base import Expression, Flag, Prose, Shape, any_scalar, form, wrong


class WrittenBlock(Shape):
    """A text, shown where its condition holds; with `run_on` it goes on in the paragraph before it."""

    when: Expression | None = Field(None, alias="if")
    text: Prose
    run_on: Flag = False


class WrittenOneOf(Shape):
    """The first of several texts whose condition holds; `run_on` is said of all of them."""

    blocks: list[WrittenBlock] = Field(alias="one of", min_length=1)
    run_on: Flag = False


def _text_form(node: Any) -> str:
    if isinstance(node, Table):
        return "~one of" if any(key.replace("_", " ") in ("one of", "oneof") for key in node) else "~block"
    return "~list" if isinstance(node, list) else "~text"


def _item_form(node: Any) -> str:
    return "~text" if isinstance(node, list) else _text_form(node)


def _block_list(node: Any) -> Any:
    if isinstance(node, Row) and node.flow:
        says = "a text in square brackets is cut at its commas"
        raise wrong(
            "E110-cut-by-comma", says, "write the text below the key with |, or a list with one - for each text"
        )
    return node


TextItem = Annotated[
    Annotated[Prose, Tag("~text")] | Annotated[WrittenBlock, Tag("~block")] | Annotated[WrittenOneOf, Tag("~one of")],
    Discriminator(_item_form),
]
Text = Annotated[
    Annotated[Prose, Tag("~text")]
    | Annotated[list[TextItem], Field(min_length=1), BeforeValidator(_block_list), Tag("~list")]
    | Annotated[WrittenBlock, Tag("~block")]
    | Annotated[WrittenOneOf, Tag("~one of")],
    Discriminator(_text_form),
]
"""Paragraphs; or a list of them, of blocks with a condition and of alternatives."""


class WrittenGuard(Shape):
    """Effects that happen only where a condition holds, and others that happen where it does not."""

    when: Expression = Field(alias="if")
    then: "Effects" = Field(alias="do")
    otherwise: "Effects" = Field([], alias="else")


def _effect(node: Any) -> Scalar:
    if isinstance(node, Scalar):
        return any_scalar(node)
    raise wrong("E103-wrong-form", f"an effect is a line such as `stores -= taken`, not {form(node)}")


def _effect_form(node: Any) -> str:
    return "~guard" if isinstance(node, Table) else "~effect"


Effect = Annotated[
    Annotated[Scalar, PlainValidator(_effect), WithJsonSchema({"type": "string"}), Tag("~effect")]
    | Annotated[WrittenGuard, Tag("~guard")],
    Discriminator(_effect_form),
]


def _whole_effects(node: Any) -> Any:
    if isinstance(node, Row) and node.flow:
        for item in node:
            if isinstance(item, Scalar) and not item.style and item.count("(") != item.count(")"):
                says = "a comma cut this effect in two"
                raise wrong("E110-cut-by-comma", says, "write one effect a line, each behind '- '")
    return node


Effects = Annotated[list[Effect], BeforeValidator(_whole_effects)]
"""Assignments such as `stores -= taken`, and blocks of {if, do, else}."""
WrittenGuard.model_rebuild()
