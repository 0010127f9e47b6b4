"""Everything that a story keeps count of, as it stands at a page, for its writer."""

from dataclasses import dataclass

from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story, Value
from glfstory.pages.meters import value_of
from glfstory.pages.words import worded


@dataclass(frozen=True, slots=True)
class Held:
    """A name and its value."""

    name: str
    says: str
    value: str
    before: str
    """What it was where the last decision waited; the same where nothing changed."""

    @property
    def is_changed(self) -> bool:
        """Whether it is not what it was."""
        return self.value != self.before


def values(stage: Stage, moment: Moment) -> tuple[Held, ...]:
    """Variables, then chances, options and numbers from outside, at the last page of a moment."""
    story, state = stage.story, moment.state
    asked = [page.state for page in moment.pages[:-1] if page.kind == "passage"]
    before = asked[-1] if asked else state
    named = [*((each.id, each.says) for each in story.variables.values())]
    named += [(each.id, each.says) for each in story.chances.values()]
    named += [(each.id, each.says) for each in story.options.values()]
    named += [(each.id, each.says) for each in story.inputs.values()]
    return tuple(
        Held(name, says, *(_with_label(story, name, value_of(stage, name, each)) for each in (state, before)))
        for name, says in named
    )


def shown(value: Value) -> str:
    """A value as a writer would type it, without digits that mean nothing."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else f"{value:.10g}" if abs(value) >= 1000 else f"{value:.4g}"


def _with_label(story: Story, name: str, value: Value) -> str:
    """The same, and behind a word what is read for it."""
    if not isinstance(value, str):
        return shown(value)
    read = worded(story, name, value)
    return value if read in (value, value.replace("_", " ")) else f"{value} ({read})"
