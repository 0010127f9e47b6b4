"""Finds what sounds like the record in a paragraph without a mark: years, numbers with a unit of the record, names."""

import re
from collections.abc import Iterator
from typing import Any

from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.markup import paragraph_places
from glfstory.reading.nodes import Scalar
from glfstory.reading.shapes.file import WrittenRecord
from glfstory.reading.shapes.prose import Text, WrittenOneOf

AMOUNT = r"\b\d[\d,.]*\s+(?:(?:hundred|thousand|million|billion)\s+)?"


def unmarked_record(draft: Draft, story: Story) -> None:
    """Tells it once a paragraph, by what `record:` of `story:` names; without that key nothing is looked for."""
    shape: WrittenRecord | None = draft.shapes["story"]["story"].record
    pattern = _pattern(story, shape) if shape is not None else None
    for text in _told(draft) if pattern else ():
        for start, end in paragraph_places(text):
            found = pattern.search(text, start, end) if pattern and "[^" not in text[start:end] else None
            if found:
                says = f"{' '.join(found[0].split())!r} sounds like the record, and this paragraph has no mark"
                fix = "put the mark of a fact behind it, or tell it so that it belongs to the story alone"
                draft.findings.add("N715-unmarked-record", text.part(found.start(), found.end()), says, fix)


def _pattern(story: Story, shape: WrittenRecord) -> re.Pattern[str] | None:
    """What is looked for; None where nothing is named."""
    parts = [rf"\b{_words(name)}\b" for name in shape.names]
    parts += [rf"{AMOUNT}{_words(unit)}(?!\w)" for unit in shape.units]
    own = {season.year for season in story.seasons}
    first, last = map(int, sorted(shape.years or (0, -1)))
    years = [str(year) for year in range(first, min(last, first + 1_000) + 1) if year not in own]
    parts += [rf"\b(?:{'|'.join(years)})\b(?!['}}|])"] if years else []
    return re.compile("|".join(parts)) if parts else None


def _words(phrase: str) -> str:
    """A phrase, wherever its lines break."""
    return r"\s+".join(re.escape(word) for word in phrase.split())


def _told(draft: Draft) -> Iterator[Scalar]:
    """Every text that is met in play; a choice that names facts has its mark."""
    shapes: Any = draft.shapes
    for season in shapes["seasons"].values():
        yield from [*_scalars(season.text), *_scalars(season.turn)]
    for scene in shapes["scenes"].values():
        yield from [*_scalars(scene.text), *_scalars(scene.summary)]
        for choice in scene.choices.values():
            if not choice.facts:
                yield from [choice.say, *_scalars(choice.then)]
    for ending in shapes["endings"].values():
        yield from _scalars(ending.text)
    for house in shapes["people"].values():
        yield from _scalars(house.says)
        for member in house.members.values():
            for text in (member.when_dead, member.when_left, member.when_taken, member.when_born):
                yield from _scalars(text)


def _scalars(text: Text | None) -> Iterator[Scalar]:
    for part in text if isinstance(text, list) else [text]:
        if isinstance(part, Scalar):
            yield part
        elif isinstance(part, WrittenOneOf):
            yield from (block.text for block in part.blocks)
        elif part is not None:
            yield part.text
