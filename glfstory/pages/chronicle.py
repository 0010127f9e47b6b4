"""The decisions of a run, in order."""

from dataclasses import dataclass

from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.walk import Page
from glfstory.pages.leaf import choice_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision as it was made."""

    number: int
    """1 for the first of the run."""
    season: str
    scene: str
    words: str


def chronicle(stage: Stage, moment: Moment) -> tuple[Entry, ...]:
    """Every decision of the run, with its season, the words of the choice and the reason that was given."""
    titles = {season.id: season.title for season in stage.story.seasons}
    passages = {page.scene: page for page in moment.pages if page.kind == "passage"}
    entries = []
    for number, decision in enumerate(moment.run.decisions, 1):
        scene = stage.story.scenes[decision.scene]
        choice = scene.choice(decision.choice)
        page: Page = passages[decision.scene]
        words = choice_words(stage, choice, page.state) if choice else decision.choice
        if decision.reason in stage.story.reasons:
            words = f"{words} ({stage.story.reasons[decision.reason]})"
        entries.append(Entry(number, titles[page.season], scene.title, words))
    return tuple(entries)
