"""Texts as they are written: paragraphs with inserts and marks, shown where conditions hold."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["", "em", "strong"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words to show as they stand."""

    text: str
    style: Style = ""


@dataclass(frozen=True, slots=True)
class Insert:
    """A value to be worked out and shown."""

    expression: str
    format: str = ""
    """`jin tonnes percent people days signed`, a number of decimals, or nothing."""
    style: Style = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark behind a statement: the id of a fact or of a glossary term."""

    to: str


Paragraph = tuple[Words | Insert | Mark, ...]
"""Pieces in reading order. An empty paragraph is a page break."""


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs shown where the condition holds (or always)."""

    paragraphs: tuple[Paragraph, ...]
    when: str | None = None
    runs_on: bool = False
    """Whether its first paragraph goes on in the one that is shown before it, if any is on that page."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """The first block whose condition holds, if any."""

    blocks: tuple[Block, ...]


Text = tuple[Block | OneOf, ...]
