"""The decisions of a run, in order."""

from dataclasses import dataclass

from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import Constant
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


def changed_words(stage: Stage) -> str:
    """What is changed in the model of this run, in one sentence; an empty string where nothing is."""
    told = [_changed(stage.story.constants[name], value) for name, value in sorted(stage.program.constants.items())]
    return f"Changed for this run: {'; '.join(told)}." if told else ""


def _changed(constant: Constant, value: float) -> str:
    inside = constant.low is None or constant.high is None or constant.low <= value <= constant.high
    place = "" if inside else f", outside its range of {constant.low:g} to {constant.high:g}"
    return f"{constant.id} is {value:g}{place}"
