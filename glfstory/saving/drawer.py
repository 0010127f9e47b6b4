"""The files of one story's kept runs: read with care, added without writing over any, tidied without losing any."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from glfstory.engine.run import Run
from glfstory.engine.story import Story
from glfstory.saving.atomic import set_aside, why, write_numbered
from glfstory.saving.kept import ASIDE, BRANCH, holds, shown_name, slug, under_names_of_today
from glfstory.saving.run_file import LARGEST, DamagedSave, named_run


@dataclass(frozen=True, slots=True)
class Filed:
    """A run as it stands in a file."""

    path: Path
    run: Run
    """Under the names that its scenes and choices have today."""
    name: str
    data: bytes
    time: int
    """When it was written, in nanoseconds."""

    @property
    def is_left(self) -> bool:
        """Whether it was left behind and nobody has named it."""
        return not self.name and BRANCH.fullmatch(self.path.stem) is not None

    @property
    def is_aside(self) -> bool:
        """Whether it was put aside."""
        return ASIDE.fullmatch(self.path.stem) is not None


class Drawer:
    """The folder in which runs of a story, with its packs, are kept."""

    def __init__(self, folder: Path, story: Story) -> None:
        self.folder, self.story = folder, story

    def read(self, path: Path) -> Filed:
        """The run of a file. Raises OSError and DamagedSave."""
        if path.exists() and not path.is_file():
            raise DamagedSave("it is no plain file")
        with path.open("rb") as file:
            data, time = file.read(LARGEST + 1), path.stat().st_mtime_ns
        run, name = named_run(data)
        return Filed(path, under_names_of_today(self.story, run), name, data, time)

    def runs(self) -> tuple[list[Filed], list[str]]:
        """Every run in the folder, the newest first, and a sentence for each file that could not be read."""
        found: list[Filed] = []
        trouble: list[str] = []
        for path in self._paths():
            try:
                found.append(self.read(path))
            except FileNotFoundError:
                continue
            except DamagedSave as error:
                if not ASIDE.fullmatch(path.stem):
                    trouble.append(f"{path} could not be read: {error}.")
            except OSError as error:
                trouble.append(f"{path} could not be opened: {why(error)}.")
        return sorted(found, key=lambda each: (each.time, each.path.name), reverse=True), trouble

    def aside(self) -> tuple[str, ...]:
        """The names of files that were put aside."""
        return tuple(path.name for path in self._paths() if ASIDE.fullmatch(path.stem))

    def find(self, word: str) -> Filed | None:
        """The run that is called so: by its file, by its name, or by the name however it is written."""
        runs = [each for each in self.runs()[0] if slug(word)]
        for called in (lambda each: each.path.stem, lambda each: slug(shown_name(each.path.stem, each.name))):
            for each in runs:
                if called(each) in (word, slug(word)):
                    return each
        return None

    def leave(self, save: Path, run: Run) -> None:
        """Before a save is written over by a run, keeps what is in it and not in any other. Raises OSError."""
        try:
            there = self.read(save)
        except FileNotFoundError:
            return
        except DamagedSave:
            set_aside(save, "damaged")
            return
        if there.run.entries and not holds(run, there.run):
            others, _ = self.runs()
            if not any(holds(each.run, there.run) for each in others if each.path != save):
                write_numbered(self.folder, "branch", there.data)

    def tidy(self, run: Run) -> None:
        """Takes away what was left behind and is now wholly in a run that is kept in the save."""
        for path in self._paths():
            if BRANCH.fullmatch(path.stem):
                with suppress(OSError, DamagedSave):
                    filed = self.read(path)
                    if filed.is_left and holds(run, filed.run):
                        path.unlink()

    def _paths(self) -> list[Path]:
        try:
            return sorted(path for path in self.folder.glob("*.json") if not path.name.startswith("."))
        except OSError:
            return []


def without_repeats(runs: list[Filed]) -> list[Filed]:
    """Runs without those left behind that are the head of another."""
    kept = list(runs)
    for each in runs:
        if each.is_left and any(holds(other.run, each.run) for other in kept if other is not each):
            kept.remove(each)
    return kept
