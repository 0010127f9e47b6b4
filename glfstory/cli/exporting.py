"""`glfstory export`: a run in a form that leaves the program."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glfstory.cli.completing import a_file, a_folder, kept_runs
from glfstory.cli.options import with_option
from glfstory.cli.streams import Misuse, Unsound, say
from glfstory.saving.atomic import why

if TYPE_CHECKING:
    from glfstory.engine.run import Run
    from glfstory.saving.desk import Desk

STANDARD_INPUT = "-"
AUTOSAVE = "autosave"
CODE = re.compile(r"[0-9A-Za-z]{4}(?:[ -]?[0-9A-Za-z]{4}){2,}")
"""What looks like a run code, and like no name of a file or a run."""


@click.group(no_args_is_help=False)
def export() -> None:
    """Give a run a form that leaves the program.

    Example: glfstory export transcript autosave --output my-run.md
    """


@export.command()
@click.argument("run", metavar="RUN", shell_complete=kept_runs)
@click.option("--output", metavar="FILE", shell_complete=a_file, help="Write into this file instead of the terminal.")
@click.option("--story", metavar="STORY", shell_complete=a_folder, help="The folder of the story that the run is of.")
@with_option
@click.option("--summaries/--in-full", default=None, help="How deaths are told; without either, as you have set it.")
def transcript(run: str, output: str | None, story: str | None, packs: Sequence[str], summaries: bool | None) -> None:
    """Print a whole run as Markdown: its texts, every decision, and the record with its sources.

    RUN is the name of a kept run, such as autosave for the one that is gone on with, or a file, a run code in quotes,
    or - for standard input. A run of an older version of the story says so, and is told as far as it still holds.

    Example: glfstory export transcript autosave --output my-run.md
    """
    from glfstory.exporting.transcript import as_markdown

    desk, found = found_run(run, story, packs)
    told = as_markdown(desk.stage, found, summarised=desk.settings.summaries if summaries is None else summaries)
    if output is None:
        say(told)
    else:
        put(Path(output), told)


def found_run(word: str, story: str | None, packs: Sequence[str]) -> tuple[Desk, Run]:
    """The run that a word names, and a desk that is open under its constants."""
    desk = _desk(story, packs, {})
    run = _of_code(desk, word) if CODE.fullmatch(word) and _kept(desk, word) is None else _run(_bytes(desk, word), word)
    _fits(desk, run, word)
    return (_desk(story, packs, run.setup.constants) if run.setup.constants else desk), run


def _of_code(desk: Desk, code: str) -> Run:
    from glfstory.saving.code import WrongCode, run_of

    try:
        return run_of(desk.stage, code)
    except WrongCode as error:
        raise Misuse(str(error)) from error


def _desk(story: str | None, packs: Sequence[str], constants: Mapping[str, float]) -> Desk:
    from glfstory.cli.folders import pack_folders, story_folder
    from glfstory.saving.opening import desk_for
    from glfstory.saving.places import places
    from glfstory.saving.wishes import Wishes

    wishes = Wishes(constants=constants)
    desk = desk_for(story_folder(story), pack_folders(packs), places(os.environ), wishes, keeps=False)
    opened = desk.open()
    if opened.problem:
        raise (Misuse if opened.refused else Unsound)(opened.problem)
    return desk


def _bytes(desk: Desk, word: str) -> bytes:
    """What stands in the file of a kept run, in a file, or on standard input; never more than a run can hold."""
    from glfstory.saving.run_file import LARGEST

    if word == STANDARD_INPUT:
        source = getattr(sys.stdin, "buffer", None)
        return source.read(LARGEST + 1) if source else b""
    if (kept := _kept(desk, word)) is not None:
        return kept
    try:
        with Path(word).open("rb") as file:
            return file.read(LARGEST + 1)
    except (FileNotFoundError, ValueError) as error:
        if word == AUTOSAVE:
            raise Misuse("No run is kept yet: glfstory play begins one.") from error
        raise Misuse(
            f"There is no kept run and no file {word}, and it is no run code. The run that is gone on with is autosave."
        ) from error
    except OSError as error:
        raise Misuse(f"{word} cannot be opened: {why(error)}.") from error


def _kept(desk: Desk, word: str) -> bytes | None:
    """What stands in the file of the kept run that is called so, if there is one."""
    from glfstory.saving.drawer import Drawer
    from glfstory.saving.kept import shown_name

    for filed in Drawer(desk.save.parent, desk.stage.story).runs()[0]:
        stem = filed.path.stem
        if word.casefold() in (stem.casefold(), shown_name(stem, filed.name).casefold()):
            return filed.data
    return None


def _run(data: bytes, word: str) -> Run:
    from glfstory.saving.run_file import DamagedSave, from_json

    try:
        return from_json(data)
    except DamagedSave as error:
        what = "Standard input" if word == STANDARD_INPUT else word
        raise Misuse(f"{what} holds no run: {error}.") from error


def _fits(desk: Desk, run: Run, word: str) -> None:
    """Whether the run is of the story and the packs that are open. Raises Misuse."""
    story = desk.stage.story
    packs = tuple(pack.id for pack in story.packs)
    if run.story != story.id:
        raise Misuse(f"{word} is a run of another story, {run.story!r}: name the folder of that story by --story.")
    if run.packs != packs:
        played = f"the packs {', '.join(run.packs)}" if run.packs else "no packs"
        raise Misuse(f"{word} was played with {played}: name their folders, and no others, by --with.")


def put(path: Path, told: str) -> None:
    """Puts a text into a file; never over a saved run."""
    from glfstory.saving.atomic import write

    try:
        if path.is_file() and _is_run(path):
            raise Misuse(f"{path} is a saved run; choose another name.")
        write(path, told)
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else "it is no path"
        raise Misuse(f"{path} could not be written: {reason}.") from error


def _is_run(path: Path) -> bool:
    from glfstory.saving.run_file import LARGEST, DamagedSave, from_json

    with path.open("rb") as file:
        try:
            from_json(file.read(LARGEST + 1))
        except DamagedSave:
            return False
    return True
