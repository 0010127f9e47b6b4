"""The commands of the title, and what it has once the story is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glfstory.app.commands import Command

if TYPE_CHECKING:
    from glfstory.engine.stage import Stage
    from glfstory.saving.desk import Desk, SavedRun
    from glfstory.saving.kept import KeptRun

COMMANDS = (
    Command("resume", "c", "continue", "Go on with the run that was kept.", at_foot=False),
    Command("runs", "k", "kept runs", "See the kept runs: go on with one, name it or remove it.", at_foot=False),
    Command("begin", "n", "begin anew", "Begin a new run.", at_foot=False),
    Command("debrief", "d", "debrief", "Lay the run that has ended beside the record.", at_foot=False),
    Command("endings", "e", "endings", "See the endings that your runs have met.", at_foot=False),
    Command("app.quit", "q", "quit", "Leave; the run is kept."),
    Command("home", "escape", "back", "Go back to the list.", at_foot=False),
)


@dataclass(frozen=True, slots=True)
class Ready:
    """An open story, and the run that was kept."""

    desk: Desk
    stage: Stage
    saved: SavedRun | None
    kept: tuple[KeptRun, ...] = ()
    """All runs that are kept, that one among them."""
