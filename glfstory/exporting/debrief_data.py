"""A run's debrief as JSON: the same parts, each number with where it comes from."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from glfstory.debrief.shape import OfFact, OfModel, OfRun, Whole
from glfstory.pages.words import Span

FROM: Mapping[type, str] = {OfRun: "run", OfFact: "fact", OfModel: "model"}


def debrief_as_data(whole: Whole) -> str:
    """The debrief as JSON. A figure has `value`, `words` and `origin`, whose `from` is run, fact or model."""
    return json.dumps(_plain(whole), indent=2, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """Plain values; a paragraph is its words, without the marks."""
    if isinstance(value, tuple):
        if value and all(isinstance(each, Span) for each in value):
            return "".join(each.text for each in value)
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        row = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {"from": FROM[type(value)], **row} if type(value) in FROM else row
    return value
