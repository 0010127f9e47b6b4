"""Every decision of the run in order, with the way back to each of them."""

from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from glfstory.app.commands import CLOSE, Command
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.hanging import Hanging
from glfstory.app.words import as_is, lines
from glfstory.pages.chronicle import Entry

GO_BACK = Command("", "enter", "go back to that decision", "Go back to the highlighted decision.", sign="Enter")


class ChronicleSheet(Sheet):
    """The decisions; Enter gives back the number of the one to go back to."""

    CSS_PATH = ["sheet.tcss", "lists.tcss"]
    ACTS = (CLOSE, GO_BACK)
    HEADING = "The chronicle"

    def __init__(self, entries: tuple[Entry, ...], changed: str = "") -> None:
        super().__init__()
        self.entries = entries
        self.changed = changed
        """What is changed in the model of this run."""

    def parts(self) -> ComposeResult:
        """The list, the newest decision highlighted."""
        if self.changed:
            yield Static(as_is(f"{self.changed}\n", "$faint italic"))
        if not self.entries:
            yield Static(as_is("No decision has been made yet.", "italic"))
            return
        yield OptionList(*self._options(), id="entries")

    def on_mount(self) -> None:
        """Starts at the newest decision."""
        if self.entries:
            entries = self.query_one(OptionList)
            entries.focus()
            entries.action_last()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(str(event.option_id))

    def _options(self) -> list[Option]:
        made: list[Option] = []
        for season, entries in groupby(self.entries, key=lambda entry: entry.season):
            gap = "\n" if made else ""
            made.append(Option(lines(gap, (season, "bold")), disabled=True))
            made += [Option(_told(entry), id=str(entry.number)) for entry in entries]
        return made


def _told(entry: Entry) -> Hanging:
    number = as_is(f"{entry.number:>3}  ", "$mark bold")
    return Hanging(number, lines((entry.scene, "$faint not bold"), "\n", entry.words))
