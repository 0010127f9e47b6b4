"""What is found when a story and a saved run are opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from glfstory.engine.run import Run
from glfstory.engine.stage import Setup, Stage
from glfstory.saving.resume import resume
from glfstory.saving.run_file import DamagedSave


@dataclass(frozen=True, slots=True)
class Opened:
    """A story ready to be played, or one sentence why it is not."""

    stage: Stage | None
    problem: str = ""
    refused: bool = False
    """Whether the story is sound, and what was asked for is not in it."""


@dataclass(frozen=True, slots=True)
class SavedRun:
    """What was found in a save."""

    run: Run | None
    """None where the save could not be read; the notice then says so."""
    when: str = ""
    """Where the run stands: "Winter 1957, 9 decisions"."""
    over: bool = False
    """Whether it has ended."""
    notice: str = ""
    """What the player has to know about the save, in whole sentences."""


def fitted(stage: Stage, run: Run) -> SavedRun:
    """A run on the stage that is open. Raises DamagedSave for a run of another story, packs or constants."""
    packs, constants = tuple(pack.id for pack in stage.story.packs), dict(stage.program.constants)
    if run.story != stage.story.id:
        raise DamagedSave(f"it is a run of another story, {run.story!r}")
    if run.packs != packs:
        raise DamagedSave(f"it was played with {_packs(run.packs)}, and the story is open with {_packs(packs)}")
    if dict(run.setup.constants) != constants:
        there, here = _set(run.setup), _set(Setup(constants=constants))
        raise DamagedSave(f"it was played with {there}, and the story is open with {here}")
    found = resume(stage, run)
    return SavedRun(found.run, found.when, found.over, found.lost)


def _packs(packs: Sequence[str]) -> str:
    return f"the packs {', '.join(packs)}" if packs else "no packs"


def _set(setup: Setup) -> str:
    return ", ".join(f"{name}={value:g}" for name, value in setup.constants.items()) or "its own constants"
