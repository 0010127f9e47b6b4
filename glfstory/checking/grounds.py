"""What can be known of a story before it is played: its ranges, what effects make of them, and when scenes come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from glfstory.checking.calendar import Calendar, calendar
from glfstory.checking.knowledge import Knowledge
from glfstory.checking.reached import reached
from glfstory.engine.program import scope_of
from glfstory.engine.ranges import Range
from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.model import on_step


@dataclass(frozen=True, slots=True)
class Grounds:
    """The same knowledge twice: by the declared ranges alone, and by what the story can make of its variables."""

    declared: Knowledge
    reached: Knowledge
    when: Calendar


def grounds_of(draft: Draft, story: Story) -> Grounds:
    """What is known of a story that was read without an error."""
    when = calendar(story)
    scope = scope_of(story)
    first = {name: (min(seasons), story.scenes[name].order) for name, seasons in when.seasons.items() if seasons}
    declared = Knowledge(scope, story.seasons, _steps(story), first)
    ranges: Mapping[str, Range] = {**scope.ranges, **reached(story, draft.uses)}
    return Grounds(declared, replace(declared, scope=replace(scope, ranges=ranges)), when)


def _steps(story: Story) -> dict[str, float]:
    """The steps of stored numbers that can stand on nothing else."""
    return {
        name: each.step
        for name, each in story.variables.items()
        if each.kind == "number"
        and each.computed is None
        and on_step(each.low, each.step)
        and on_step(each.high, each.step)
    }
