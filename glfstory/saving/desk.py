"""What both ways to play a story share: opening it, beginning a run, keeping it and finding it again."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glfstory.engine import SEEDS
from glfstory.engine.run import Run, begin
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Story
from glfstory.saving import kept
from glfstory.saving.atomic import set_aside, why, write
from glfstory.saving.kept import KeptRun
from glfstory.saving.places import Places
from glfstory.saving.resume import resume
from glfstory.saving.run_file import LARGEST, DamagedSave, from_json, to_json
from glfstory.saving.settings import Settings, read_settings, write_settings
from glfstory.saving.wishes import Wishes, refusal


@dataclass(frozen=True, slots=True)
class Opened:
    """A story ready to be played, or one sentence why it is not."""

    stage: Stage | None
    problem: str = ""
    refused: bool = False
    """Whether the story is sound, and what was asked for is not in it."""


@dataclass(frozen=True, slots=True)
class SavedRun:
    """What was found in the save."""

    run: Run | None
    """None where the save could not be read; the notice then says so."""
    when: str = ""
    """Where the run stands: "Winter 1957, 9 decisions"."""
    over: bool = False
    """Whether it has ended."""
    notice: str = ""
    """What the player has to know about the save, in whole sentences."""


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
        self._read, self.places = read, places
        self._opened: Opened | None = None
        self._anew = self.wishes.begins_anew
        """Whether the run in the save is not the one asked for, until this desk has kept one."""
        self._own: bytes | None = None
        """The save as this desk last left or found it; None until the run being played is the one in it."""

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
        """The file in which runs of this story, with these packs and constants, are kept."""
        story = self.stage.story
        folder = "+".join([story.id, *(pack.id for pack in story.packs)])
        changed = "".join(f" {name}={value:g}" for name, value in sorted(self.wishes.constants.items()))
        return self.places.saves / folder / f"autosave{changed}.json"

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
            return SavedRun(None, notice=f"Your saved run could not be read: {error}. {self._aside('damaged')}")
        except OSError as error:
            return SavedRun(None, notice=f"Your saved run in {self.save} could not be opened: {why(error)}.")
        self._own = self._on_disk()
        if found.run and found.notice:
            aside = self._aside("before-change")
            found = replace(found, notice=f"{found.notice} {aside} {self.keep(found.run)}".strip())
        return found

    def load(self, path: Path) -> SavedRun:
        """The run of a file. Raises OSError, and DamagedSave for what is no run of this story."""
        if path.exists() and not path.is_file():
            raise DamagedSave("it is no plain file")
        with path.open("rb") as file:
            run = from_json(file.read(LARGEST + 1))
        story = self.stage.story
        packs = tuple(pack.id for pack in story.packs)
        if run.story != story.id:
            raise DamagedSave(f"it is a run of another story, {run.story!r}")
        if run.packs != packs:
            raise DamagedSave(f"it was played with {_packs(run.packs)}, and the story is open with {_packs(packs)}")
        if dict(run.setup.constants) != dict(self.wishes.constants):
            raise DamagedSave(f"it was played with {_set(run.setup)}, and the story is open with {_set(self._setup())}")
        found = resume(self.stage, run)
        return SavedRun(found.run, found.when, found.over, found.lost)

    def keep(self, run: Run) -> str:
        """Keeps a run as the one to go on with; one sentence where that fails."""
        if not self.keeps:
            return ""
        try:
            self._keep_other(run)
            text = to_json(run)
            write(self.save, text)
        except OSError as error:
            return f"This run could not be kept in {self.save}: {why(error)}. You can play on."
        self._own, self._anew, self.given = text.encode(), False, None
        return ""

    def kept(self) -> tuple[KeptRun, ...]:
        """All runs that are kept, the newest first."""
        return kept.kept(self)

    def keep_named(self, run: Run, name: str) -> str:
        """Keeps a run under a name; one sentence where that fails."""
        return kept.keep_named(self, run, name)

    def name(self, which: KeptRun, name: str) -> str:
        """Gives a kept run another name; one sentence where that fails."""
        return kept.rename(self, which, name)

    def remove(self, which: KeptRun) -> str:
        """Removes a kept run; one sentence where that fails."""
        return kept.remove(self, which)

    def take_up(self, which: KeptRun) -> SavedRun:
        """Makes a kept run the one to go on with; the one before stays kept."""
        return kept.take_up(self, which)

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
            return f"{path} could not be written: {why(error) if isinstance(error, OSError) else error}."
        return ""

    def new_run(self, length: str = "") -> Run:
        """A run from the beginning, under the wishes, or under a fresh seed."""
        self._own = None
        seed = self.wishes.seed if self.wishes.seed is not None else secrets.randbelow(SEEDS)
        return begin(self.stage.story, seed, self._setup(length))

    def settle(self, settings: Settings) -> str:
        """Remembers settings; one sentence where that fails."""
        self.settings = settings
        return write_settings(self.places.settings, settings)

    def _setup(self, length: str = "") -> Setup:
        return Setup(self.wishes.options, length or self.wishes.length, self.wishes.constants)

    def _aside(self, word: str) -> str:
        try:
            return f"The file was put aside as {set_aside(self.save, word)}."
        except OSError as error:
            self.keeps = False
            return f"{self.save} could not be put aside ({why(error)}), so this run will not be kept over it."

    def _on_disk(self) -> bytes | None:
        try:
            return self.save.read_bytes()
        except OSError:
            return None

    def _keep_other(self, run: Run) -> None:
        """A run is not lost to another, begun here or in another window: it is put aside under a number of its own."""
        there = self._on_disk()
        if there is None or there == self._own:
            return
        try:
            other = from_json(there)
        except DamagedSave:
            set_aside(self.save, "damaged")
            return
        same = (other.seed, other.setup) == (run.seed, run.setup)
        if other.entries and not (same and run.entries[: len(other.entries)] == other.entries):
            set_aside(self.save, "previous")


def _packs(packs: Sequence[str]) -> str:
    return f"the packs {', '.join(packs)}" if packs else "no packs"


def _set(setup: Setup) -> str:
    return ", ".join(f"{name}={value:g}" for name, value in setup.constants.items()) or "its own constants"
