"""A whole run as Markdown: the pages as they were read, every decision with what else was open, and the record."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from glfstory.engine.page import Page
from glfstory.engine.run import Decision, Moment, Outside, Run, replay
from glfstory.engine.stage import Stage
from glfstory.exporting.footnotes import Footnotes, bare_block
from glfstory.exporting.markdown import paragraph
from glfstory.pages.chronicle import changed_words
from glfstory.pages.code import run_code
from glfstory.pages.leaf import ChoiceLine, Leaf, leaves
from glfstory.pages.meters import meter_words
from glfstory.pages.words import Line, formatted, screens, worded
from glfstory.saving.resume import where
from glfstory.saving.wishes import fitting


def as_markdown(stage: Stage, run: Run, *, summarised: bool = False) -> str:
    """The transcript of a run, as far as it holds in the story of the stage.

    `summarised` tells scenes in which someone dies in their short form. Raises ValueError for a run of another story
    or one under other constants than the stage's.
    """
    setup, lost = fitting(stage.story, run.setup)
    moment = replay(stage, replace(run, setup=setup))
    telling = Telling(stage, run, moment, Footnotes(stage.story), summarised)
    blocks = [*telling.head(lost), *telling.note(), *telling.seasons(), *telling.close(), *telling.record()]
    return "\n\n".join(blocks) + "\n"


@dataclass(frozen=True, slots=True)
class Telling:
    """A run on its way to paper. Each part is given as blocks of Markdown."""

    stage: Stage
    run: Run
    """The run as it was kept."""
    moment: Moment
    """Where it stands under this version of the story."""
    footnotes: Footnotes
    summarised: bool

    def head(self, lost: tuple[str, ...]) -> Iterator[str]:
        """The title, what no longer holds, and under what the run was played."""
        story = self.stage.story
        yield f"# {bare_block(story.title)}"
        if story.subtitle:
            yield f"*{bare_block(story.subtitle)}*"
        if self.run.version != story.version or self.moment.broken or lost:
            yield f"> {bare_block(' '.join(self._changes(lost)))}"
        yield "\n".join(f"- {bare_block(each)}" for each in self._setup())

    def _changes(self, lost: tuple[str, ...]) -> Iterator[str]:
        now, broken = self.stage.story.version, self.moment.broken
        if self.run.version != now:
            yield f"This run was played in version {self.run.version} of the story, and is told in version {now}."
        else:
            yield f"The story has changed since this run was played, though its version is still {now}."
        yield from lost
        if broken is not None:
            decision = f"decision {broken.number + 1} ({broken.decision.scene}: {broken.decision.choice})"
            yield f"It is told as far as it still holds: {decision} no longer exists, because {broken.says}."

    def _setup(self) -> Iterator[str]:
        story, run = self.stage.story, self.moment.run
        yield f"Seed: {run.seed}"
        yield f"Version: {run.version}"
        if code := run_code(self.stage, run).line:
            yield f"Run code: {code}"
        if run.packs:
            yield f"Packs: {', '.join(run.packs)}"
        if run.setup.length in story.lengths:
            yield " ".join(filter(None, (f"Length: {run.setup.length}.", story.lengths[run.setup.length].says)))
        for name, word in run.setup.options.items():
            chosen = worded(story, name, word)
            yield f"{name.replace('_', ' ').capitalize()}: {chosen}. {story.options[name].says}"
        if changed := changed_words(self.stage):
            yield changed
        seasons = {season.id: season.title for season in story.seasons}
        for entry in run.entries:
            if isinstance(entry, Outside):
                yield f"From outside: {entry.input} is {formatted(entry.value)} in {seasons[entry.season]}."
        yield f"Where it stands: {where(self.stage, self.moment)}"

    def note(self) -> Iterator[str]:
        """The content note, which stands before the run here too."""
        pages = screens(self.stage.program, self.stage.story.note, self.moment.pages[0].state)
        told = [self._paragraph(line) for page in pages for line in page]
        if told:
            yield from ("## Content note", *told)

    def seasons(self) -> Iterator[str]:
        """The pages in order, each season under its heading."""
        titles = {season.id: season.title for season in self.stage.story.seasons}
        here, number, broken = "", 0, self.moment.broken
        for page in self.moment.pages:
            waits = page.kind == "passage" and page.scene == self.moment.scene
            if waits and broken is not None and broken.decision.scene != page.scene:
                return
            if page.season != here:
                here = page.season
                yield f"## {bare_block(titles[here])}"
            number += page.kind == "passage" and self._decision(page) is not None
            yield from self._page(page, titles[here], number)

    def _page(self, page: Page, season: str, number: int) -> Iterator[str]:
        found = leaves(self.stage, page, summarised=self.summarised)
        if found:
            yield from _heading(found[0], season)
        for leaf in found:
            told = [self._paragraph(line) for line in leaf.lines]
            behind = "".join(map(self.footnotes.sign, leaf.facts))
            if leaf.kind == "outcome":
                told[-1:] = ["".join((*told[-1:], behind))]
            elif behind:
                told.append(f"The record behind it: {behind}")
            yield from told
            if leaf.choices:
                yield from self._choices(page, leaf, number)

    def _choices(self, page: Page, leaf: Leaf, number: int) -> Iterator[str]:
        """How things stood, what could be done, what could not, and what was."""
        if told := meter_words(self.stage, self.moment, page.state):
            yield f"*{bare_block(told)}*"
        opened = [choice for choice in leaf.choices if choice.number]
        yield "\n".join(f"{choice.number}. {self._paragraph(choice.words)}" for choice in opened)
        closed = [choice for choice in leaf.choices if not choice.number]
        if closed:
            yield "\n".join(f"- Closed: {self._closed(choice)}" for choice in closed)
        decision = self._decision(page)
        taken = next((choice for choice in opened if decision and choice.id == decision.choice), None)
        if decision is not None and taken is not None:
            words = f"Decision {number}: **{taken.number}. {self._paragraph(taken.words)}**"
            reason = self.stage.story.reasons.get(decision.reason, "")
            yield f"{words} Why: {bare_block(reason)}" if reason else words

    def _decision(self, page: Page) -> Decision | None:
        return next((each for each in self.moment.run.decisions if each.scene == page.scene), None)

    def _closed(self, choice: ChoiceLine) -> str:
        return f"{self._paragraph(choice.words)} ({self._paragraph(choice.reason)})"

    def _paragraph(self, line: Line) -> str:
        return paragraph(line, self.footnotes.sign)

    def close(self) -> Iterator[str]:
        """Where the run stands, unless it is over."""
        if self.moment.broken is not None:
            yield "*Here the transcript stops: the rest no longer holds in this version of the story.*"
        elif not self.moment.over:
            yield f"*The run is not over: {bare_block(where(self.stage, self.moment))}.*"

    def record(self) -> Iterator[str]:
        """What stands behind the marks, and the works cited."""
        if self.footnotes.marks:
            yield from ("## Notes", "What the record says, who says it, and how sure it is.", *self.footnotes.notes())
        if sources := self.footnotes.sources():
            yield from ("## Sources", sources)


def _heading(leaf: Leaf, season: str) -> Iterator[str]:
    if leaf.kind == "ending":
        yield f"## Ending: {bare_block(leaf.title)}"
    elif leaf.kind == "coda" or (leaf.kind in ("passage", "turn") and leaf.title != season):
        yield f"### {bare_block(leaf.title)}"
    elif leaf.kind == "turn":
        yield "---"
