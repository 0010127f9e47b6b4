"""The decisions of a run, in order, and what each of them changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from glfstory.engine.page import Page, State
from glfstory.engine.program import Met
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import Choice, Constant, Story, Value, Variable
from glfstory.pages.leaf import choice_words
from glfstory.pages.ledger import closed_books
from glfstory.pages.meters import value_of, value_words
from glfstory.pages.words import formatted, worded

COUNTED = ("jin", "days", "people")
"""Units whose figures say something by themselves; of others only the direction is told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision as it was made."""

    number: int
    """1 for the first of the run."""
    season: str
    scene: str
    words: str
    changed: tuple[str, ...] = ()
    """What it changed by itself, a few words each: first the meters, then what else."""


def chronicle(stage: Stage, moment: Moment) -> tuple[Entry, ...]:
    """Every decision of the run: its season, the words of the choice, the reason given, and what it changed.

    Of a season whose books are closed to the player only the meters, which are always in sight, are told in figures.
    """
    closed = closed_books(stage, moment)
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
        told = _changes(stage, page.state, after(stage, page, choice), page.season not in closed) if choice else ()
        entries.append(Entry(number, titles[page.season], scene.title, words, tuple(told)))
    return tuple(entries)


def after(stage: Stage, page: Page, choice: Choice) -> State:
    """The state that a choice leaves on a passage, before anything else happens."""
    values, met = list(page.state.values), Met(page.state.met)
    met.add(f"{page.scene}.{choice.id}")
    if choice.do:
        stage.program.action(choice.do)(values, met)
    return State(tuple(values), frozenset(met))


def _changes(stage: Stage, before: State, now: State, in_figures: bool) -> Iterator[str]:
    shown = stage.story.meters
    for name in shown:
        then, there = (value_words(stage, name, state) for state in (before, now))
        if then != there:
            yield f"{name.replace('_', ' ')} {then} → {there}"
    for name, variable in stage.story.variables.items():
        if variable.computed is None and name not in shown:
            old, new = (value_of(stage, name, state) for state in (before, now))
            if old != new:
                yield _told(stage.story, variable, old, new, in_figures)


def _told(story: Story, variable: Variable, old: Value, new: Value, in_figures: bool) -> str:
    """A change in words: `Grain in the brigade store: 900 jin → 700 jin`, `How closely the county looks: more`."""
    what = variable.says.strip().rstrip(".") or variable.id.replace("_", " ")
    if isinstance(new, bool):
        return f"{what}: {'yes' if new else 'no'}"
    if isinstance(new, str) or isinstance(old, str | bool):
        return f"{what}: {worded(story, variable.id, new)}"
    if variable.unit in COUNTED and in_figures:
        return f"{what}: {formatted(old, variable.unit)} → {formatted(new, variable.unit)}"
    return f"{what}: {'more' if new > old else 'less'}"


def changed_words(stage: Stage) -> str:
    """What is changed in the model of this run, in one sentence; an empty string where nothing is."""
    told = [_changed(stage.story.constants[name], value) for name, value in sorted(stage.program.constants.items())]
    return f"Changed for this run: {'; '.join(told)}." if told else ""


def _changed(constant: Constant, value: float) -> str:
    inside = constant.low is None or constant.high is None or constant.low <= value <= constant.high
    place = "" if inside else f", outside its range of {constant.low:g} to {constant.high:g}"
    return f"{constant.id} is {value:g}{place}"
