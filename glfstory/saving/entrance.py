"""What is known of a story before it is opened: enough for a first page, and the way in. It imports next to nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from glfstory.saving.settings import Settings, read_settings, write_settings

if TYPE_CHECKING:
    from glfstory.saving.desk import Desk


@dataclass(slots=True)
class Entrance:
    """A story's title, the player's settings, and how to come to the desk."""

    title: str
    subtitle: str
    place: Path
    """The file of the settings."""
    desk: Callable[[], Desk]
    """Makes the desk; what it needs is imported then."""

    def settings(self) -> Settings:
        """The settings as they were kept."""
        return read_settings(self.place)

    def settle(self, settings: Settings) -> str:
        """Keeps settings; one sentence where that fails."""
        return write_settings(self.place, settings)


def titles_of(folder: Path) -> tuple[str, str]:
    """Title and subtitle as story.yaml gives them, found without reading the story.

    Where that fails, the folder's name and nothing.
    """
    return _found(folder, "title") or folder.resolve().name, _found(folder, "subtitle")


def id_of(folder: Path) -> str:
    """A story's id as story.yaml gives it, found without reading the story; an empty string where that fails."""
    return _found(folder, "id")


def _found(folder: Path, wanted: str) -> str:
    """What stands behind a key of `story:` at the start of story.yaml."""
    try:
        with (folder / "story.yaml").open("rb") as file:
            start = file.read(4000).decode("utf-8", "replace")
    except OSError:
        return ""
    found, inside = "", False
    for line in start.splitlines():
        if not line.startswith((" ", "#")) and line:
            inside = line.startswith("story:")
        key, _, words = line.strip().partition(":")
        if inside and key == wanted:
            found = _value(words.strip())
    return found


def _value(words: str) -> str:
    """A value without its quotes, and without a comment behind it."""
    if words[:1] in ("'", '"'):
        return words[1:].partition(words[0])[0]
    return words.partition(" #")[0].rstrip()
