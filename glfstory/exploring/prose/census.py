"""What a story consists of: its words by kind and by file, its scenes and choices, the facts met on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from glfstory.engine.story import Mark, Story
from glfstory.exploring.prose.passages import CALLED, Key, Kind, Passage, passages
from glfstory.exploring.prose.readability import grade

READ = ("texts", "outcomes", "seasons", "people", "endings")
"""The kinds whose grade is taken: whole sentences, not what a player picks from."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file, or all of them."""

    path: str
    scenes: int
    choices: int
    words: int
    grade: float
    """Flesch-Kincaid, in years of American school; not a number where it has no sentences to read."""


@dataclass(frozen=True)
class Census:
    """A story counted."""

    story: Story

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text, in all its versions."""
        return tuple(passages(self.story))

    @property
    def words(self) -> int:
        """All words that a player may read on the way, every version counted."""
        return sum(each.words for each in self.passages)

    @cached_property
    def by_kind(self) -> dict[Kind, int]:
        """The words of each kind."""
        return {kind: sum(each.words for each in self.passages if each.kind == kind) for kind in CALLED}

    @property
    def scenes(self) -> int:
        """All scenes."""
        return len(self.story.scenes)

    @property
    def fixed(self) -> int:
        """Scenes with an order."""
        return sum(scene.order is not None for scene in self.story.scenes.values())

    @property
    def storylets(self) -> int:
        """Scenes with a weight."""
        return sum(scene.order is None and scene.weight is not None for scene in self.story.scenes.values())

    @property
    def choices(self) -> int:
        """All choices."""
        return sum(len(scene.choices) for scene in self.story.scenes.values())

    @property
    def endings(self) -> int:
        """Endings, without codas."""
        return sum(not ending.coda for ending in self.story.endings.values())

    @property
    def codas(self) -> int:
        """Codas."""
        return len(self.story.endings) - self.endings

    @cached_property
    def marked(self) -> frozenset[str]:
        """The facts and terms that a player may meet: marked in a text, or behind a choice or an ending."""
        pieces = (piece for each in self.passages for paragraph in each.paragraphs for piece in paragraph)
        found = {piece.to for piece in pieces if isinstance(piece, Mark)}
        found |= {fact for scene in self.story.scenes.values() for each in scene.choices for fact in each.facts}
        return frozenset(found.union(*(ending.facts for ending in self.story.endings.values())))

    @property
    def facts(self) -> int:
        """The facts among them."""
        return len(self.marked & self.story.facts.keys())

    @property
    def terms(self) -> int:
        """The terms among them."""
        return len(self.marked & self.story.glossary.keys())

    def files(self, paths: Mapping[Key, str]) -> tuple[FileRow, ...]:
        """A row for each file that holds texts, by its path; `paths` says where each entry stands."""
        named = sorted({paths.get(each.entry, "") for each in self.passages})
        return tuple(
            self._row(path, [each for each in self.passages if paths.get(each.entry, "") == path]) for path in named
        )

    def whole(self) -> FileRow:
        """All files together."""
        return self._row("", self.passages)

    def _row(self, path: str, held: Iterable[Passage]) -> FileRow:
        held = tuple(held)
        ids = {each.entry[1] for each in held if each.entry[0] == "scenes"}
        choices = sum(len(self.story.scenes[name].choices) for name in ids)
        read = [line for each in held if each.kind in READ for line in each.lines]
        return FileRow(path, len(ids), choices, sum(each.words for each in held), grade(read))
