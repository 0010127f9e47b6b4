"""How many words a reader is shown: of every text as a whole, and of a page as a run stands at it."""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from glfstory.engine.fates import Change
from glfstory.engine.page import Kind
from glfstory.engine.stage import Stage
from glfstory.engine.story import Block, Choice, Insert, Mark, Member, Paragraph, Scene, Text, Value
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


class Wording:
    """Counts the words of pages; each text is looked at once. Titles and headings are not counted."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._program = stage.program
        self._texts: dict[int, tuple[Count, Text]] = {}
        """By the text's own identity; it is held here, so that the identity stays its own."""
        self._choices: dict[str, list[tuple[Choice, int, int]]] = {}
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
                return self.text(story.scenes[name].text, values, met) + self.offered(story.scenes[name], values, met)
            case "outcome":
                taken = story.scenes[name].choice(choice)
                return self.text(taken.then, values, met) if taken else 0
        return self.text(story.endings[name].text, values, met)

    def text(self, text: Text, values: Sequence[Value], met: AbstractSet[str]) -> int:
        """Words of a text in these circumstances."""
        if not text:
            return 0
        made = self._texts.get(id(text))
        if made is None:
            made = self._texts[id(text)] = (self._count(text), text)
        return made[0](values, met)

    def offered(self, scene: Scene, values: Sequence[Value], met: AbstractSet[str]) -> int:
        """Words of the choices that are shown: the open ones, and the closed ones with their reasons."""
        rows = self._choices.get(scene.id)
        if rows is None:
            rows = self._choices[scene.id] = [
                (each, words_in(bare(each.say)), words_in(bare(each.locked or ()))) for each in scene.choices
            ]
        total = 0
        for each, said, reason in rows:
            if each.when is None or self._program.holds(each.when, values, met):
                total += said
            elif each.locked is not None:
                total += said + reason
        return total

    def _fate(self, member: Member, fate: str, values: Sequence[Value], met: AbstractSet[str]) -> int:
        texts = {"dead": member.when_dead, "left": member.when_left, "taken": member.when_taken}
        told = self.text(texts.get(fate, member.when_born), values, met)
        return told or words_in(member.name) + PLAIN_FATE[fate]

    def _count(self, text: Text) -> Count:
        """The function that counts a text: what always shows is counted now."""
        always, parts = 0, []
        for part in text:
            blocks = (part,) if isinstance(part, Block) else part.blocks
            rows = [(each.when, sum(words_in(bare(one)) for one in each.paragraphs)) for each in blocks]
            if rows and rows[0][0] is None:
                always += rows[0][1]
            else:
                parts.append([(self._program.question(when or "true"), words) for when, words in rows])

        def count(values: Sequence[Value], met: AbstractSet[str]) -> int:
            total = always
            for blocks in parts:
                for holds, words in blocks:
                    if holds(values, met):
                        total += words
                        break
            return total

        return count
