"""What a player asks for before a run starts, held against the story."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace

from glfstory.engine import SEEDS
from glfstory.engine.analysis import check
from glfstory.engine.expressions import nearest
from glfstory.engine.program import scope_of
from glfstory.engine.stage import Setup
from glfstory.engine.story import Story

EXPRESSIONS = ("expression", "when", "by", "solo", "computed", "spared", "left", "taken", "birth")
"""The fields of a played story that hold expressions."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """A seed, a length, options and changed constants; nothing asked is the story's own."""

    seed: int | None = None
    length: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, float] = field(default_factory=dict)

    @property
    def begins_anew(self) -> bool:
        """Whether they ask for another run than the one that was kept."""
        return self.seed is not None or bool(self.length or self.options)


def refusal(story: Story, wishes: Wishes) -> str:
    """Why the story cannot grant them, in one sentence; an empty string where it can."""
    if wishes.seed is not None and not 0 <= wishes.seed < SEEDS:
        return f"A seed is a whole number from 0 to {SEEDS - 1}, not {wishes.seed}."
    _, problems = fitting(story, Setup(wishes.options, wishes.length, wishes.constants))
    return problems[0] if problems else _unsafe(story, wishes.constants)


def fitting(story: Story, setup: Setup) -> tuple[Setup, tuple[str, ...]]:
    """A setup without what the story does not have, and a sentence for each thing left out."""
    options = {name: word for name, word in setup.options.items() if not _option(story, name, word)}
    constants = {name: value for name, value in setup.constants.items() if not _constant(story, name)}
    problems = [_option(story, name, word) for name, word in setup.options.items()]
    problems += [_constant(story, name) for name in setup.constants]
    length = setup.length
    if length and length not in story.lengths:
        problems.insert(0, f"This story has no length {length!r}; {_known(length, story.lengths, 'lengths')}")
        length = next(iter(story.lengths), "")
    return replace(setup, options=options, length=length, constants=constants), tuple(filter(None, problems))


def _option(story: Story, name: str, word: str) -> str:
    if name not in story.options:
        return f"This story has no option {name!r}; {_known(name, story.options, 'options')}"
    words = story.options[name].words
    return "" if word in words else f"The option {name} is one of {', '.join(words)}, not {word!r}."


def _constant(story: Story, name: str) -> str:
    if name not in story.constants:
        return f"This story has no constant {name!r}; {_known(name, story.constants, 'constants')}"
    return ""


def _known(name: str, known: Mapping[str, object], what: str) -> str:
    if not known:
        return f"it has no {what} at all."
    return nearest(name, known) or f"its {what} are {', '.join(list(known)[:12])}."


def _unsafe(story: Story, constants: Mapping[str, float]) -> str:
    """A story is safe for its own constants; with others every expression has to be looked at again."""
    if not constants:
        return ""
    scope = scope_of(story, constants)
    for expression in dict.fromkeys(_expressions(replace(story, timeline={}))):
        _, problems = check(expression, scope)
        if problems:
            changed = ", ".join(f"{name}={value:g}" for name, value in constants.items())
            return f"With {changed} the story cannot be played: in '{expression}' {problems[0].says}."
    return ""


def _expressions(part: object) -> Iterator[str]:
    if isinstance(part, Mapping):
        for value in part.values():
            yield from _expressions(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from _expressions(value)
    elif is_dataclass(part):
        for each in fields(part):
            value = getattr(part, each.name)
            if isinstance(value, str):
                if each.name in EXPRESSIONS:
                    yield value
            else:
                yield from _expressions(value)
