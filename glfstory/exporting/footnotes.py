"""The marks of a text as numbered footnotes, and the works they rest on."""

from collections.abc import Iterable, Iterator

from glfstory.engine.story import Story
from glfstory.exporting.markdown import bare, block
from glfstory.pages.archive import Card, Voice, card, sources_of

INSIDE = "    "
"""What stands before the further paragraphs of a footnote."""


class Footnotes:
    """The marks met so far, numbered in the order in which they were met."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.marks: list[str] = []

    def sign(self, mark: str) -> str:
        """The sign of a mark, which has the same number wherever it stands."""
        if mark not in self.marks:
            self.marks.append(mark)
        return f"[^{self.marks.index(mark) + 1}]"

    def notes(self) -> Iterator[str]:
        """A footnote for each mark, as paragraphs: the claim, how sure it is, and who says it."""
        for number, mark in enumerate(self.marks, 1):
            shown = card(self.story, mark)
            yield f"[^{number}]: {_claim(shown)}"
            if shown.voices:
                yield "\n".join(f"{INSIDE}- {_voice(voice)}" for voice in shown.voices)
            if shown.correction:
                yield f"{INSIDE}Correction: {block(bare(shown.correction))}"

    def sources(self) -> str:
        """A list of all works that the footnotes rest on; an empty string where there is none."""
        facts = [self.story.facts[mark] for mark in self.marks if mark in self.story.facts]
        works = {name: card(self.story, name) for fact in facts for name in sources_of(fact)}
        return "\n".join(f"- {_work(each)}" for each in sorted(works.values(), key=lambda each: (each.place, each.id)))


def _claim(shown: Card) -> str:
    period = f" ({bare(shown.period)})" if shown.period else ""
    return " ".join(
        filter(None, (f"**{block(bare(shown.heading))}**{period}:", bare_block(shown.says), shown.standing))
    )


def _voice(voice: Voice) -> str:
    value = f" ({voice.value})" if voice.value else ""
    where = f", {voice.where}" if voice.where else ""
    return bare_block(f"{voice.says}{value} Source: {voice.who}{where}.")


def _work(shown: Card) -> str:
    return bare_block(f"{shown.heading.rstrip('.')}. {shown.says}")


def bare_block(words: str) -> str:
    """Bare words as one paragraph."""
    return block(bare(words))


def bullets(words: Iterable[str]) -> str:
    """Sentences as a list."""
    return "\n".join(f"- {bare_block(each)}" for each in words)
