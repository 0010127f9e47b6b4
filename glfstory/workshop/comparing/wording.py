"""Parts of a played story as lines that a writer can read and compare."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from glfstory.engine.story import Assign, Block, Effects, Guard, Insert, Mark, OneOf, Paragraph, Text, Words

SIGNS = {"": "", "em": "*", "strong": "**"}


def lines_of(value: object) -> tuple[str, ...]:
    """Any value of a played story as lines; nothing for nothing."""
    if value is None or value in ((), "", False):
        return ()
    if isinstance(value, tuple):
        return tuple(_tuple(value))
    if isinstance(value, Mapping):
        return tuple(f"{key}: {_one(each)}" for key, each in value.items())
    return (_one(value),)


def _tuple(value: tuple[object, ...]) -> Iterator[str]:
    first = value[0]
    if isinstance(first, Words | Insert | Mark):
        yield paragraph(value)  # type: ignore[arg-type]
    elif isinstance(first, Block | OneOf):
        yield from text(value)  # type: ignore[arg-type]
    elif isinstance(first, Assign | Guard):
        yield from effects(value)  # type: ignore[arg-type]
    else:
        yield from map(_one, value)


def _one(value: object) -> str:
    if is_dataclass(value):
        parts = (lines_of(getattr(value, each.name)) for each in fields(value))
        return " · ".join(" ".join(part) for part in parts if part)
    if isinstance(value, tuple):
        return ", ".join(map(_one, value))
    if isinstance(value, Mapping):
        return ", ".join(lines_of(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def text(told: Text) -> Iterator[str]:
    """Each paragraph of a text, under the condition that it stands under."""
    for part in told:
        for block in (part,) if isinstance(part, Block) else part.blocks:
            if block.when:
                yield f"if {block.when}:"
            if block.runs_on:
                yield "run on:"
            yield from (paragraph(each) if each else "---" for each in block.paragraphs)


def paragraph(pieces: Paragraph) -> str:
    """A paragraph as a writer types it."""
    return "".join(map(_piece, pieces))


def _piece(piece: Words | Insert | Mark) -> str:
    if isinstance(piece, Mark):
        return f"[^{piece.to}]"
    sign = SIGNS[piece.style]
    if isinstance(piece, Words):
        return f"{sign}{piece.text}{sign}"
    return f"{sign}{{{piece.expression}{'|' + piece.format if piece.format else ''}}}{sign}"


def effects(done: Effects, indent: str = "") -> Iterator[str]:
    """Effects as a writer types them."""
    for each in done:
        if isinstance(each, Assign):
            yield indent + _assigned(each)
            continue
        yield f"{indent}if {each.when}:"
        yield from effects(each.then, indent + "  ")
        if each.otherwise:
            yield f"{indent}else:"
            yield from effects(each.otherwise, indent + "  ")


def _assigned(each: Assign) -> str:
    """`x = x - (3)` is what the reader makes of `x -= 3`."""
    short = re.fullmatch(rf"{each.name} ([-+*]) \((.*)\)", each.expression)
    return f"{each.name} {short[1]}= {short[2]}" if short else f"{each.name} = {each.expression}"


def marks_in(told: Text) -> set[str]:
    """The facts and terms that a text marks."""
    return {
        piece.to
        for part in told
        for block in ((part,) if isinstance(part, Block) else part.blocks)
        for each in block.paragraphs
        for piece in each
        if isinstance(piece, Mark)
    }
