"""What comes back: the same five words or more in several places, and scenes that open alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glfstory.engine.story import Block, Paragraph, Scene, Story
from glfstory.exploring.prose.passages import Key, passages
from glfstory.exploring.words import WORD, bare

SEQUENCE, OPENING = 5, 3
"""Words that make a repetition, and words that open a scene."""
Place = tuple[Key, str]
"""What it is written under, and what it belongs to."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Words, and where they stand."""

    words: str
    places: tuple[Place, ...]


def sequences(story: Story) -> tuple[Repeat, ...]:
    """The longest runs of five words or more that stand in the same several places, the most frequent first.

    Versions of a text are never shown together: what comes back inside one scene, person or ending counts for nothing.
    """
    lines = [(each, _words(line)) for each in passages(story) for line in each.lines]
    places: dict[tuple[str, ...], dict[Place, None]] = {}
    for passage, words in lines:
        for gram in _grams(words):
            places.setdefault(gram, {})[passage.entry, passage.owner] = None
    found: dict[str, tuple[Place, ...]] = {}
    for _, words in lines:
        for first, last in _stretches([tuple(places[gram]) for gram in _grams(words)]):
            found[" ".join(words[first : last + SEQUENCE])] = tuple(places[tuple(words[first : first + SEQUENCE])])
    rows = [Repeat(words, where) for words, where in found.items()]
    return tuple(sorted(rows, key=lambda row: (-len(row.places), -len(row.words), row.words)))


def openings(story: Story) -> tuple[Repeat, ...]:
    """First three words with which several scenes can open, the most frequent first."""
    found: dict[str, dict[Place, None]] = {}
    for scene in story.scenes.values():
        for paragraph in _first(scene):
            words = _words(bare(paragraph))[:OPENING]
            if len(words) == OPENING:
                found.setdefault(" ".join(words), {})[("scenes", scene.id), scene.id] = None
    rows = [Repeat(words, tuple(places)) for words, places in found.items() if len(places) > 1]
    return tuple(sorted(rows, key=lambda row: (-len(row.places), row.words)))


def _first(scene: Scene) -> Iterator[Paragraph]:
    """The paragraphs that can stand first in a scene."""
    for part in scene.text:
        blocks = (part,) if isinstance(part, Block) else part.blocks
        for block in blocks:
            yield from block.paragraphs[:1]
        if any(block.when is None for block in blocks):
            return


def _words(line: str) -> list[str]:
    return [match[0].lower().replace("’", "'") for match in WORD.finditer(line)]


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + SEQUENCE]) for at in range(len(words) - SEQUENCE + 1))


def _stretches(places: Sequence[tuple[Place, ...]]) -> Iterator[tuple[int, int]]:
    """The first and the last of neighbours that stand in the same several places."""
    first = 0
    while first < len(places):
        last = first
        while last + 1 < len(places) and places[last + 1] == places[first]:
            last += 1
        if len(places[first]) > 1:
            yield first, last
        first = last + 1
