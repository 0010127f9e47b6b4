"""Finds pages of scenes that do not fit a small terminal, in their longest version."""

from itertools import product
from textwrap import wrap

from glfstory.engine.story import Block, Choice, Insert, Mark, Paragraph, Scene, Story, Text
from glfstory.reading.linking.draft import Draft

LINES = 19
WIDTH = 76
CHOICE_WIDTH = 70
INSERT = "0" * 9
"""What an insert is counted as; a mark is one sign."""


def long_pages(draft: Draft, story: Story) -> None:
    """Tells scenes with a page of more than 19 lines of 76 columns, choices included."""
    for name, scene in story.scenes.items():
        number, lines = longest_page(scene)
        if lines > LINES:
            says = f"page {number} of {name!r} has {lines} lines; {LINES} of {WIDTH} columns fit a small terminal"
            fix = "shorten it, or break the page with --- alone on a line"
            draft.findings.add("W602-long-page", draft.shapes["scenes"][name].key_place("text"), says, fix)


def longest_page(scene: Scene) -> tuple[int, int]:
    """The number of the scene's longest page, from 1, and its lines."""
    choices = sum(_choice_lines(choice, number) for number, choice in enumerate(scene.choices, 1))
    worst = (1, 0)
    for paragraphs in _versions(scene.text):
        pages = _pages(paragraphs)
        for number, page in enumerate(pages, 1):
            lines = sum(page) + len(page) - 1
            if number == len(pages) and choices:
                lines += choices + 1
            worst = max(worst, (number, lines), key=lambda each: each[1])
    return worst


def _versions(text: Text) -> list[list[Paragraph]]:
    """The text with every condition true, for each combination of alternatives; of many, the longest alternatives."""
    options = [
        [part.paragraphs] if isinstance(part, Block) else [block.paragraphs for block in part.blocks] for part in text
    ]
    many = 1
    for option in options:
        many *= len(option)
    if many > 64:
        options = [[max(option, key=lambda each: sum(map(_lines, each)))] for option in options]
    return [[paragraph for part in version for paragraph in part] for version in product(*options)]


def _pages(paragraphs: list[Paragraph]) -> list[list[int]]:
    """The lines of each paragraph, page by page."""
    pages: list[list[int]] = [[]]
    for paragraph in paragraphs:
        if paragraph:
            pages[-1].append(_lines(paragraph))
        else:
            pages.append([])
    return pages


def _lines(paragraph: Paragraph) -> int:
    return max(1, len(wrap(flat(paragraph), WIDTH)))


def _choice_lines(choice: Choice, number: int) -> int:
    lines = len(wrap(f"{number}. {flat(choice.say)}", CHOICE_WIDTH))
    return lines + (len(wrap(flat(choice.locked), CHOICE_WIDTH)) if choice.locked else 0)


def flat(paragraph: Paragraph) -> str:
    """A paragraph as it is counted."""
    return "".join(
        INSERT if isinstance(piece, Insert) else "*" if isinstance(piece, Mark) else piece.text for piece in paragraph
    )
