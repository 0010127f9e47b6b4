"""The content note, before a new run and whenever it is asked for."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from glfstory.app.commands import Command, bindings
from glfstory.app.screens.sheet import Page
from glfstory.app.widgets.keyline import KeyLine
from glfstory.app.words import as_is, paragraphs
from glfstory.pages.words import Line

ON = Command("go_on", "enter,space", "go on", "Go on.")
BACK = Command("dismiss(False)", "escape,q", "back", "Go back to the title.")


class NotePage(Page):
    """The note on a page of its own; gives back whether the reader goes on."""

    CSS_PATH = "note.tcss"
    ACTS = (ON, BACK)
    BINDINGS = bindings((ON, BACK))

    def __init__(self, note: tuple[Line, ...]) -> None:
        super().__init__()
        self.note = note

    def compose(self) -> ComposeResult:
        """The note and the keys."""
        with VerticalScroll(id="note"):
            yield Static(as_is("Before you read", "bold"), id="heading")
            yield Static(paragraphs(self.note, {}), id="text")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Shows the keys."""
        self.query_one(KeyLine).commands = tuple(each for each in self.open_commands() if each.at_foot)
        self.query_one("#note").focus()

    def action_go_on(self) -> None:
        """Scrolls on where there is more, or goes on."""
        note = self.query_one("#note", VerticalScroll)
        if note.scroll_offset.y < note.max_scroll_y:
            note.scroll_page_down(animate=False)
        else:
            self.dismiss(True)
