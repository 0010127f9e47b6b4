"""Run codes that were handed in, as the runs of a province."""

from collections.abc import Iterable
from dataclasses import dataclass

from glfstory.classroom.outcome import Played
from glfstory.classroom.seat import Turn
from glfstory.engine.run import Run, replay
from glfstory.engine.stage import Stage
from glfstory.saving.code import WrongCode, run_of


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What a list of codes came to."""

    stage: Stage
    """The story under the constants of these runs."""
    played: tuple[Played, ...]
    troubles: tuple[str, ...]
    """A sentence for each line that holds no run of this province."""
    together: bool
    """Whether these runs heard each other."""


def handed_in(stage: Stage, lines: Iterable[str]) -> HandedIn:
    """The runs of these codes, one a line; empty lines and those that begin with # are passed over.

    The first code decides the weather and the setup: what is under others cannot stand in one province with it.
    """
    runs: list[Run] = []
    troubles = []
    for number, line in enumerate(lines, 1):
        code = line.strip()
        if not code or code.startswith("#"):
            continue
        try:
            run = run_of(stage, code)
        except WrongCode as error:
            troubles.append(f"Line {number}: {error}")
            continue
        if runs and (run.seed, run.setup) != (runs[0].seed, runs[0].setup):
            troubles.append(
                f"Line {number}: This run is of another class: its seed, length, options or constants differ."
            )
        else:
            runs.append(run)
    if runs and runs[0].setup.constants:
        stage = Stage(stage.story, runs[0].setup.constants)
    played = tuple(_played(stage, number, run) for number, run in enumerate(runs, 1))
    together = any(len(each.run.entries) > len(each.run.decisions) for each in played)
    return HandedIn(stage, played, tuple(troubles), together)


def _played(stage: Stage, number: int, run: Run) -> Played:
    """A run with the season of each decision; all of them count as the pupil's."""
    seasons = {page.scene: page.season for page in replay(stage, run).pages if page.kind == "passage"}
    return Played(number, run, tuple(Turn(seasons[each.scene], each) for each in run.decisions))
