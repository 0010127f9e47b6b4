"""The page for whoever stops here: how the village stands, without an ending."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glfstory.app.commands import Command, bindings
from glfstory.app.screens.sheet import Page
from glfstory.app.widgets.hanging import Hanging, Stacked
from glfstory.app.widgets.keyline import KeyLine
from glfstory.app.widgets.ledgerbars import bars
from glfstory.app.words import as_is, lines
from glfstory.pages.stop import Stop

WIDTH = 74
LEAVE = Command("leave", "enter", "to the title", "Leave for the title.")
ON = Command("scroll_on", "space", "scroll", "Scroll down.")
STAY = Command("dismiss(False)", "escape,q", "go on reading", "Go back to the page and go on.")
DASH = as_is("· ", "$faint")


class StopPage(Page):
    """How things stand; gives back whether the reader leaves."""

    CSS_PATH = "stop.tcss"
    ACTS = (LEAVE, STAY, ON)
    BINDINGS = bindings((LEAVE, STAY, ON))

    def __init__(self, stop: Stop) -> None:
        super().__init__()
        self.stop = stop

    def compose(self) -> ComposeResult:
        """Season, what is kept, a word to the reader, households and ledgers."""
        stop = self.stop
        with VerticalScroll(id="note"):
            yield Static(as_is(f"You stop here. {stop.season}.", "bold"), id="heading")
            yield Static(as_is(stop.kept), classes="part")
            yield Static(as_is(stop.weighs), classes="part")
            if stop.homes:
                rows = [Hanging(DASH, lines((title, "bold"), ("  ", ""), people)) for title, people in stop.homes]
                yield Static(Stacked(tuple(rows)), classes="part")
            yield Static(self._ledgers(), classes="part")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Shows the keys."""
        self.query_one(KeyLine).commands = tuple(each for each in self.open_commands() if each.at_foot)
        self.query_one("#note").focus()

    def action_leave(self) -> None:
        """Leaves for the title."""
        self.dismiss(True)

    def action_scroll_on(self) -> None:
        """Scrolls on."""
        self.query_one("#note", VerticalScroll).scroll_page_down(animate=False)

    def _ledgers(self) -> Content:
        if not self.stop.years:
            return as_is("No year's books are closed yet.", "$faint italic")
        return lines(("The two ledgers so far\n", "bold"), bars(self.stop.years, WIDTH - 2, loose=False))
