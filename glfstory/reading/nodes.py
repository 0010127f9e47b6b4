"""The values of a YAML file, each with its place: a text, a list, a table of keys."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(eq=False)
class Source:
    """A file that was read: the path to show and its text."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.text))]

    def line_and_column(self, index: int) -> tuple[int, int]:
        """Both counted from 1."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """A line without its end; lines count from 1."""
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        return self.text[self.starts[line - 1] : end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A range of characters in a file."""

    source: Source
    start: int
    end: int


class Scalar(str):
    """A text as YAML gives it, never turned into anything else."""

    __slots__ = ("end", "source", "start", "style")
    source: Source
    start: int
    end: int
    style: str
    """`'`, `"`, `|`, `>` or, for a plain one, an empty string."""

    @property
    def place(self) -> Place:
        """Where it stands, with its quotes."""
        return Place(self.source, self.start, self.end)

    @property
    def is_nothing(self) -> bool:
        """Whether no value was written at all."""
        return not self and not self.style

    def part(self, start: int, end: int) -> Place:
        """The place of some of its characters."""
        at = self._places()
        first = at[start] if start < len(at) else self.end
        last = at[end - 1] + 1 if 0 < end <= len(at) else first
        return Place(self.source, first, max(first, last))

    def _places(self) -> list[int]:
        """The index in the file of each character, found by walking along value and file together."""
        text, at, places = self.source.text, self.start, []
        if self.style == "|" and (by_lines := self._places_by_lines()) is not None:
            return by_lines
        if self.style in ("|", ">"):
            at = text.index("\n", at) + 1 if "\n" in text[at:] else self.end
        elif self.style:
            at += 1
        for character in self:
            at = self._skip(text, at, character)
            places.append(min(at, self.end))
            at += 0 if text[at : at + 1].isspace() else self._width(text, at)
        return places

    def _places_by_lines(self) -> list[int] | None:
        """The same for a block whose lines are those of the file behind some spaces, as nearly all are."""
        text, places = self.source.text, list[int]()
        at = text.find("\n", self.start) + 1
        for line in self.split("\n"):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if not at or text[end - len(line) : end] != line or end - len(line) < at:
                return None
            places.extend(range(end - len(line), end + 1))
            at = end + 1
        return [min(place, self.end) for place in places[: len(self)]]

    def _skip(self, text: str, at: int, character: str) -> int:
        """The next place that can stand for this character."""
        if character.isspace():
            while text[at : at + 1].isspace() and text[at + 1 : at + 2].isspace():
                at += 1
            return at
        while at < self.end and text[at].isspace():
            at += 1
        return at

    def _width(self, text: str, at: int) -> int:
        """How many characters of the file stand for one of the value."""
        if self.style == "'" and text.startswith("''", at):
            return 2
        if self.style == '"' and text.startswith("\\", at):
            return {"x": 4, "u": 6, "U": 10}.get(text[at + 1 : at + 2], 2)
        return 1


class StandIn(Scalar):
    """Takes the place of a value that is missing or was told wrong, so that what stands around it can be read."""

    __slots__ = ()


class Row(list["Node"]):
    """A list."""

    __slots__ = ("flow", "is_whole", "place", "stands_in")
    place: Place
    flow: bool
    """Whether it stands in square brackets."""
    is_whole: bool
    """Whether no item was left out because it is wrong."""
    stands_in: bool
    """Whether it takes the place of a list that is missing or was told wrong."""

    def __init__(self, items: Iterable["Node"], place: Place, *, flow: bool = False, stands_in: bool = False) -> None:
        super().__init__(items)
        self.place, self.flow, self.is_whole, self.stands_in = place, flow, True, stands_in


class Table(dict[Scalar, "Node"]):
    """Keys and their values, in the order of the file."""

    __slots__ = ("flow", "lost", "place", "shape", "stands_in")
    place: Place
    flow: bool
    """Whether it stands in braces."""
    lost: dict[str, Scalar]
    """The keys of what was told wrong, and left out or given a stand-in."""
    shape: Any
    """The shape that it was compared with; None where its keys are ids."""
    stands_in: bool
    """Whether it takes the place of a table that is missing or was told wrong."""

    def __init__(self, place: Place, *, flow: bool = False, stands_in: bool = False) -> None:
        super().__init__()
        self.place, self.flow, self.stands_in = place, flow, stands_in
        self.lost, self.shape = {}, None

    def key(self, name: str) -> Scalar:
        """The key as it stands in the file."""
        return next(key for key in self if key == name)


Node = Scalar | Row | Table


def scalar(text: str, source: Source, start: int, end: int, style: str = "", kind: type[Scalar] = Scalar) -> Scalar:
    """A text with its place."""
    made = kind(text)
    made.source, made.start, made.end, made.style = source, start, end, style
    return made


def stand_in(place: Place, text: str = "") -> Scalar:
    """What stands in for the value of a place."""
    return scalar(text, place.source, place.start, place.end, kind=StandIn)
