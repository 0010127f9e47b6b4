"""What there is to see in a story: its scenes, choices taken, choices shown closed, endings and codas."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from glfstory.engine.story import Story

Kind = Literal["scene", "choice", "closed", "ending", "coda"]
KINDS: tuple[Kind, ...] = ("scene", "choice", "closed", "ending", "coda")
CALLED = {
    "scene": "scenes",
    "choice": "choices taken",
    "closed": "choices shown closed",
    "ending": "endings",
    "coda": "codas",
}
"""The kinds as a table names them."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Something that a run can show."""

    kind: Kind
    id: str
    """Of a choice `scene.choice`."""

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Sights:
    """All sights of a story, numbered, so that what a run saw is a row of numbers."""

    def __init__(self, story: Story) -> None:
        self.all: tuple[Sight, ...] = tuple(_sights(story))

    @cached_property
    def places(self) -> dict[Sight, int]:
        """The number of each sight."""
        return {sight: place for place, sight in enumerate(self.all)}

    @cached_property
    def met(self) -> dict[str, int]:
        """The numbers of scenes and choices under the ids by which a run keeps them."""
        return {sight.id: place for sight, place in self.places.items() if sight.kind in ("scene", "choice")}


def _sights(story: Story) -> Iterator[Sight]:
    for scene in story.scenes.values():
        yield Sight("scene", scene.id)
        for choice in scene.choices:
            yield Sight("choice", f"{scene.id}.{choice.id}")
            if choice.when is not None and choice.locked is not None:
                yield Sight("closed", f"{scene.id}.{choice.id}")
    for ending in story.endings.values():
        yield Sight("coda" if ending.coda else "ending", ending.id)
