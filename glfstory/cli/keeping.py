"""The kept runs of a story in words and as data, whatever constants they were played with."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from glfstory.cli.folders import pack_folders, story_folder
from glfstory.cli.streams import Unsound
from glfstory.engine.run import replay
from glfstory.pages.chronicle import chronicle
from glfstory.pages.words import worded
from glfstory.saving.code import code_of
from glfstory.saving.desk import Desk
from glfstory.saving.drawer import Filed
from glfstory.saving.kept import KeptRun
from glfstory.saving.opening import desk_for
from glfstory.saving.places import places
from glfstory.saving.wishes import Wishes


@dataclass(frozen=True, slots=True)
class Found:
    """A kept run, its file, and the desk that it can be played at."""

    desk: Desk
    kept: KeptRun
    filed: Filed

    @property
    def called(self) -> str:
        """Its name; that of its file for the run that is gone on with."""
        return self.kept.name or self.kept.id


@dataclass(frozen=True, slots=True)
class Shelf:
    """All kept runs of a story."""

    desk: Desk
    """The desk of the story with its own constants."""
    runs: tuple[Found, ...]
    aside: tuple[str, ...]
    """Files that were put aside."""
    trouble: str
    """Which files could not be read, in whole sentences."""


def shelf_of(story: str | None, packs: Sequence[str]) -> Shelf:
    """The kept runs of a story. Raises Misuse, or Unsound for a story with mistakes."""
    own = places(os.environ)
    desk = desk_for(story_folder(story), pack_folders(packs), own)
    opened = desk.open()
    if opened.stage is None:
        raise Unsound(opened.problem)
    told = opened.stage.story
    filed, trouble = desk.drawer.runs()
    models = dict.fromkeys(tuple(sorted(each.run.setup.constants.items())) for each in filed)
    desks = [desk, *(Desk(told.title, lambda: told, own, Wishes(constants=dict(each))) for each in models if each)]
    by_path = {each.path: each for each in filed}
    return Shelf(desk, tuple(_runs(desks, by_path)), desk.drawer.aside(), " ".join(trouble))


def _runs(desks: Sequence[Desk], filed: dict[Path, Filed]) -> Iterator[Found]:
    for desk in desks:
        for kept in desk.kept():
            path = desk.save.with_name(f"{kept.id}.json")
            if path in filed:
                yield Found(desk, kept, filed[path])


def called(shelf: Shelf, name: str) -> Found | None:
    """The run of that name, if there is one."""
    named = shelf.desk.drawer.find(name)
    return next((each for each in shelf.runs if named is not None and each.filed.path == named.path), None)


def listed_as_text(shelf: Shelf) -> str:
    """One line a run, and what else is in the folder."""
    many = len(shelf.runs)
    title, folder = shelf.desk.title, shelf.desk.drawer.folder
    lines = [f"{title}: {many or 'no'} run{'' if many == 1 else 's'} in {folder}"]
    lines += [_line(each) for each in shelf.runs]
    if shelf.aside:
        lines.append(f"Put aside: {', '.join(shelf.aside)}.")
    if shelf.trouble:
        lines.append(shelf.trouble)
    if shelf.runs:
        lines.append("glfstory play --load NAME goes on with one of them.")
    return "\n".join(lines)


def listed_as_data(shelf: Shelf) -> dict[str, object]:
    """The same for programs."""
    return {
        "story": shelf.desk.stage.story.id,
        "folder": str(shelf.desk.drawer.folder),
        "runs": [_row(each) for each in shelf.runs],
        "aside": list(shelf.aside),
        "trouble": shelf.trouble,
    }


def shown_as_text(found: Found) -> str:
    """Everything about one run."""
    stage, setup = found.desk.stage, found.kept.run.setup
    code = code_of(stage, found.kept.run)
    lines = [_line(found), f"File: {found.filed.path}", f"Seed: {found.kept.run.seed}"]
    lines += [f"Length: {setup.length}"] if setup.length else []
    lines += [f"{name}: {worded(stage.story, name, word)}" for name, word in setup.options.items()]
    lines += [f"Run code: {code}"] if code else []
    lines += [_lost(found)] if _lost(found) else []
    for entry in chronicle(stage, replay(stage, found.kept.run)):
        lines.append(f"{entry.number}. {entry.season}. {entry.scene}: {entry.words}")
    return "\n".join(lines)


def shown_as_data(found: Found) -> dict[str, object]:
    """The same for programs."""
    moment = replay(found.desk.stage, found.kept.run)
    entries = zip(found.kept.run.decisions, chronicle(found.desk.stage, moment), strict=True)
    decisions = [
        {"scene": made.scene, "choice": made.choice, "reason": made.reason, "season": told.season, "words": told.words}
        for made, told in entries
    ]
    return {**_row(found), "lost": _lost(found), "decided": decisions}


def _lost(found: Found) -> str:
    return found.desk.load(found.filed.path).notice


def _line(found: Found) -> str:
    constants = ", ".join(f"{name}={value:g}" for name, value in found.kept.run.setup.constants.items())
    told = [found.kept.when, *([f"with {constants}"] if constants else [])]
    told += ["the run to go on with"] if found.kept.current else []
    return f"{found.called}: {'; '.join(told)}"


def _row(found: Found) -> dict[str, object]:
    kept, run = found.kept, found.kept.run
    return {
        "name": found.called,
        "file": str(found.filed.path),
        "current": kept.current,
        "when": kept.when,
        "decisions": len(run.decisions),
        "over": kept.over,
        "ending": kept.ending,
        "seed": run.seed,
        "length": run.setup.length,
        "options": dict(run.setup.options),
        "constants": dict(run.setup.constants),
        "code": code_of(found.desk.stage, run),
    }
