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
    """All sights of a story, numbered, so that what a run saw is one whole number with a bit for each."""

    def __init__(self, story: Story) -> None:
        self.all: tuple[Sight, ...] = tuple(_sights(story))

    @cached_property
    def bits(self) -> dict[Sight, int]:
        """The bit of each sight."""
        return {sight: 1 << place for place, sight in enumerate(self.all)}

    @cached_property
    def met(self) -> dict[str, int]:
        """The bits of scenes and choices under the ids by which a run keeps them."""
        return {sight.id: bit for sight, bit in self.bits.items() if sight.kind in ("scene", "choice")}

    def of(self, seen: int) -> list[Sight]:
        """The sights of a number."""
        return [self.all[place] for place in places(seen)]


def places(seen: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while seen:
        lowest = seen & -seen
        yield lowest.bit_length() - 1
        seen ^= lowest


def _sights(story: Story) -> Iterator[Sight]:
    for scene in story.scenes.values():
        yield Sight("scene", scene.id)
        for choice in scene.choices:
            yield Sight("choice", f"{scene.id}.{choice.id}")
            if choice.when is not None and choice.locked is not None:
                yield Sight("closed", f"{scene.id}.{choice.id}")
    for ending in story.endings.values():
        yield Sight("coda" if ending.coda else "ending", ending.id)
