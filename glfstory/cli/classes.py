"""`glfstory class`: a class that plays one province from one laptop."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from glfstory.cli.completing import a_file, a_folder
from glfstory.cli.options import pairs, pairs_of_numbers, set_option, story_argument, with_option
from glfstory.cli.streams import Misuse, NothingFound, agreed, say, say_json
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
                "--length", default="", metavar="L", help="The length of a run: short where the story has it."
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
    """Go on with a class: the one of this file, or the last one that was no rehearsal.

    Example: glfstory class open
    """
    from glfstory.cli.teaching import open_class, serve_class

    serve_class(open_class(file), address, port)


@class_.command()
@about_a_lesson
@about_an_address
@click.option("--pupils", type=click.IntRange(0, 60), metavar="N", help="Scripted pupils: all brigades but two.")
@click.option(
    "--pace", type=click.FloatRange(0.1, 600), default=3, metavar="S", help="Seconds that they read a page: 3."
)
def rehearse(
    address: str | None, port: int | None, path: str | None, pupils: int | None, pace: float, **asked: Any
) -> None:
    """Begin a class in which scripted pupils play beside you, to see the lesson before giving it.

    They take seats, wait, decide, give reasons and guess. You have the board and the projector, and may take a
    seat as well. It is kept as any class is; `glfstory class forget` removes it.

    Example: glfstory class rehearse --pace 3
    """
    from glfstory.classroom.rehearsing import Rehearsal
    from glfstory.cli.teaching import begin_class, serve_class

    room = begin_class(path, _lesson(asked), rehearsal=True)
    many = max(0, room.lesson.brigades - 2) if pupils is None else pupils
    serve_class(room, address, port, Rehearsal(room, many, pace))


@class_.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(as_json: bool) -> None:
    """List the classes that are kept, the last one at the end: story, word, when, how far, rehearsal or not.

    Example: glfstory class list
    """
    from glfstory.cli.class_shelf import kept_classes, listed, listed_as_data

    found = kept_classes()
    if as_json:
        say_json(json.dumps(listed_as_data(found), ensure_ascii=False, indent=2))
    else:
        say(listed(found))


@class_.command()
@class_file
@click.option("--output", metavar="FOLDER", help="A new folder to write into.")
@click.option("--debriefs", is_flag=True, help="Write the whole debrief of every pupil's run too; seconds for each.")
def report(file: str | None, output: str | None, debriefs: bool) -> None:
    """Write what came of a class into a new folder: pages to project, to print and to hand out, and a table.

    Of the class of this file, or the last one that was no rehearsal. The files hold no names and no pupil's reasons,
    and need no network.

    Example: glfstory class report --output monday
    """
    from glfstory.cli.class_reports import report_class

    say(report_class(file, output, debriefs=debriefs))


@class_.command()
@click.argument("codes", metavar="CODES.txt", shell_complete=a_file)
@click.option("--story", metavar="STORY", shell_complete=a_folder, help="The folder of the story that they are of.")
@click.option("--output", metavar="FOLDER", help="A new folder to write into.")
@click.pass_context
def debrief(context: click.Context, codes: str, story: str | None, output: str | None) -> None:
    """Write the same from run codes alone, one a line, without a network.

    Exit code 1 where a line held no run of that class; the others are reported all the same.

    Example: glfstory class debrief codes.txt --output monday
    """
    from glfstory.cli.class_reports import report_codes

    told, troubles = report_codes(codes, story, output)
    for each in troubles:
        print(f"glfstory: {each}", file=sys.stderr)
    say(told)
    context.exit(1 if troubles else 0)


@class_.command()
@story_argument
@with_option
@click.option("--length", default="", metavar="L", help="Only what a run of this length may meet, such as short.")
@click.option("--text", is_flag=True, help="Their words too, with every choice, and the endings.")
def scenes(story: str | None, packs: Sequence[str], length: str, text: bool) -> None:
    """List every scene of a story by season with its tags, to see beforehand what pupils may meet.

    Example: glfstory class scenes --length short --text > scenes.txt
    """
    from glfstory.cli.class_scenes import scene_lines
    from glfstory.cli.teaching import stage_of

    say("\n".join(scene_lines(stage_of(story, packs, {}).story, length, with_text=text)))


@class_.command()
@class_file
@click.option("--all", "all_", is_flag=True, help="Remove every class of the usual folder, rehearsals too.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(file: str | None, all_: bool, yes: bool) -> None:
    """Remove a class and all that was kept of it: the one of this file, or the last one, rehearsal or not.

    Example: glfstory class forget --all
    """
    from glfstory.cli.class_shelf import class_path, kept_class, kept_classes
    from glfstory.cli.teaching import forget_classes

    if all_ and file is not None:
        raise Misuse("Name one class, or take --all.")
    if all_:
        meant = [each for each in kept_classes() if not each.trouble]
        if not meant:
            raise NothingFound("No class is kept, so there is nothing to remove.")
    else:
        meant = [kept_class(class_path(file, rehearsals=True))]
        if meant[0].trouble:
            raise Misuse(meant[0].trouble)
    said = "\n".join(map(str, meant))
    if not yes and not agreed(f"{said}\nRemove {'all of these' if all_ else 'it'}, with everything in it?"):
        raise Misuse("Nothing was removed.")
    say(forget_classes([each.file for each in meant]))


def _lesson(asked: dict[str, Any]) -> dict[str, Any]:
    """The words of the command line as a lesson is asked for."""
    options: Sequence[str] = asked.pop("options")
    constants: Sequence[str] = asked.pop("constants")
    return {**asked, "options": pairs(options), "constants": pairs_of_numbers(constants)}


def home() -> Path:
    """The folder in which classes are kept."""
    from glfstory.saving.places import places

    return places(os.environ).saves.parent / "classes"
