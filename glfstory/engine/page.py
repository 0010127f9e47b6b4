"""What a walk leaves behind: the state at a moment, the pages, and the inputs that were fixed."""

from dataclasses import dataclass
from typing import Literal

from glfstory.engine.fates import Change
from glfstory.engine.story import Value


@dataclass(frozen=True, slots=True)
class State:
    """Everything that a condition or a text may read, at one moment."""

    values: tuple[Value, ...]
    met: frozenset[str]


Kind = Literal["season", "passage", "outcome", "turn", "ending", "coda"]


@dataclass(frozen=True, slots=True)
class Page:
    """Something to show; one key goes on, except from a passage that asks for a choice."""

    kind: Kind
    season: str
    state: State
    scene: str = ""
    choice: str = ""
    ending: str = ""
    changes: tuple[Change, ...] = ()
    """On a turn: what became of people this season."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """An input that was fixed: by a number from outside where one was given, else by the story's own expression."""

    season: str
    input: str
    value: float
    page: int
    """The place of the first page that comes after it."""
