"""The classes that are kept on this machine: which there are, how far each is, and which one is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from glfstory.classroom.store import NoClass, Store
from glfstory.cli.classes import home
from glfstory.cli.streams import NothingFound
from glfstory.saving.places import typed_path

PHASES = {"guess": "play has ended, the class guesses", "shown": "the ledgers are open"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A class as it is listed."""

    file: Path
    used: str
    """When it was written to last, as `2026-05-04 10:50` by this machine's clock."""
    story: str = ""
    """The story's id."""
    brigades: int = 0
    word: str = ""
    stands: str = ""
    """How far it is, in words."""
    rehearsal: bool = False
    trouble: str = ""
    """Why it cannot be opened, in a sentence; all else is empty then."""

    def __str__(self) -> str:
        if self.trouble:
            return f"{self.file.name}: {self.trouble}"
        kind = "rehearsal" if self.rehearsal else "class"
        many = f"{self.brigades} brigade{'' if self.brigades == 1 else 's'}"
        return f"{self.file.name}: {kind}, {self.story}, {many}, word {self.word}, last used {self.used}; {self.stands}"


def kept_classes() -> tuple[Kept, ...]:
    """All classes of the usual folder, the one that was used last at the end."""
    return tuple(kept_class(path) for path in sorted(home().glob("*.sqlite"), key=_last_written))


def kept_class(path: Path) -> Kept:
    """One class, or what is wrong with it."""
    used = f"{datetime.fromtimestamp(_last_written(path)):%Y-%m-%d %H:%M}"
    try:
        store = Store(path)
        try:
            (lesson, _), state = store.lesson(), store.state()
        finally:
            store.close()
    except NoClass as error:
        return Kept(path, used, trouble=str(error))
    if state.phase in PHASES:
        stands = PHASES[state.phase]
    elif state.released == 0:
        stands = "not begun"
    else:
        stands = f"released up to {[*lesson.holds, 'its end'][min(state.released - 1, len(lesson.holds))]}"
    return Kept(path, used, lesson.story, lesson.brigades, state.word, stands, lesson.rehearsal)


def listed(found: Sequence[Kept]) -> str:
    """A line for each class, and where they are kept."""
    many = f"{len(found) or 'No'} class{'' if len(found) == 1 else 'es'} in {home()}"
    elsewhere = "(One that was begun with --file is where you put it.)"
    return "\n".join([f"{many}. {elsewhere}", *(f"  {each}" for each in found)])


def listed_as_data(found: Sequence[Kept]) -> dict[str, object]:
    """The same for programs."""
    return {"folder": str(home()), "classes": [{**asdict(each), "file": str(each.file)} for each in found]}


def class_path(file: str | None, *, rehearsals: bool = False) -> Path:
    """The file of a class: the one that is named, or the one that was used last; rehearsals count where asked for.

    Raises NothingFound where none is kept.
    """
    if file is not None:
        return typed_path(file)
    found = kept_classes()
    meant = [each for each in found if rehearsals or not (each.rehearsal or each.trouble)]
    if not meant and any(each.rehearsal for each in found):
        raise NothingFound(f"Only rehearsals are kept: name one, such as {found[-1].file} (glfstory class list).")
    if not meant:
        raise NothingFound(f"No class is kept in {home()}: glfstory class new begins one.")
    return meant[-1].file


def _last_written(path: Path) -> float:
    """When a class was written to, in seconds; what is new stands beside its file at first."""
    beside = path.with_name(f"{path.name}-wal")
    return max((each.stat().st_mtime for each in (path, beside) if each.exists()), default=0)
