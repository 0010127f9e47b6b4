"""The played story as JSON and back: the form that is cached, exported and handed to other processes."""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from glfstory.engine.story import Assign, Block, Guard, Insert, Mark, OneOf, Story, Words

FORM = 8
"""The number of this JSON form; another number is not read."""
TAGGED = {tagged.__name__: tagged for tagged in (Assign, Block, Guard, Insert, Mark, OneOf, Words)}
"""Parts that stand beside others in one list, and so carry their name."""


def to_json(story: Story) -> str:
    """The story as JSON text."""
    return json.dumps({"form": FORM, "story": _plain(story)}, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Story:
    """The story of a JSON text. Raises ValueError for another form, or for what is no story."""
    try:
        data = json.loads(text)
        if data["form"] != FORM:
            raise ValueError(f"form {data['form']}, not {FORM}")
        story: Story = _reader(Story)(data["story"])
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ValueError(f"not a played story: {error!r}") from error
    return story


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        row = {each.name: _plain(getattr(value, each.name)) for each in fields(value) if not _is_default(value, each)}
        return {"": type(value).__name__, **row} if type(value).__name__ in TAGGED else row
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _is_default(value: Any, each: Any) -> bool:
    held = getattr(value, each.name)
    return type(held) is type(each.default) and bool(held == each.default)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """The function that makes a value of this type from JSON."""
    origin, args = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _record(kind)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return lambda items: tuple(_item(args[0], item) for item in items)
    if origin is tuple:
        return lambda items: tuple(_item(each, item) for each, item in zip(args, items, strict=True))
    if origin is Mapping:
        return lambda items: {key: _item(args[1], item) for key, item in items.items()}
    if origin in (Union, types.UnionType):
        inner = [each for each in args if each is not type(None)]
        return _tagged if any(is_dataclass(each) for each in inner) else _same
    return _same


def _item(kind: Any, item: Any) -> Any:
    return _reader(kind)(item)


def _same(item: Any) -> Any:
    return item


def _tagged(item: Any) -> Any:
    return None if item is None else _reader(TAGGED[item[""]])(item)


def _record(kind: Any) -> Callable[[Any], Any]:
    readers: dict[str, Callable[[Any], Any]] = {}

    def read(row: Any) -> Any:
        if not readers:
            hints = get_type_hints(kind)
            readers.update({each.name: _optional(hints[each.name]) for each in fields(kind)})
        return kind(**{key: readers[key](item) for key, item in row.items() if key})

    return read


def _optional(kind: Any) -> Callable[[Any], Any]:
    args = get_args(kind)
    if get_origin(kind) in (Union, types.UnionType) and type(None) in args and len(args) == 2:
        inner = _reader(next(each for each in args if each is not type(None)))
        return lambda item: None if item is None else inner(item)
    return _same if get_origin(kind) is Literal else _reader(kind)
