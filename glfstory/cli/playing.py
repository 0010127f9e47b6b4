"""What `glfstory play` does once its words are parsed: it opens the story and hands it to one of the two fronts.

What only one of them needs is imported when that one is chosen, so that the first page comes at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
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
    save: bool


def start(asked: Asked) -> None:
    """Plays as asked. Raises Misuse, or Unsound for a story with mistakes."""
    options, constants = pairs(asked.options), pairs_of_numbers(asked.constants)
    if asked.load is not None and (asked.seed is not None or asked.length or options):
        raise Misuse("--load goes on with a run that has its seed, length and options; leave them out.")
    folder, packs = story_folder(asked.story), pack_folders(asked.packs)
    by_hand = asked.script is None and at_terminal()
    screens = not asked.plain and asked.script is None and can_show_screens()
    own = places(os.environ)

    def desk() -> Desk:
        from glfstory.saving.opening import desk_for
        from glfstory.saving.wishes import Wishes

        wishes = Wishes(asked.seed, asked.length, options, constants)
        return desk_for(folder, packs, own, wishes, keeps=by_hand or asked.save)

    if screens and asked.load is None and not (asked.length or options or constants):
        _on_screen(Entrance(*titles_of(folder), own.settings, desk))
        return
    ready = _opened(desk(), asked.load)
    if screens:
        _on_screen(Entrance(*titles_of(folder), own.settings, lambda: ready))
    elif asked.script is None:
        _line_by_line(ready, sys.stdin, prompts=by_hand)
    else:
        with _script(asked.script) as source:
            _line_by_line(ready, source, prompts=False)


def _opened(desk: Desk, load: str | None) -> Desk:
    """The desk with its story open, and with the run of a file where one was named."""
    opened = desk.open()
    if opened.problem:
        raise (Misuse if opened.refused else Unsound)(opened.problem)
    if load is not None:
        _load(desk, load)
    return desk


def _load(desk: Desk, name: str) -> None:
    from glfstory.saving.run_file import DamagedSave

    try:
        desk.given = desk.load(Path(name))
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
