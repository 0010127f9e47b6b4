"""Every text of a story that a player may read on the way, with what it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from glfstory.engine.story import Choice, Ending, Household, Paragraph, Scene, Season, Story, Text
from glfstory.exploring.words import bare, paragraphs_of, words_in

Kind = Literal["texts", "choices", "outcomes", "seasons", "people", "endings", "note"]
CALLED: dict[Kind, str] = {
    "texts": "texts of scenes",
    "choices": "choices as they are offered",
    "outcomes": "outcomes of choices",
    "seasons": "pages of seasons",
    "people": "households and people",
    "endings": "endings and codas",
    "note": "the note before the story",
}
"""The kinds as a table names them."""
Key = tuple[str, str]
"""A top-level key of story files, and an id under it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in all its versions."""

    kind: Kind
    entry: Key
    """What it is written under."""
    owner: str
    """The scene, person, household, season or ending that it belongs to."""
    paragraphs: tuple[Paragraph, ...]
    words: int
    opening: bool = False
    """Whether it opens a scene."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Its paragraphs as bare words, a nought for every number that is put in."""
        return tuple(map(bare, self.paragraphs))


def passages(story: Story) -> Iterator[Passage]:
    """All of them, in the order of the story; what is empty is left out."""
    for each in _all(story):
        if each.paragraphs:
            yield each


def _all(story: Story) -> Iterator[Passage]:
    yield _passage("note", ("story", "story"), story.id, story.note)
    for season in story.seasons:
        yield from _season(season)
    for scene in story.scenes.values():
        yield from _scene(scene)
    for house in story.households.values():
        yield from _house(house)
    for ending in story.endings.values():
        yield _ending(ending)


def _season(season: Season) -> Iterator[Passage]:
    for text in (season.text, season.turn):
        yield _passage("seasons", ("seasons", season.id), season.id, text)


def _scene(scene: Scene) -> Iterator[Passage]:
    entry = ("scenes", scene.id)
    yield _passage("texts", entry, scene.id, scene.text, opening=True)
    yield _passage("texts", entry, scene.id, scene.summary)
    for choice in scene.choices:
        yield _offer(choice, entry, scene.id)
        yield _passage("outcomes", entry, scene.id, choice.then)


def _offer(choice: Choice, entry: Key, owner: str) -> Passage:
    paragraphs = tuple(each for each in (choice.say, choice.locked) if each)
    return Passage("choices", entry, owner, paragraphs, sum(words_in(bare(each)) for each in paragraphs))


def _house(house: Household) -> Iterator[Passage]:
    entry = ("people", house.id)
    yield _passage("people", entry, house.id, house.says)
    for member in house.members:
        for text in (member.when_dead, member.when_left, member.when_taken, member.when_born):
            yield _passage("people", entry, member.id, text)


def _ending(ending: Ending) -> Passage:
    return _passage("endings", ("endings", ending.id), ending.id, ending.text)


def _passage(kind: Kind, entry: Key, owner: str, text: Text, *, opening: bool = False) -> Passage:
    paragraphs = tuple(paragraphs_of(text))
    return Passage(kind, entry, owner, paragraphs, sum(words_in(bare(each)) for each in paragraphs), opening)
