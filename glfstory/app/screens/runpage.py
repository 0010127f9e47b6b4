"""A page at which a run lies open: what may be done with the run as a whole."""

from typing import TYPE_CHECKING

from glfstory.app.commands import Command
from glfstory.app.messages import RunChanged, Said
from glfstory.app.screens.chronicle import ChronicleSheet
from glfstory.app.screens.code import CodeSheet
from glfstory.app.screens.endings import EndingsSheet
from glfstory.app.screens.keptruns import taken
from glfstory.app.screens.sheet import Page
from glfstory.app.screens.stop import StopPage
from glfstory.pages.code import run_code
from glfstory.pages.endings import gallery
from glfstory.pages.sitting import Sitting, sit
from glfstory.pages.stop import stop

if TYPE_CHECKING:
    from glfstory.saving.desk import Desk
    from glfstory.saving.kept import KeptRun

CHRONICLE = Command("chronicle", "c", "chronicle", "See your decisions, go back to any of them, and see your branches.")
ENDINGS = Command("endings", "e", "endings", "See the endings that your runs have met.", at_foot=False)
CODE = Command("code", "r", "run code", "See the code that carries this run elsewhere.", at_foot=False)
STOP = Command("stop_here", "S", "stop here", "Stop here, and see how the village stands.")


class RunPage(Page):
    """A page with a sitting and the desk at which its run is kept."""

    def __init__(self, sitting: Sitting, desk: "Desk") -> None:
        super().__init__()
        self.sitting, self.desk = sitting, desk

    def show(self, sitting: Sitting) -> None:
        """Shows where a sitting is."""
        self.sitting = sitting

    def go_back(self, decisions: int) -> None:
        """Takes back the last decisions."""
        self.show(self.sitting.back(decisions))
        self.post_message(RunChanged(self.sitting.moment.run))

    def action_chronicle(self) -> None:
        """Lays the chronicle over the page; from there one goes back to a decision or over to a branch."""
        sitting = self.sitting

        def answered(answer: str | None) -> None:
            kept = taken(self.desk, answer)
            if kept is not None:
                self._take_up(kept)
            elif answer and answer.isdecimal():
                self.go_back(len(sitting.moment.run.decisions) - int(answer) + 1)

        self.app.push_screen(ChronicleSheet(sitting.stage, sitting.so_far, self.desk), answered)

    def _take_up(self, kept: "KeptRun") -> None:
        saved = self.desk.take_up(kept)
        self.post_message(Said(saved.notice))
        if saved.run is not None:
            self.show(sit(self.sitting.stage, saved.run, summarised=self.sitting.summarised))

    def action_endings(self) -> None:
        """Lays the endings over the page."""
        now = self.sitting.moment.run if self.sitting.is_over else None
        self.app.push_screen(EndingsSheet(gallery(self.sitting.stage, self.desk.kept(), now)))

    def action_code(self) -> None:
        """Lays the code of the run over the page."""
        self.app.push_screen(CodeSheet(run_code(self.sitting.stage, self.sitting.moment.run)))

    def action_stop_here(self) -> None:
        """Shows how the village stands, and leaves from there."""

        def left(leaves: bool | None) -> None:
            if leaves:
                self.dismiss(True)

        page = stop(self.sitting.stage, self.sitting.so_far, keeps=self.desk.keeps)
        self.app.push_screen(StopPage(page), left)
