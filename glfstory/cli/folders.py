"""The story and the packs that a command is about."""

from collections.abc import Sequence
from pathlib import Path

from glfstory.cli.streams import Misuse
from glfstory.reading.shipped import shipped_story
from glfstory.saving.atomic import why


def story_folder(story: str | None) -> Path:
    """The folder of a story; the shipped one where none is named."""
    return folder(story, "story") if story is not None else shipped_story()


def pack_folders(packs: Sequence[str]) -> list[Path]:
    """The folders of packs."""
    return [folder(pack, "pack") for pack in packs]


def folder(name: str, what: str) -> Path:
    """A folder that can be listed."""
    path = Path(name)
    if path.is_file():
        raise Misuse(f"A {what} is a folder, and {name} is a file: give the folder that it is in.")
    try:
        next(path.iterdir(), None)
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else "it is no path"
        raise Misuse(f"The {what} {name} cannot be opened: {reason}. Give the path of its folder.") from error
    return path
