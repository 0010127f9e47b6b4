"""`glfstory class`: a class that plays one province from one laptop."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from glfstory.cli.completing import a_file
from glfstory.cli.options import pairs, pairs_of_numbers, set_option, story_argument, with_option
from glfstory.cli.streams import Misuse, say
from glfstory.engine import SEEDS

PORT = 8765
Command = TypeVar("Command", bound=Callable[..., Any])


def about_an_address(command: Command) -> Command:
    """Where the class is served."""
    port = click.option(
        "--port", type=click.IntRange(0, 65535), metavar="N", help=f"The port, {PORT} or the next free one."
    )
    host = click.option("--address", metavar="A", help="The address of this machine to serve at, and no other.")
    return host(port(command))


def about_a_lesson(command: Command) -> Command:
    """What a teacher decides beforehand."""
    for option in reversed(
        [
            story_argument,
            with_option,
            click.option(
                "--seed", type=click.IntRange(0, SEEDS - 1), default=7, metavar="N", help="The weather of all: 7."
            ),
            click.option(
                "--brigades", type=int, default=30, metavar="N", help="How many brigades the province has: 30."
            ),
            click.option(
                "--length", default="short", metavar="L", help="The length of a run: short where the story has it."
            ),
            click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="An option of the story."),
            set_option,
            click.option("--solo", is_flag=True, help="Every brigade plays alone, beside the others."),
            click.option(
                "--hold", "holds", multiple=True, metavar="SEASON", help="Wait before this season, not the usual ones."
            ),
            click.option(
                "--others", multiple=True, metavar="POLICY", help="Who plays brigades without a pupil; in turn."
            ),
            click.option(
                "--file", "path", metavar="FILE", shell_complete=a_file, help="The file that keeps the class."
            ),
        ]
    ):
        command = option(command)
    return command


class_file = click.argument("file", required=False, metavar="[FILE]", shell_complete=a_file)


@click.group("class")
def class_() -> None:
    """Let a class of up to 60 brigades play one province together, from one laptop and without the internet.

    Example: glfstory class new --brigades 28
    """


@class_.command()
@about_a_lesson
@about_an_address
def new(address: str | None, port: int | None, path: str | None, **asked: Any) -> None:
    """Begin a class and serve it in the room until Ctrl-C.

    Prints the address, the word to join by, and the address of your board. Everything is kept in one file:
    after Ctrl-C, or whatever else ends it, `glfstory class open` goes on.

    Example: glfstory class new --brigades 28 --length short
    """
    from glfstory.cli.teaching import begin_class, serve_class

    room = begin_class(path, _lesson(asked))
    serve_class(room, address, port)


@class_.command("open")
@class_file
@about_an_address
def open_(file: str | None, address: str | None, port: int | None) -> None:
    """Go on with a class: the one of this file, or the last one.

    Example: glfstory class open
    """
    from glfstory.cli.teaching import open_class, serve_class

    serve_class(open_class(file), address, port)


@class_.command()
@class_file
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(file: str | None, yes: bool) -> None:
    """Remove a class and all that was kept of it.

    Example: glfstory class forget --yes
    """
    from glfstory.cli.teaching import class_path, forget_class

    path = class_path(file)
    if not yes and not click.confirm(f"Remove {path} and everything in it?", err=True):
        raise Misuse("Nothing was removed.")
    say(forget_class(path))


def _lesson(asked: dict[str, Any]) -> dict[str, Any]:
    """The words of the command line as a lesson is asked for."""
    options: Sequence[str] = asked.pop("options")
    constants: Sequence[str] = asked.pop("constants")
    return {**asked, "options": pairs(options), "constants": pairs_of_numbers(constants)}


def home() -> Path:
    """The folder in which classes are kept."""
    from glfstory.saving.places import places

    return places(os.environ).saves.parent / "classes"
