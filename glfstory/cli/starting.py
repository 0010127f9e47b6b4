"""`glfstory new`: a folder to start writing in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from glfstory.cli.completing import a_folder
from glfstory.cli.streams import Misuse, say

if TYPE_CHECKING:
    from glfstory.engine.story import Story


@click.command()
@click.argument("folder", metavar="DIR", shell_complete=a_folder)
@click.option(
    "--pack",
    "base",
    metavar="FOR",
    shell_complete=a_folder,
    help="Make a pack for the story in this folder; two-ledgers is the one that comes with glfstory.",
)
def new(folder: str, base: str | None) -> None:
    """Make a folder to write in: a small story that plays at once, or with --pack a pack for a story.

    Every file explains itself in comments. Nothing that is there is written over.

    Example: glfstory new my-story
    """
    from glfstory.saving.atomic import why
    from glfstory.workshop.scaffold import new_pack, new_story

    target = Path(folder)
    try:
        _is_free(target)
        if base is None:
            new_story(target)
        else:
            over = _both(base, folder)
            new_pack(target, _opened(base), over)
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else "it is no path"
        raise Misuse(f"{folder} cannot be made: {reason}. Give the path of a new folder.") from error
    say(
        _told("story", folder, "scenes.yaml", _quoted(folder))
        if base is None
        else _told("pack", folder, "pack.yaml", over)
    )


def _is_free(target: Path) -> None:
    """Raises Misuse for a file, and for a folder with something in it."""
    if target.is_dir():
        first = next(target.iterdir(), None)
        if first is not None:
            raise Misuse(f"{target} is not empty, there is {first.name} in it: give the name of a new folder.")
    elif target.exists() or target.is_symlink():
        raise Misuse(f"{target} is a file: give the name of a new folder.")


def _is_shipped(base: str) -> bool:
    """Whether FOR names the story that comes with glfstory, and no folder is called so."""
    from glfstory.reading.shipped import shipped_story
    from glfstory.saving.entrance import id_of

    return not Path(base).exists() and base == id_of(shipped_story())


def _opened(base: str) -> "Story":
    from glfstory.cli.exploring import opened

    return opened(None if _is_shipped(base) else base, (), {})


def _both(base: str, folder: str) -> str:
    """What commands name a story and its pack with."""
    with_pack = f"--with {_quoted(folder)}"
    return with_pack if _is_shipped(base) else f"{_quoted(base)} {with_pack}"


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path


def _told(what: str, folder: str, first: str, named: str) -> str:
    """What there is now, and what to do next."""
    steps = {
        "play": "play it",
        "write": "see it change while you write",
        "check": "what is wrong, and how to mend it",
        "test": "play its tests",
    }
    rows = [f"  glfstory {command + ' ' + named:{len(named) + 8}}{says}" for command, says in steps.items()]
    return "\n".join([f"{folder} holds a {what} now. Start with its {first}.", "", *rows])
