"""What both ways to play a story share: opening it, beginning a run, keeping it and finding it again."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from glfstory.engine import SEEDS
from glfstory.engine.run import Run, begin
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Story
from glfstory.saving.atomic import set_aside, why, write, write_numbered
from glfstory.saving.drawer import Drawer, Filed, without_repeats
from glfstory.saving.kept import KeptRun, shown_name
from glfstory.saving.naming import NameTaken, file_named, rename
from glfstory.saving.places import Places
from glfstory.saving.run_file import LARGEST, DamagedSave, from_json, to_json
from glfstory.saving.saved import Opened, SavedRun, fitted
from glfstory.saving.settings import Settings, read_settings, write_settings
from glfstory.saving.wishes import Wishes, refusal

__all__ = ["Desk", "Opened", "SavedRun"]


class Desk:
    """One story on one player's machine. Nothing here fails: trouble comes back as a sentence."""

    def __init__(
        self,
        title: str,
        read: Callable[[], Story | str],
        places: Places,
        wishes: Wishes | None = None,
        *,
        keeps: bool = True,
    ) -> None:
        self.title = title
        self.keeps = keeps
        """Whether runs are kept at all; otherwise nothing is read or written for them."""
        self.wishes = wishes or Wishes()
        self.settings = read_settings(places.settings)
        self.given: SavedRun | None = None
        """A run to go on with instead of the one in the save."""
        self.kept_notice = ""
        """Which files the last look at the kept runs could not read, in whole sentences."""
        self._read, self.places = read, places
        self._opened: Opened | None = None
        self._anew = self.wishes.begins_anew
        """Whether the run in the save is not the one asked for, until this desk has kept one."""

    def open(self) -> Opened:
        """Opens the story, once."""
        if self._opened is None:
            story = self._read()
            self.title = self.title if isinstance(story, str) else story.title
            problem = story if isinstance(story, str) else refusal(story, self.wishes)
            stage = Stage(story, self.wishes.constants) if isinstance(story, Story) and not problem else None
            self._opened = Opened(stage, problem, refused=isinstance(story, Story) and bool(problem))
        return self._opened

    @property
    def stage(self) -> Stage:
        """The stage of an opened story."""
        opened = self.open()
        if opened.stage is None:
            raise ValueError(opened.problem)
        return opened.stage

    @property
    def save(self) -> Path:
        """The file in which the run to go on with, with these packs and constants, is kept."""
        story = self.stage.story
        folder = "+".join([story.id, *(pack.id for pack in story.packs)])
        changed = "".join(f" {name}={value:g}" for name, value in sorted(self.wishes.constants.items()))
        return self.places.saves / folder / f"autosave{changed}.json"

    @cached_property
    def drawer(self) -> Drawer:
        """The folder of the save, in which all other runs of this story are kept too."""
        return Drawer(self.save.parent, self.stage.story)

    def saved(self) -> SavedRun | None:
        """The run to go on with, if any; a save that cannot be read is put aside, never deleted."""
        if self.given is not None:
            return self.given
        if not self.keeps or self._anew or self.open().stage is None:
            return None
        try:
            found = self.load(self.save)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except DamagedSave as error:
            aside = self._aside(lambda: set_aside(self.save, "damaged"))
            return SavedRun(None, notice=f"Your saved run could not be read: {error}. {aside}")
        except OSError as error:
            return SavedRun(None, notice=f"Your saved run in {self.save} could not be opened: {why(error)}.")
        if found.run and found.notice:
            found = replace(found, notice=f"{found.notice} {self._aside(self._copy)} {self.keep(found.run)}".strip())
        return found

    def load(self, path: Path) -> SavedRun:
        """The run of a file. Raises OSError, and DamagedSave for what is no run of this story."""
        return fitted(self.stage, self.drawer.read(path).run)

    def keep(self, run: Run) -> str:
        """Keeps a run as the one to go on with; one sentence where that fails.

        What the save held before and the run does not is left behind in a file of its own.
        """
        if not self.keeps:
            return ""
        try:
            self.drawer.leave(self.save, run)
            write(self.save, to_json(run))
        except OSError as error:
            return f"This run could not be kept in {self.save}: {why(error)}. You can play on."
        self.drawer.tidy(run)
        self._anew, self.given = False, None
        return ""

    def kept(self) -> tuple[KeptRun, ...]:
        """Every run that is kept, the one to go on with before all others, the newest first."""
        self.kept_notice = ""
        if not self.keeps or self.open().stage is None:
            return ()
        runs, trouble = self.drawer.runs()
        self.kept_notice = " ".join(trouble)
        found = [self._kept(each) for each in without_repeats([each for each in runs if not each.is_aside])]
        return tuple(sorted((each for each in found if each), key=lambda each: not each.current))

    def keep_named(self, run: Run, name: str) -> str:
        """Keeps a run under a name as well; one sentence where that fails. A name's own run may grow under it."""
        return _told(name, lambda: file_named(self.drawer, run, name)) if self.keeps else ""

    def name(self, kept: KeptRun, name: str) -> str:
        """Gives a kept run a name; one sentence where that fails. The run to go on with gets a copy of that name."""
        if kept.current:
            return self.keep_named(kept.run, name)
        return _told(name, lambda: rename(self.drawer, self._unchanged(kept), name))

    def remove(self, kept: KeptRun) -> str:
        """Removes a kept run for good; one sentence where that fails."""
        try:
            self._unchanged(kept).path.unlink()
        except (OSError, DamagedSave) as error:
            return f"{kept.name or 'The run'} could not be removed: {_reason(error)}."
        return ""

    def take_up(self, kept: KeptRun) -> SavedRun:
        """Makes a kept run the one to go on with; the one before stays kept."""
        try:
            found = self.load(self._unchanged(kept).path)
        except (OSError, DamagedSave) as error:
            return SavedRun(None, notice=f"{kept.name or 'The run'} could not be taken up: {_reason(error)}.")
        notice = f"{found.notice} {self.keep(found.run) if found.run else ''}".strip()
        return replace(found, notice=notice)

    def keep_as(self, run: Run, path: Path) -> str:
        """Puts a run into a file of the player's choice; one sentence where that fails. Only a save is overwritten."""
        try:
            if path.is_file():
                with path.open("rb") as file:
                    from_json(file.read(LARGEST + 1))
            write(path, to_json(run))
        except DamagedSave:
            return f"{path} is there already and is no saved run; choose another name."
        except (OSError, ValueError) as error:
            return f"{path} could not be written: {_reason(error)}."
        return ""

    def new_run(self, length: str = "") -> Run:
        """A run from the beginning, under the wishes, or under a fresh seed."""
        seed = self.wishes.seed if self.wishes.seed is not None else secrets.randbelow(SEEDS)
        return begin(self.stage.story, seed, self._setup(length))

    def settle(self, settings: Settings) -> str:
        """Remembers settings; one sentence where that fails."""
        self.settings = settings
        return write_settings(self.places.settings, settings)

    def _setup(self, length: str = "") -> Setup:
        return Setup(self.wishes.options, length or self.wishes.length, self.wishes.constants)

    def _kept(self, filed: Filed) -> KeptRun | None:
        """A run of a file as it stands today; None for one with other constants, or without anything in it."""
        try:
            found = fitted(self.stage, filed.run)
        except DamagedSave:
            return None
        current = filed.path == self.save
        if found.run is None or not (filed.run.entries or filed.name):
            return None
        name = "" if current else shown_name(filed.path.stem, filed.name)
        ending = found.when.rpartition(", ")[0] if found.over else ""
        return KeptRun(filed.path.stem, name, found.run, found.when, ending, found.over, current)

    def _unchanged(self, kept: KeptRun) -> Filed:
        """The file of a kept run, if it still holds it. Raises OSError and DamagedSave."""
        filed = self.drawer.read(self.drawer.folder / f"{kept.id}.json")
        if fitted(self.stage, filed.run).run != kept.run:
            raise DamagedSave("it was changed in another window")
        return filed

    def _aside(self, move: Callable[[], Path]) -> str:
        try:
            return f"The file was put aside as {move()}."
        except OSError as error:
            self.keeps = False
            return f"{self.save} could not be put aside ({why(error)}), so this run will not be kept over it."

    def _copy(self) -> Path:
        return write_numbered(self.save.parent, f"{self.save.stem}.before-change", self.save.read_bytes())


def _told(name: str, keeping: Callable[[], None]) -> str:
    """Keeps something under a name; one sentence where that fails."""
    try:
        keeping()
    except NameTaken as error:
        return str(error)
    except (OSError, DamagedSave) as error:
        return f"The run could not be kept as {name!r}: {_reason(error)}."
    return ""


def _reason(error: OSError | ValueError) -> str:
    return why(error) if isinstance(error, OSError) else str(error)
