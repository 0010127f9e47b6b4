"""What the commands of `glfstory class` do: a class is made, found, opened, served and forgotten."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from glfstory.classroom import words
from glfstory.classroom.lesson import NoLesson, plan
from glfstory.classroom.rehearsing import Rehearsal
from glfstory.classroom.room import Room
from glfstory.classroom.store import NoClass, Store, forget
from glfstory.cli.class_shelf import class_path
from glfstory.cli.classes import PORT, home
from glfstory.cli.folders import pack_folders, story_folder
from glfstory.cli.streams import Misuse, Unsound, say, writes_any_word
from glfstory.engine.release import play_hash
from glfstory.saving.atomic import why
from glfstory.saving.opening import desk_for
from glfstory.saving.places import places, typed_path
from glfstory.saving.wishes import Wishes

if TYPE_CHECKING:
    from glfstory.engine.stage import Stage

USUAL = "short"
"""The length of a run in a class, where the story has one of that name."""
EXTRA = "A class needs more than glfstory alone: pip install 'glfstory[class]'"


def begin_class(path: str | None, asked: Mapping[str, object], *, rehearsal: bool = False) -> Room:
    """A new class in its file."""
    return Room(*_made(path, rehearsal=rehearsal, **asked), time.time)  # type: ignore[arg-type]


def _made(
    path: str | None,
    *,
    rehearsal: bool,
    story: str | None,
    packs: Sequence[str],
    seed: int,
    brigades: int,
    length: str,
    options: Mapping[str, str],
    constants: Mapping[str, float],
    solo: bool,
    holds: Sequence[str],
    others: Sequence[str],
) -> tuple[Store, Stage]:
    stage = stage_of(story, packs, constants)
    length = length or (USUAL if USUAL in stage.story.lengths else "")
    try:
        lesson = plan(
            stage.story,
            seed=seed,
            brigades=brigades,
            together=not solo,
            holds=holds or None,
            others=others,
            length=length,
            options=options,
            constants=constants,
            folder=str(Path(story).resolve()) if story else "",
            packs=tuple(str(Path(pack).resolve()) for pack in packs),
            rehearsal=rehearsal,
        )
    except NoLesson as error:
        raise Misuse(str(error)) from error
    word = words.new_word()
    file = typed_path(path) if path else _free(home(), word)
    codes = [words.new_code() for _ in range(brigades)]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        store = Store.create(file, lesson, play_hash(stage.story), word, words.new_secret(), codes)
    except NoClass as error:
        raise Misuse(str(error)) from error
    except OSError as error:
        raise Misuse(f"The class cannot be kept in {file}: {why(error)}. Name another file with --file.") from error
    return store, stage


def _free(folder: Path, word: str) -> Path:
    """A file for a class of that word that is not there yet."""
    names = (f"{word}.sqlite", *(f"{word}-{number}.sqlite" for number in range(2, 1000)))
    return next(folder / name for name in names if not (folder / name).exists())


def stage_of(story: str | None, packs: Sequence[str], constants: Mapping[str, float]) -> Stage:
    """A story that can be played, under these constants."""
    desk = desk_for(story_folder(story), pack_folders(packs), places(os.environ), Wishes(constants=constants))
    opened = desk.open()
    if opened.stage is None:
        raise (Misuse if opened.refused else Unsound)(opened.problem)
    return opened.stage


def open_class(file: str | None) -> Room:
    """A class that was begun before."""
    try:
        store = Store(class_path(file))
        lesson, _ = store.lesson()
        return Room(store, stage_of(lesson.folder or None, lesson.packs, lesson.setup.constants), time.time)
    except NoClass as error:
        raise Misuse(str(error)) from error


def forget_classes(paths: Sequence[Path]) -> str:
    """Removes classes; what was done, in a sentence."""
    gone: list[Path] = []
    for path in paths:
        try:
            gone += forget(path)
        except NoClass as error:
            raise Misuse(str(error)) from error
        except OSError as error:
            raise Misuse(f"{path} cannot be removed: {why(error)}.") from error
    return f"Removed: {', '.join(map(str, gone))}. Nothing else was kept."


def serve_class(room: Room, address: str | None, port: int | None, rehearsal: Rehearsal | None = None) -> None:
    """Serves a class until somebody ends it; in a rehearsal with scripted pupils."""
    try:
        from glfstory.web import serving
        from glfstory.web.site import Site
    except ModuleNotFoundError as error:
        raise Misuse(f"{EXTRA} (missing: {error.name}).") from error
    try:
        door = serving.door(address or serving.own_address(), PORT if port is None else port, exact=port is not None)
    except serving.NoAddress as error:
        raise Misuse(str(error)) from error
    state = room.store.state()
    say(_welcome(room, door.url, is_private=door.is_private))
    if sys.stdout.isatty() and writes_any_word():
        say(serving.qr_lines(f"{door.url}/?word={state.word}"))
    say(f"Your board, for you alone: {door.url}/board?key={state.secret}")
    named = f" {room.store.path}" if room.lesson.rehearsal or room.store.path.parent != home() else ""
    say(f"Ctrl-C ends serving; glfstory class open{named} goes on.")
    sys.stdout.flush()
    site = Site(room)
    try:
        serving.serve(site, door, rehearsal.act if rehearsal else None)
    except KeyboardInterrupt:
        say("")
    finally:
        site.backroom.close()
        room.store.close()
    say(f"The class is kept in {room.store.path}.")


def _welcome(room: Room, url: str, *, is_private: bool) -> str:
    lesson, word = room.lesson, room.store.state().word
    kind = "one province" if lesson.together else "each alone"
    length = f", {lesson.setup.length}" if lesson.setup.length else ""
    where = (
        "Only this machine reaches it." if is_private else "Served at this address only; nothing goes to the internet."
    )
    return (
        f"{room.stage.story.title}: {lesson.brigades} brigades, {kind}{length}, seed {lesson.seed}.\n"
        f"Kept in {room.store.path}.\n\n  {url}\n  The word to join: {word}\n\n{where}"
    )
