"""What all written shapes share: strict keys, places, and the kinds of plain values."""

import keyword
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PlainValidator, PrivateAttr, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from glfstory.engine.expressions import FUNCTIONS, QUESTIONS, nearest
from glfstory.reading.nodes import Node, Place, Row, Scalar, Source, StandIn, Table

NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
NAME = re.compile(r"[a-z][a-z0-9_]*")
RESERVED = {*FUNCTIONS, *QUESTIONS, *keyword.kwlist, "season", "true", "false"}
"""Words that no variable, constant, chance, option, input or rule can be called."""
LONGEST_LABEL = 60
"""Characters of what is read for a word."""


def wrong(code: str, says: str, fix: str = "") -> PydanticCustomError:
    """A mistake in a value; its place is found from where it stands."""
    return PydanticCustomError("finding", "{says}", {"code": code, "says": says, "fix": fix})


def form(node: object) -> str:
    """What a writer would call this value."""
    if isinstance(node, Row):
        return "a list"
    return "keys with values" if isinstance(node, Table) else "a text"


def any_scalar(node: Any) -> Scalar:
    """A single value, not nothing."""
    if isinstance(node, StandIn):
        return node
    if not isinstance(node, Scalar):
        raise wrong("E103-wrong-form", f"a single value is expected here, not {form(node)}")
    if not node.strip():
        raise wrong("E111-empty", "nothing stands here")
    return node


def prose(node: Any) -> Scalar:
    """A text to show; YAML must not have cut it."""
    text = any_scalar(node)
    if isinstance(text, StandIn):
        return text
    if not text.style and re.match(r"[ \t]+#", text.source.text[text.end : text.end + 40]):
        raise wrong(
            "E109-cut-by-comment", "YAML ends this text before ' #'", "quote the text, or write it below the key with |"
        )
    return text


def label(node: Any) -> Scalar:
    """A few words that are read in the middle of a line."""
    text = prose(node)
    length = len(" ".join(text.split()))
    if length > LONGEST_LABEL:
        says = f"a label has at most {LONGEST_LABEL} characters, and this one {length}"
        raise wrong("E113-long-label", says, "say it in fewer words")
    return text


def number(node: Any) -> float:
    """A plain decimal number."""
    text = any_scalar(node)
    if isinstance(text, StandIn):
        return 0
    if not NUMBER.fullmatch(text) or text.style:
        raise wrong("E104-not-a-number", f"{str(text)!r} is not a plain number", _right_number(text))
    value = float(text)
    return int(text) if "." not in text and abs(value) < 1e15 else value


def _right_number(text: Scalar) -> str:
    bare = text.replace("_", "").replace(",", "")
    if text.style and NUMBER.fullmatch(text):
        return f"write {text} without quotes"
    try:
        value = float(bare) if "x" not in bare.lower() and "o" not in bare.lower() else int(bare, 0)
        return f"write {int(value) if value == int(value) else value}"
    except (ValueError, OverflowError):
        return "write it like 1, -2, 0.5 or 1000"


def whole(node: Any) -> int:
    """A whole number."""
    value = number(node)
    if value != int(value):
        raise wrong("E104-not-a-number", "a whole number is expected here", "leave out the decimals")
    return int(value)


def flag(node: Any) -> bool:
    """True or false."""
    text = any_scalar(node)
    if isinstance(text, StandIn):
        return False
    if text not in ("true", "false") or text.style:
        right = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(text.lower(), text.lower())
        fix = f"write {right}" if right in ("true", "false") else "write true or false"
        raise wrong("E105-not-a-flag", f"{str(text)!r} is neither true nor false", fix)
    return bool(text == "true")


def an_id(node: Any) -> Scalar:
    """Lower-case words joined by - or _."""
    text = any_scalar(node)
    if not (ID.fullmatch(text) or isinstance(text, StandIn)):
        right = re.sub(r"[^a-z0-9_]+", "-", text.lower()).strip("-_")
        says = f"{str(text)!r} is not an id: lower-case words joined by - or _"
        raise wrong("E108-bad-id", says, f"write {right}" if ID.fullmatch(right) else "")
    return text


