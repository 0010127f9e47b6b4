"""The endings of a story as far as the kept runs have met them; of the others nothing is told."""

from collections.abc import Iterable
from dataclasses import dataclass

from glfstory.engine.run import Run, replay
from glfstory.engine.stage import Stage
from glfstory.saving.kept import KeptRun


@dataclass(frozen=True, slots=True)
class Meeting:
    """A run that came to an ending."""

    name: str
    """What the run is called; an empty string for one without a name."""
    seed: int
    year: int
    """The year in which it ended."""
    decisions: int


@dataclass(frozen=True, slots=True)
class EndingMet:
    """An ending, and the runs that came to it; without title and runs it has not been met."""

    title: str = ""
    runs: tuple[Meeting, ...] = ()


def gallery(stage: Stage, kept: Iterable[KeptRun], now: Run | None = None) -> tuple[EndingMet, ...]:
    """Every ending of the story: those met in the order of the alphabet, then the others without their titles.

    `now` is the run in front of the reader, where it is not among the kept ones.
    """
    over = [("" if each.current else each.name, each.run) for each in kept if each.over]
    if now is not None:
        over.append(("", now))
    runs: list[tuple[str, Run]] = []
    for name, run in sorted(over, key=lambda each: not each[0]):
        if all((run.seed, run.setup, run.entries) != (one.seed, one.setup, one.entries) for _, one in runs):
            runs.append((name, run))
    met: dict[str, list[Meeting]] = {}
    years = {season.id: season.year for season in stage.story.seasons}
    for name, run in runs:
        moment = replay(stage, run)
        if moment.ending is not None:
            year = years[moment.pages[-1].season] if moment.pages else 0
            meeting = Meeting(name, run.seed, year, len(moment.run.decisions))
            met.setdefault(moment.ending.id, []).append(meeting)
    seen = [EndingMet(stage.story.endings[each].title, tuple(met[each])) for each in met]
    unknown = sum(not ending.coda and ending.id not in met for ending in stage.story.endings.values())
    return (*sorted(seen, key=lambda each: each.title.casefold()), *[EndingMet()] * unknown)


def told(meeting: Meeting) -> str:
    """Where an ending was met: `by need, seed 7, 1962, 31 decisions`."""
    number = f"{meeting.decisions} decision{'' if meeting.decisions == 1 else 's'}"
    return ", ".join([meeting.name or "the run that is open", f"seed {meeting.seed}", f"ended {meeting.year}", number])
