"""What `glfstory play` does once its words are parsed: it opens the story and hands it to one of the two fronts.

What only one of them needs is imported when that one is chosen, so that the first page comes at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from glfstory.cli.folders import pack_folders, story_folder
from glfstory.cli.options import pairs, pairs_of_numbers
from glfstory.cli.streams import Misuse, Unsound, at_terminal, can_show_screens
from glfstory.saving.atomic import why
from glfstory.saving.entrance import Entrance, titles_of
from glfstory.saving.places import places

if TYPE_CHECKING:
    from glfstory.saving.desk import Desk


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of the command line."""

    story: str | None
    packs: Sequence[str]
    plain: bool
    seed: int | None
    script: str | None
    length: str
    options: Sequence[str]
    constants: Sequence[str]
    load: str | None
    code: str | None
    save: bool


def start(asked: Asked) -> None:
    """Plays as asked. Raises Misuse, or Unsound for a story with mistakes."""
    options, constants = pairs(asked.options), pairs_of_numbers(asked.constants)
    begins_anew = asked.seed is not None or bool(asked.length or options)
    if asked.load is not None and begins_anew:
        raise Misuse("--load goes on with a run that has its seed, length and options; leave them out.")
    if asked.code is not None and (begins_anew or constants or asked.load is not None):
        raise Misuse("--code holds a whole run with its seed, length, options and constants; leave the others out.")
    folder, packs = story_folder(asked.story), pack_folders(asked.packs)
    by_hand = asked.script is None and at_terminal()
    screens = not asked.plain and asked.script is None and can_show_screens()
    own = places(os.environ)

    def desk(changed: Mapping[str, float] = constants) -> Desk:
        from glfstory.saving.opening import desk_for
        from glfstory.saving.wishes import Wishes

        wishes = Wishes(asked.seed, asked.length, options, changed)
        return desk_for(folder, packs, own, wishes, keeps=by_hand or asked.save)

    if screens and asked.load is None and asked.code is None and not (asked.length or options or constants):
        _on_screen(Entrance(*titles_of(folder), own.settings, desk))
        return
    ready = _opened(desk())
    if asked.load is not None:
        _load(ready, asked.load)
    if asked.code is not None:
        ready = _decoded(ready, asked.code, desk)
    if screens:
        _on_screen(Entrance(*titles_of(folder), own.settings, lambda: ready))
    elif asked.script is None:
        _line_by_line(ready, sys.stdin, prompts=by_hand)
    else:
        with _script(asked.script) as source:
            _line_by_line(ready, source, prompts=False)


def _opened(desk: Desk) -> Desk:
    """The desk with its story open."""
    opened = desk.open()
    if opened.problem:
        raise (Misuse if opened.refused else Unsound)(opened.problem)
    return desk


def _decoded(desk: Desk, code: str, again: Callable[[Mapping[str, float]], Desk]) -> Desk:
    """The desk with the run of a code; another one where the code changes constants."""
    from glfstory.saving.code import WrongCode, run_of
    from glfstory.saving.saved import fitted

    try:
        run = run_of(desk.stage, code)
    except WrongCode as error:
        raise Misuse(str(error)) from error
    if run.setup.constants:
        desk = _opened(again(run.setup.constants))
    desk.given = fitted(desk.stage, run)
    return desk


def _load(desk: Desk, name: str) -> None:
    """Gives the desk the run of a file, or the kept run of that name."""
    from glfstory.saving.run_file import DamagedSave

    try:
        called = None if Path(name).is_file() else desk.drawer.find(name)
        desk.given = desk.load(called.path if called else Path(name))
    except FileNotFoundError as error:
        raise Misuse(
            f"{name} is no file, and no kept run is called so: glfstory saves lists those there are."
        ) from error
    except DamagedSave as error:
        raise Misuse(f"{name} cannot be played: {error}.") from error
    except OSError as error:
        raise Misuse(f"{name} cannot be opened: {why(error)}.") from error


def _on_screen(entrance: Entrance) -> None:
    from glfstory.app.app import play as play_on_screen

    departure = play_on_screen(entrance)
    if departure.problem:
        raise Unsound(departure.problem)
    if departure.code:
        raise click.exceptions.Exit(departure.code)


def _line_by_line(desk: Desk, source: TextIO, *, prompts: bool) -> None:
    from glfstory.plain import play as play_plain

    trouble = play_plain(desk, source, sys.stdout, prompts=prompts)
    if trouble:
        sys.stdout.flush()
        raise Misuse(f"{trouble[0].upper()}{trouble[1:]}; the output says what is.")


def _script(name: str) -> TextIO:
    try:
        return Path(name).open(encoding="utf-8-sig", errors="replace")
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else "it is no path"
        raise Misuse(f"The script {name} cannot be opened: {reason}. Give a text file, an answer a line.") from error
