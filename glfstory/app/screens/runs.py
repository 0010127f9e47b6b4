"""The kept runs: named ones and branches, with where each of them stands."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.keptruns import KeptRunsSheet, called
from glfstory.app.widgets.hanging import Hanging
from glfstory.app.words import as_is, lines
from glfstory.saving.kept import KeptRun

OPEN = Command("open", "enter", "open", "Go on with the highlighted run, name it or remove it.")
NAME = Command("name", "n", "name", "Give the highlighted run a name.")
REMOVE = Command("remove", "d,delete", "remove", "Remove the highlighted run; you are asked first.")


class RunsSheet(KeptRunsSheet):
    """A list of kept runs; gives back the one to go on with."""

    CSS_PATH = ["sheet.tcss", "lists.tcss"]
    ACTS = (CLOSE, OPEN, NAME, REMOVE)
    BINDINGS = bindings((NAME, REMOVE))
    HEADING = "Kept runs"

    def parts(self) -> ComposeResult:
        """The list."""
        yield Static(id="none")
        yield OptionList(id="runs")

    def on_mount(self) -> None:
        """Shows the runs."""
        self.runs: tuple[KeptRun, ...] = ()
        self.show_runs()

    def show_runs(self) -> None:
        """Draws the list as the runs are now, the highlight where it was."""
        listed = self.query_one(OptionList)
        before = listed.highlighted or 0
        self.runs = self.desk.kept()
        listed.set_options(Option(_drawn(each)) for each in self.runs)
        listed.display = bool(self.runs)
        listed.highlighted = min(before, len(self.runs) - 1) if self.runs else None
        listed.focus()
        none = "" if self.runs else "No run is kept yet. A run is kept from its first decision on."
        notice = getattr(self.desk, "kept_notice", "")
        says = self.query_one("#none", Static)
        says.update(as_is(" ".join(filter(None, (none, notice))), "italic"))
        says.display = bool(none or notice)
        self.show_keys()

    @property
    def pointed(self) -> KeptRun | None:
        """The highlighted run."""
        at = self.query_one(OptionList).highlighted
        return self.runs[at] if at is not None and at < len(self.runs) else None

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.ask_about(self.runs[event.option_index])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Runs can be opened, named and removed where there are any."""
        return action not in ("open", "name", "remove") or bool(self.runs)

    def action_open(self) -> None:
        """Asks what to do with the highlighted run."""
        if self.pointed:
            self.ask_about(self.pointed)

    def action_name(self) -> None:
        """Names the highlighted run."""
        if self.pointed:
            self.ask_name(self.pointed)

    def action_remove(self) -> None:
        """Asks whether to remove the highlighted run."""
        if self.pointed:
            self.ask_remove(self.pointed)


def _drawn(kept: KeptRun) -> Hanging:
    seed = f"  seed {kept.run.seed}"
    told: Content = lines((called(kept), "bold"), "\n", (f"{kept.when}{seed}", "$faint not bold"))
    return Hanging(as_is("◆ " if kept.current else "· ", "$mark bold"), told)
