"""Texts and numbers of a story turned into words in a given state."""

from collections.abc import Callable
from dataclasses import dataclass

from glfstory.engine.page import State
from glfstory.engine.program import Program
from glfstory.engine.story import Block, Insert, Mark, OneOf, Paragraph, Story, Style, Text, Value, Words

JIN_PER_TONNE = 2000


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one style, or a mark: the id of a fact or term, without words of its own."""

    text: str
    style: Style = ""
    mark: str = ""


Line = tuple[Span, ...]
"""A paragraph as spans in reading order."""


def counted(number: float, one: str, many: str) -> str:
    """A whole number with its noun: `1 day`, `12 days`."""
    whole = round(number)
    return f"{whole:,} {one if whole == 1 else many}"


FORMATS: dict[str, Callable[[float], str]] = {
    "jin": lambda number: f"{round(number):,} jin",
    "tonnes": lambda number: counted(number / JIN_PER_TONNE, "tonne", "tonnes"),
    "percent": lambda number: f"{round(number * 100)} percent",
    "people": lambda number: counted(number, "person", "people"),
    "days": lambda number: counted(number, "day", "days"),
    "signed": lambda number: f"{round(number):+,}",
}


def formatted(value: Value, form: str = "") -> str:
    """A value in words; `form` is a name of FORMATS, a number of decimals, or nothing."""
    if isinstance(value, bool | str):
        return str(value)
    if form in FORMATS:
        return FORMATS[form](value)
    if form:
        return f"{value:,.{int(form)}f}"
    return f"{round(value):,}" if value == round(value) else f"{value:,.2f}".rstrip("0")


def worded(story: Story, name: str, value: Value, form: str = "") -> str:
    """The value of a name in words: a word as its variable or option has it read, anything else `formatted`."""
    named = story.variables.get(name) or story.options.get(name)
    if named is None or not isinstance(value, str):
        return formatted(value, form)
    return named.labels.get(value, value.replace("_", " "))


def line(program: Program, paragraph: Paragraph, state: State) -> Line:
    """A paragraph with its inserts worked out."""
    spans: list[Span] = []
    for piece in paragraph:
        match piece:
            case Words():
                spans.append(Span(piece.text, piece.style))
            case Insert():
                value = program.question(piece.expression)(state.values, state.met)
                spans.append(Span(worded(program.story, piece.expression, value, piece.format), piece.style))
            case Mark():
                spans.append(Span("", mark=piece.to))
    return tuple(spans)


def screens(program: Program, text: Text, state: State) -> tuple[tuple[Line, ...], ...]:
    """A text as pages of lines, cut at its page breaks; blocks whose condition fails are left out."""
    pages: list[list[Line]] = [[]]
    for part in text:
        block = _shown(program, part, state)
        for place, paragraph in enumerate(block.paragraphs if block else ()):
            if not paragraph:
                pages.append([])
            elif block and block.runs_on and place == 0 and pages[-1]:
                pages[-1][-1] = (*pages[-1][-1], Span(" "), *line(program, paragraph, state))
            else:
                pages[-1].append(line(program, paragraph, state))
    return tuple(tuple(page) for page in pages if page)


def _shown(program: Program, part: Block | OneOf, state: State) -> Block | None:
    blocks = part.blocks if isinstance(part, OneOf) else (part,)
    return next((block for block in blocks if program.holds(block.when, state.values, state.met)), None)


def plain(spans: Line) -> str:
    """The bare words of a line."""
    return "".join(span.text for span in spans)


def say(words: str) -> Line:
    """Bare words as a line."""
    return (Span(words),)
