"""The versions that a text can take: which of its blocks are told, and what each adds to a page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from glfstory.checking.knowledge import Knowledge, Occasion
from glfstory.engine.story import Block, OneOf, Paragraph

MOST_AT_ONCE = 64
"""Versions that are taken one by one; of more, the longest form of each part."""
MOST_TRIED = 2_000
"""Forms that are tried in looking for versions that are possible."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form that a part of a page can take."""

    lines: tuple[int, ...]
    """Of each paragraph; 0 is a page break."""
    conditions: tuple[tuple[str, bool], ...] = ()
    """What must hold, or fail, for it."""
    runs_on: bool = False
    """Whether its first paragraph goes on in the one before it."""


Version = tuple[Form, ...]
Lines = Callable[[Paragraph], int]


def forms_of(part: Block | OneOf, lines: Lines) -> tuple[Form, ...]:
    """The forms of a part of a text."""
    blocks = (part,) if isinstance(part, Block) else part.blocks
    found: list[Form] = []
    failed: tuple[tuple[str, bool], ...] = ()
    for block in blocks:
        measured = tuple(lines(paragraph) for paragraph in block.paragraphs)
        if block.when is None:
            return (*found, Form(measured, failed, block.runs_on))
        found.append(Form(measured, (*failed, (block.when, True)), block.runs_on))
        failed = (*failed, (block.when, False))
    return (*found, Form((), failed))


def versions_at_worst(parts: Sequence[Sequence[Form]]) -> Iterator[Version]:
    """The versions as if everything could stand beside everything else."""
    if prod(map(len, parts)) > MOST_AT_ONCE:
        parts = [[max(forms, key=lambda form: sum(form.lines))] for forms in parts]
    yield from product(*parts)


def possible_versions(parts: Sequence[Sequence[Form]], known: Knowledge, met: Occasion) -> list[Version] | None:
    """The versions that can be met there; None where they are too many to tell."""
    found: list[Version] = [()]
    tried = 0
    for forms in parts:
        tried += len(found) * len(forms)
        if tried > MOST_TRIED:
            return None
        longer = [(*version, form) for version in found for form in forms]
        found = longer if len(forms) == 1 else [each for each in longer if known.can_hold(_conditions(each), met)]
    return found


def _conditions(version: Version) -> list[tuple[str, bool]]:
    return [condition for form in version for condition in form.conditions]
