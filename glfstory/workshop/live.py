"""A story while it is written: read again after every save, with the place in it kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glfstory.checking.check import check
from glfstory.engine import run as runs
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.pages.sitting import Sitting, sit
from glfstory.reading.finding import Finding, Reading
from glfstory.reading.folder import story_files
from glfstory.reading.reader import read
from glfstory.saving.resume import resume

Stamp = frozenset[tuple[str, int, int]]
"""Path, time of the last change in nanoseconds, and size of every story file."""


@dataclass(frozen=True, slots=True)
class Written:
    """The folders that a writer works in."""

    folder: Path
    packs: tuple[Path, ...] = ()

    def read(self) -> Reading:
        """The story as it is on the disk now, or what keeps it from being read."""
        return read(self.folder, self.packs)

    def check(self) -> tuple[Finding, ...]:
        """Everything that is wrong with it."""
        return check(self.folder, self.packs)

    def stamp(self) -> Stamp:
        """What is different once a file was saved, added, renamed or removed."""
        return frozenset(row for folder in (self.folder, *self.packs) for row in _stamps(folder))


def _stamps(folder: Path) -> list[tuple[str, int, int]]:
    try:
        seen = [(path, path.stat()) for path in story_files(folder)]
    except OSError:  # an editor has just taken a file away, to put another in its place
        return []
    return [(str(path), found.st_mtime_ns, found.st_size) for path, found in seen]


@dataclass(frozen=True, slots=True)
class Live:
    """What stands on a writer's screen. Every step gives another one."""

    sitting: Sitting | None = None
    """A place in the story as it was last read without an error; None where it never was."""
    findings: tuple[Finding, ...] = ()
    is_current: bool = False
    """Whether the story in front of the writer is the one on the disk."""
    notice: str = ""
    """What of the place could not be kept, in whole sentences."""

    def after(self, reading: Reading) -> "Live":
        """The same place in the story as it is now; the last good one where it cannot be read."""
        if reading.story is None:
            return replace(self, findings=reading.findings, is_current=False, notice="")
        sitting, notice = _kept(self.sitting, reading.story)
        return Live(sitting, reading.findings, is_current=True, notice=notice)

    def checked(self, findings: Sequence[Finding]) -> "Live":
        """With everything that is wrong, once it is known."""
        return replace(self, findings=tuple(findings))

    def anew(self, seed: int) -> "Live":
        """A new run under a seed."""
        if self.sitting is None:
            return self
        return replace(self, sitting=begun(self.sitting.stage, seed), notice="")

    def at(self, sitting: Sitting) -> "Live":
        """At another place of the same story."""
        return replace(self, sitting=sitting, notice="")


def begun(stage: Stage, seed: int) -> Sitting:
    """The first page of a new run."""
    return sit(stage, runs.begin(stage.story, seed))


def _kept(before: Sitting | None, story: Story) -> tuple[Sitting, str]:
    """The place of a sitting in another version of its story, and what could not be kept."""
    stage = Stage(story)
    if before is None:
        return begun(stage, 0), ""
    run = before.moment.run
    if run.story != story.id:
        return begun(stage, run.seed), f"The story is called {story.id} now, and begins anew."
    run = replace(run, packs=tuple(pack.id for pack in story.packs))
    resumed = resume(stage, replace(run, setup=replace(run.setup, constants={})))
    moment = runs.replay(stage, resumed.run)
    is_shorter = len(moment.run.decisions) < len(run.decisions)
    kept = Sitting(stage, moment, 0, before.summarised)
    return replace(kept, at=0 if is_shorter else _same_leaf(before, kept)), resumed.lost


def _same_leaf(before: Sitting, now: Sitting) -> int:
    """The screenful that was in front of the writer, found by what it tells; else the one with its number."""
    leaf = before.leaf
    same = [
        place
        for place, each in enumerate(now.leaves)
        if (each.kind, each.season, each.scene) == (leaf.kind, leaf.season, leaf.scene)
    ]
    part = sum(
        (each.kind, each.season, each.scene) == (leaf.kind, leaf.season, leaf.scene)
        for each in before.leaves[: before.at]
    )
    return same[min(part, len(same) - 1)] if same else min(before.at, len(now.leaves) - 1)
