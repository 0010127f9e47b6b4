"""Finds pages that do not fit a small terminal, in the longest version that a run can come to."""

from textwrap import wrap

from glfstory.checking.endings import met_at
from glfstory.checking.grounds import Grounds
from glfstory.checking.knowledge import WAITING, Knowledge, Occasion
from glfstory.checking.occasions import given_in
from glfstory.checking.versions import Form, Version, forms_of, possible_versions, versions_at_worst
from glfstory.engine.story import Choice, Insert, Mark, Paragraph, Story, Text
from glfstory.reading.linking.draft import Draft
from glfstory.reading.nodes import Place

LINES = 19
WIDTH = 76
CHOICE_WIDTH = 70
INSERT = "0" * 9
"""What an insert is counted as; a mark is one sign."""
Page = tuple[int, int]
"""The number of a page, from 1, and its lines."""


def long_pages(draft: Draft, story: Story, grounds: Grounds) -> None:
    """Tells pages longer than 19 lines of 76 columns: of scenes, of outcomes, of seasons and of endings."""
    for name, scene in story.scenes.items():
        shape = draft.shapes["scenes"][name]
        seasons = grounds.when.seasons[name] or grounds.when.every
        met = Occasion(seasons, scene.order, {name: frozenset((WAITING,))}, given_in(story, scene))
        _tell(draft, shape.key_place("text"), repr(name), longest_page(scene.text, scene.choices, grounds.reached, met))
        for choice in scene.choices:
            if choice.then:
                after = Occasion(seasons, scene.order, {name: frozenset((choice.id,))})
                place = shape.choices[choice.id].key_place("then")
                what = f"what follows {name}.{choice.id}"
                _tell(draft, place, what, longest_page(choice.then, (), grounds.reached, after))
    for at, season in enumerate(story.seasons):
        for key, text in (("text", season.text), ("turn", season.turn)):
            if text:
                found = longest_page(text, (), grounds.reached, Occasion(frozenset((at,))))
                _tell(draft, draft.shapes["seasons"][season.id].key_place(key), f"the {key} of {season.id}", found)
    for name, ending in story.endings.items():
        come = met_at(story, ending, grounds)
        if come is not None:
            found = longest_page(ending.text, (), grounds.reached, come)
            _tell(draft, draft.shapes["endings"][name].key_place("text"), f"the ending {name!r}", found)


def _tell(draft: Draft, place: Place, what: str, page: Page) -> None:
    if page[1] > LINES:
        says = f"page {page[0]} of {what} has {page[1]} lines; {LINES} of {WIDTH} columns fit a small terminal"
        fix = "shorten it, or break the page with --- alone on a line"
        draft.findings.add("W602-long-page", place, says, fix)


def longest_page(text: Text, choices: tuple[Choice, ...], known: Knowledge, met: Occasion) -> Page:
    """The longest page of the versions of a text that can be met there, with the choices behind it.

    What is short enough even if everything in it could stand beside everything else is not looked into.
    """
    parts = [forms_of(part, _lines) for part in text]
    offered = [_offers(choice, number) for number, choice in enumerate(choices, 1)]
    longest = sum(max(form.lines[0] for form in forms) for forms in offered)
    at_worst = max((_page(each, longest) for each in versions_at_worst(parts)), key=_lines_of)
    found = possible_versions([*parts, *offered], known, met) if at_worst[1] > LINES else None
    if found is None:
        return at_worst
    cut = len(parts)
    pages = (_page(each[:cut], sum(form.lines[0] for form in each[cut:])) for each in found)
    return max(pages, key=_lines_of, default=(1, 0))


def _offers(choice: Choice, number: int) -> tuple[Form, ...]:
    """A choice open, and closed."""
    said = _wrapped(f"{number}. {flat(choice.say)}", CHOICE_WIDTH)
    if choice.when is None:
        return (Form((said,)),)
    reason = _wrapped(flat(choice.locked), CHOICE_WIDTH) + said if choice.locked else 0
    return Form((said,), ((choice.when, True),)), Form((reason,), ((choice.when, False),))


def _page(version: Version, choices: int) -> Page:
    """The longest page of a version; the choices, so many lines, stand below the last.

    A paragraph that runs on is counted as if it began a line.
    """
    pages: list[list[int]] = [[]]
    for form in version:
        for place, lines in enumerate(form.lines):
            if not lines:
                pages.append([])
            elif form.runs_on and place == 0 and pages[-1]:
                pages[-1][-1] += lines
            else:
                pages[-1].append(lines)
    lengths = [sum(page) + len(page) - 1 for page in pages]
    lengths[-1] += choices + 1 if choices else 0
    return max(enumerate(lengths, 1), key=_lines_of)


def _lines_of(page: Page) -> int:
    return page[1]


def _lines(paragraph: Paragraph) -> int:
    """Lines of a paragraph; 0 for a page break."""
    return _wrapped(flat(paragraph), WIDTH) if paragraph else 0


def _wrapped(words: str, width: int) -> int:
    """Lines of words: what is short enough needs no wrapping, which takes long."""
    return 1 if len(words) <= width else len(wrap(words, width))


def flat(paragraph: Paragraph) -> str:
    """A paragraph as it is counted."""
    return "".join(
        INSERT if isinstance(piece, Insert) else "*" if isinstance(piece, Mark) else piece.text for piece in paragraph
    )
