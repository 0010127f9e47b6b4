"""Runs under names that the player gives: nothing is written over but a name's own run, grown further."""

from glfstory.engine.run import Run
from glfstory.saving.atomic import write, write_new
from glfstory.saving.drawer import Drawer, Filed
from glfstory.saving.kept import LONGEST, holds, slug
from glfstory.saving.run_file import to_json


class NameTaken(ValueError):
    """A name that cannot be given; the message is one sentence with the way out."""


def file_named(drawer: Drawer, run: Run, name: str) -> None:
    """Files a run under a name. Raises NameTaken, OSError, and DamagedSave where that name's file holds no run."""
    name = usable(name)
    path, text = drawer.folder / f"{slug(name)}.json", to_json(run, name)
    try:
        write_new(path, text.encode())
    except FileExistsError:
        if not holds(run, drawer.read(path).run):
            raise NameTaken(f"Another run is called {name!r} already; choose another name.") from None
        write(path, text)


def rename(drawer: Drawer, filed: Filed, name: str) -> None:
    """Gives a filed run another name. Raises NameTaken, OSError and DamagedSave."""
    name = usable(name)
    if filed.path.stem == slug(name):
        write(filed.path, to_json(filed.run, name))
        return
    file_named(drawer, filed.run, name)
    filed.path.unlink()


def usable(name: str) -> str:
    """A name as it is kept. Raises NameTaken for one that no file can have."""
    name = " ".join(name.split())
    if not slug(name) or not name.isprintable():
        raise NameTaken("A name needs a letter or a figure.")
    if len(name) > LONGEST:
        raise NameTaken(f"A name has at most {LONGEST} characters; this one has {len(name)}.")
    return name
