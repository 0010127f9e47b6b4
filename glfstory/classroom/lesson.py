"""What a teacher decides before a class begins, and the seasons that wait for a release."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from glfstory.engine.run import begin
from glfstory.engine.stage import Setup
from glfstory.engine.story import Story

MOST = 60
"""The most brigades in one province."""
FORM = 1
"""The number of this form of a lesson in JSON."""


class NoLesson(ValueError):
    """A lesson that this story cannot give; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """The plan of a class; every brigade plays the same seed, and so meets the same weather."""

    story: str
    """The story's id."""
    seed: int
    brigades: int
    together: bool
    """Whether the brigades are one province; else each plays alone."""
    holds: tuple[str, ...]
    """The seasons before which everyone waits, in order."""
    others: tuple[str, ...]
    """The policies of brigades without a pupil, dealt out in turn."""
    setup: Setup = field(default_factory=Setup)
    folder: str = ""
    """The story's folder; empty for the story that comes with the program."""
    packs: tuple[str, ...] = ()
    rehearsal: bool = False
    """Whether scripted pupils play it, so that it is nobody's work."""

    def policy(self, brigade: int) -> str:
        """Who plays a brigade that has no pupil."""
        return self.others[(brigade - 1) % len(self.others)]


def plan(
    story: Story,
    *,
    seed: int,
    brigades: int,
    together: bool = True,
    holds: Sequence[str] | None = None,
    others: Sequence[str] = (),
    length: str = "",
    options: Mapping[str, str] | None = None,
    constants: Mapping[str, float] | None = None,
    folder: str = "",
    packs: tuple[str, ...] = (),
    rehearsal: bool = False,
) -> Lesson:
    """A lesson for a story. Raises NoLesson where the story cannot give it.

    Without `holds` everyone waits after each season in which the books are closed.
    """
    if not 1 <= brigades <= MOST:
        raise NoLesson(f"A province has 1 to {MOST} brigades, not {brigades}.")
    if together and not (story.inputs and story.ledger):
        raise NoLesson("This story has no inputs or no ledger, so its runs cannot be one province: ask for --solo.")
    try:
        setup = begin(story, seed, Setup(dict(options or {}), length, dict(constants or {}))).setup
    except ValueError as error:
        raise NoLesson(f"{str(error)[0].upper()}{str(error)[1:]}.") from error
    wished = usual_holds(story, setup.length) if holds is None else _in_order(story, holds)
    players = tuple(others) or tuple(name for name in ("typical", "modest") if name in story.policies)
    players = players or tuple(story.policies)[:1] or ("",)
    for name in players:
        if name and name not in story.policies:
            raise NoLesson(f"This story has no policy {name!r}; it has {', '.join(story.policies) or 'none'}.")
    return Lesson(story.id, seed, brigades, together, tuple(wished), players, setup, folder, packs, rehearsal)


def shown_seasons(story: Story, length: str) -> range:
    """The places of the seasons that a run of this length shows."""
    ids, wished = [season.id for season in story.seasons], story.lengths.get(length)
    first = ids.index(wished.first) if wished and wished.first else 0
    last = ids.index(wished.last) if wished and wished.last else len(ids) - 1
    return range(first, last + 1)


def years_shown(story: Story, length: str) -> tuple[str, ...]:
    """The seasons in which the ledger is kept, among those that a run of this length shows."""
    shown = {story.seasons[place].id for place in shown_seasons(story, length)}
    return tuple(season for season in story.ledger.at if season in shown) if story.ledger else ()


def usual_holds(story: Story, length: str) -> list[str]:
    """The season after each in which the books are closed, among those that are shown."""
    shown, ids = shown_seasons(story, length), [season.id for season in story.seasons]
    closing = [ids.index(season) for season in story.ledger.at] if story.ledger else []
    return [ids[place + 1] for place in sorted(closing) if place in shown and place + 1 in shown]


def _in_order(story: Story, holds: Sequence[str]) -> list[str]:
    ids = [season.id for season in story.seasons]
    for name in holds:
        if name not in ids:
            raise NoLesson(f"This story has no season {name!r}; it has {', '.join(ids)}.")
    return sorted(set(holds), key=ids.index)


def as_json(lesson: Lesson) -> str:
    """A lesson as it is kept."""
    return json.dumps({"form": FORM, **asdict(lesson)}, ensure_ascii=False)


def from_json(text: str) -> Lesson:
    """A lesson that was kept. Raises ValueError for any other text."""
    fields: dict[str, Any] = json.loads(text)
    if fields.pop("form", None) != FORM:
        raise ValueError("it was made by another glfstory")
    for name in ("holds", "others", "packs"):
        fields[name] = tuple(fields[name])
    return Lesson(**{**fields, "setup": Setup(**fields["setup"])})
