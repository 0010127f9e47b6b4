"""The runs of a story that are kept beside the one to go on with: named ones, and branches that were left behind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from glfstory.saving.atomic import set_aside, why, write
from glfstory.saving.run_file import DamagedSave, to_json

if TYPE_CHECKING:
    from glfstory.engine.run import Run
    from glfstory.saving.desk import Desk, SavedRun

BRANCH = re.compile(r"(?:branch|autosave\.previous)-(\d+)")


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run in the story's folder of saves."""

    id: str
    """The name of its file, without the ending."""
    name: str
    run: Run
    when: str
    """Where it stands: "Winter 1957, 9 decisions"."""
    ending: str
    """The title of its ending, once it has one."""
    over: bool
    current: bool
    """Whether it is the run that is gone on with."""


def kept(desk: Desk) -> tuple[KeptRun, ...]:
    """All runs that are kept, the newest first; files that hold none are passed over."""
    if not desk.keeps or desk.open().stage is None:
        return ()
    found = []
    for path in desk.save.parent.glob("*.json"):
        try:
            saved = desk.load(path)
            time = path.stat().st_mtime_ns
        except (OSError, DamagedSave):
            continue
        if saved.run is not None and saved.run.decisions:
            ending = saved.when.rpartition(", ")[0] if saved.over else ""
            current = path == desk.save
            one = KeptRun(
                path.stem, "" if current else name_of(path), saved.run, saved.when, ending, saved.over, current
            )
            found.append((current, time, path.stem, one))
    return tuple(one for *_, one in sorted(found, key=lambda each: each[:3], reverse=True))


def name_of(path: Path) -> str:
    """What a kept run is called after its file."""
    number = BRANCH.fullmatch(path.stem)
    return f"Branch {number[1]}" if number else path.stem.replace("-", " ")


def keep_named(desk: Desk, run: Run, name: str) -> str:
    """Keeps a run under a name; one sentence where that fails."""
    slug = re.sub(r"[^\w]+", "-", name.strip()).strip("-")
    path = desk.save.with_name(f"{slug}.json")
    if not slug or path.exists():
        return (
            f"A run is called {name!r} already; choose another name." if slug else "A name needs a letter or a digit."
        )
    try:
        write(path, to_json(run))
    except OSError as error:
        return f"The run could not be kept as {path}: {why(error)}."
    return ""


def rename(desk: Desk, kept: KeptRun, name: str) -> str:
    """Gives a kept run another name; one sentence where that fails."""
    problem = keep_named(desk, kept.run, name)
    return problem or ("" if kept.current else remove(desk, kept))


def remove(desk: Desk, kept: KeptRun) -> str:
    """Removes a kept run; one sentence where that fails."""
    path = desk.save.with_name(f"{kept.id}.json")
    try:
        path.unlink()
    except OSError as error:
        return f"{path} could not be removed: {why(error)}."
    return ""


def take_up(desk: Desk, kept: KeptRun) -> SavedRun:
    """Makes a kept run the one to go on with; the one before stays kept."""
    path = desk.save.with_name(f"{kept.id}.json")
    saved = desk.load(path)
    if path != desk.save and desk.save.exists():
        set_aside(desk.save, "previous")
    if saved.run is not None:
        desk.keep(saved.run)
    return saved