def a_name(node: Any) -> Scalar:
    """A name that expressions can use."""
    text = any_scalar(node)
    if isinstance(text, StandIn):
        return text
    if not NAME.fullmatch(text):
        right = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
        says = f"{str(text)!r} is not a name: lower-case words joined by _"
        raise wrong("E108-bad-id", says, f"write {right}" if NAME.fullmatch(right) else "")
    if text in RESERVED:
        raise wrong("E403-taken-name", f"{str(text)!r} is a word of the language", "choose another name")
    return text


_KINDS = ["string", "number", "boolean"]
_TEXT = WithJsonSchema({"type": _KINDS})
_WORD = WithJsonSchema({"type": "string"})

Prose = Annotated[Scalar, PlainValidator(prose), _TEXT]
"""Words to show, with or without markup."""
Label = Annotated[Scalar, PlainValidator(label), WithJsonSchema({"type": _KINDS, "maxLength": LONGEST_LABEL})]
Plain = Annotated[Scalar, PlainValidator(any_scalar), _TEXT]
"""A single value taken as it stands."""
Expression = Annotated[Scalar, PlainValidator(any_scalar), _TEXT]
"""A condition or another expression."""
Ref = Annotated[Scalar, PlainValidator(any_scalar), _WORD]
"""The id of something that stands elsewhere."""
Id = Annotated[Scalar, PlainValidator(an_id), WithJsonSchema({"type": "string", "pattern": f"^{ID.pattern}$"})]
Name = Annotated[Scalar, PlainValidator(a_name), WithJsonSchema({"type": "string", "pattern": f"^{NAME.pattern}$"})]
Number = Annotated[float, PlainValidator(number), WithJsonSchema({"type": "number"})]
Whole = Annotated[int, PlainValidator(whole), WithJsonSchema({"type": "integer"})]
Flag = Annotated[bool, PlainValidator(flag), WithJsonSchema({"type": "boolean"})]


@dataclass(frozen=True, slots=True)
class OneOf:
    """A value that can only be one of these words."""

    words: tuple[str, ...]

    def check(self, node: Any) -> Scalar:
        """The word, as it was written."""
        text = any_scalar(node)
        if text not in self.words and not isinstance(text, StandIn):
            says = f"{str(text)!r} cannot stand here; it is one of {', '.join(self.words)}"
            raise wrong("E106-not-one-of", says, nearest(text, self.words))
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"enum": list(self.words)}


NO_TABLE = Table(Place(Source("", ""), 0, 0))


class Shape(BaseModel):
    """A table of known keys. It keeps the table it was made from, for places."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=False, defer_build=True
    )
    _table: Table = PrivateAttr(default_factory=lambda: NO_TABLE)

    @model_validator(mode="wrap")
    @classmethod
    def _keep(cls, node: Any, handler: ModelWrapValidatorHandler["Shape"]) -> "Shape":
        if isinstance(node, Table):
            node.shape = cls
        shape = handler(node)
        if isinstance(node, Table):
            shape._table = node
        return shape

    def place(self, key: str) -> Place:
        """The place of a key's value; of the first key where it is not given."""
        node = self._table.get(key)  # type: ignore[call-overload]
        return node.place if node is not None else next(iter(self._table)).place

    def key_place(self, key: str) -> Place:
        """The place of the key itself."""
        return self._table.key(key).place

    def has_lost(self, *keys: str) -> bool:
        """Whether what was written behind one of these keys was told wrong and is not here as it was meant."""
        return any(key in self._table.lost for key in keys)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost."""
        return not self._table.lost

    def written(self, key: str) -> Node | None:
        """What was written behind a key."""
        found: Node | None = self._table.get(key)  # type: ignore[call-overload]
        return found


def keys_of(table: Table) -> list[str]:
    """The keys that a table may have, once it was compared with a shape."""
    shape: type[Shape] | None = table.shape
    return [field.alias or name for name, field in shape.model_fields.items()] if shape else []


def must_have(table: Table, key: str) -> bool:
    """Whether the shape of a table needs this key."""
    shape: type[Shape] | None = table.shape
    fields = shape.model_fields.items() if shape else ()
    return any(field.is_required() for name, field in fields if key == (field.alias or name))
