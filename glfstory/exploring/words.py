"""How many words a reader is shown: of every text as a whole, and of a page as a run stands at it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from glfstory.engine.fates import Change
from glfstory.engine.page import Kind
from glfstory.engine.stage import Stage
from glfstory.engine.story import Block, Insert, Mark, Member, Paragraph, Scene, Text, Value
from glfstory.engine.telling import Telling

WORD = re.compile(r"[^\W_](?:['’-]?[^\W_]|[.,](?=\d))*")
"""A word, with its hyphens and apostrophes, or a number, with its points and commas."""
WITH_A_UNIT = ("jin", "tonnes", "percent", "people", "days")
"""Formats that write a unit behind the number."""
PLAIN_FATE = {"dead": 2, "left": 4, "taken": 4, "here": 2}
"""Words behind the name in the sentence for a person of whom the story tells nothing: has died, was born."""
Count = Callable[[Sequence[Value], AbstractSet[str]], int]


def bare(paragraph: Paragraph) -> str:
    """A paragraph without marks and style, with a nought for every number that is put in."""
    return "".join(
        ("0 " + piece.format if piece.format in WITH_A_UNIT else "0")
        if isinstance(piece, Insert)
        else ""
        if isinstance(piece, Mark)
        else piece.text
        for piece in paragraph
    )


def words_in(words: str) -> int:
    """How many words that is."""
    return sum(1 for _ in WORD.finditer(words))


def paragraphs_of(text: Text) -> Iterator[Paragraph]:
    """Every paragraph of a text, in all its versions."""
    for part in text:
        for block in (part,) if isinstance(part, Block) else part.blocks:
            yield from (paragraph for paragraph in block.paragraphs if paragraph)


def conditions_of(text: Text) -> tuple[str, ...]:
    """All conditions that decide which of a text's words are shown, in the order in which they stand."""
    return tuple(block.when for blocks in _parts(text) for block in blocks if block.when is not None)


def count_of(text: Text, holds: Iterable[Value]) -> int:
    """Words of a text whose conditions hold so, in the order of `conditions_of`."""
    told, total = iter(holds), 0
    for blocks in _parts(text):
        is_shown = [block.when is None or next(told) for block in blocks]
        if any(is_shown):
            total += sum(words_in(bare(one)) for one in blocks[is_shown.index(True)].paragraphs)
    return total


def _parts(text: Text) -> Iterator[tuple[Block, ...]]:
    """The blocks of each part, of which the first that holds is shown."""
    return ((part,) if isinstance(part, Block) else part.blocks for part in text)


class Wording:
    """Counts the words of pages; each version of a text is counted once. Titles and headings are not counted."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._program = stage.program
        self._texts: dict[int, tuple[Count, Text]] = {}
        """By the text's own identity; it is held here, so that the identity stays its own."""
        self._members = {member.id: member for member in stage.story.members}

    def page(self, walk: Telling, kind: Kind, name: str, choice: str, changes: Sequence[Change]) -> int:
        """Words of a page: its text in these circumstances, what it offers, what became of people.

        `name` is the id of the scene or the ending, `choice` of an outcome's choice.
        """
        story, season, values, met = self.stage.story, walk.season, walk.values, walk.met
        match kind:
            case "season":
                return self.text(season.text, values, met)
            case "turn":
                told = sum(self._fate(self._members[each.member], each.fate, values, met) for each in changes)
                return told + self.text(season.turn, values, met)
            case "passage":
                asked = tuple(each.when or "true" for each in story.scenes[name].choices)
                is_open = self._program.answers(asked)(values, met)
                return self.text(story.scenes[name].text, values, met) + offered(story.scenes[name], is_open)
            case "outcome":
                taken = story.scenes[name].choice(choice)
                return self.text(taken.then, values, met) if taken else 0
        return self.text(story.endings[name].text, values, met)

    def text(self, text: Text, values: Sequence[Value], met: AbstractSet[str]) -> int:
        """Words of a text in these circumstances."""
        return self.count(text)(values, met) if text else 0

    def count(self, text: Text) -> Count:
        """The function that counts a text."""
        made = self._texts.get(id(text))
        if made is None:
            made = self._texts[id(text)] = (self._count(text), text)
        return made[0]

    def _fate(self, member: Member, fate: str, values: Sequence[Value], met: AbstractSet[str]) -> int:
        texts = {"dead": member.when_dead, "left": member.when_left, "taken": member.when_taken}
        told = self.text(texts.get(fate, member.when_born), values, met)
        return told or words_in(member.name) + PLAIN_FATE[fate]

    def _count(self, text: Text) -> Count:
        asks, versions = self._program.answers(conditions_of(text)), dict[tuple[Value, ...], int]()

        def count(values: Sequence[Value], met: AbstractSet[str]) -> int:
            version = asks(values, met)
            words = versions.get(version)
            if words is None:
                words = versions[version] = count_of(text, version)
            return words

        return count


def offered(scene: Scene, is_open: Iterable[Value]) -> int:
    """Words of the choices that are shown: the open ones, and the closed ones with their reasons."""
    total = 0
    for each, is_free in zip(scene.choices, is_open, strict=True):
        if is_free or each.locked is not None:
            total += words_in(bare(each.say))
        if not is_free and each.locked is not None:
            total += words_in(bare(each.locked))
    return total
