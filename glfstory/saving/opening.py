"""A desk for a story's folder; the story itself is opened only when it is asked for."""

from collections.abc import Sequence
from pathlib import Path

from glfstory.engine.story import Story
from glfstory.reading.finding import Finding
from glfstory.reading.shelf import open_story
from glfstory.saving.desk import Desk
from glfstory.saving.entrance import titles_of
from glfstory.saving.places import Places
from glfstory.saving.wishes import Wishes


def desk_for(
    folder: Path, packs: Sequence[Path], places: Places, wishes: Wishes | None = None, *, keeps: bool = True
) -> Desk:
    """The desk of the story in a folder, with packs laid over it."""

    def read() -> Story | str:
        reading = open_story(folder, packs, places.cache)
        if reading.story is not None:
            return reading.story
        return _cannot_be_played([finding for finding in reading.findings if finding.is_error], folder, packs)

    return Desk(titles_of(folder)[0], read, places, wishes, keeps=keeps)


def _cannot_be_played(errors: list[Finding], folder: Path, packs: Sequence[Path]) -> str:
    first = errors[0]
    place = f"{first.path}:{first.line}" if first.line else first.path
    many = "a mistake" if len(errors) == 1 else f"{len(errors)} mistakes, the first"
    check = " ".join(["glfstory check", str(folder), *(f"--with {pack}" for pack in packs)])
    return f"This story cannot be played, because it has {many} in {place}: {first.says}. To see more: {check}"
