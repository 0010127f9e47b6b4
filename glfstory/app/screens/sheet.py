"""The two kinds of screen: a page that fills the terminal, and a sheet that lies over one."""

from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from glfstory.app.commands import CLOSE, EVERYWHERE, Command, bindings
from glfstory.app.memory import forget_painters
from glfstory.app.widgets.keyline import KeyLine
from glfstory.app.words import as_is

WIDE, TALL = 120, 30
"""From these columns and rows on there is room beside the passage."""
FURTHER = Command("scroll_sheet", "space", "scroll", "Scroll down; PgDn and the arrows do it too.")


def open_now(screen: Screen[Any], commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """Those of a screen's commands that can be used now, and those that can be used everywhere."""
    return tuple(each for each in (*commands, *EVERYWHERE) if screen.check_action(each.action.partition("(")[0], ()))


class Page(Screen[bool]):
    """A screen of its own, with the commands that its foot, the palette and the help are made of."""

    ACTS: ClassVar[tuple[Command, ...]] = ()
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (TALL, "-tall")]

    def open_commands(self) -> tuple[Command, ...]:
        """The commands that can be used now."""
        return open_now(self, self.ACTS)

    def on_screen_resume(self) -> None:
        """Lets go of what was painted of sheets that lay over it."""
        forget_painters()


class Sheet(ModalScreen[str]):
    """A sheet over a page, closed with Esc; what it gives back is the id of what was chosen, or nothing."""

    ACTS: ClassVar[tuple[Command, ...]] = (CLOSE,)
    BINDINGS = bindings((CLOSE, FURTHER, *EVERYWHERE))
    CSS_PATH = ["sheet.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (TALL, "-tall")]
    HEADING: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """A frame with the heading, the sheet's own parts and the keys."""
        frame = VerticalScroll(id="sheet")
        frame.border_title = as_is(self.heading())
        with frame:
            yield from self.parts()
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Shows the keys."""
        self.show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Says whether the sheet is longer than its place, once that is known."""
        self.call_after_refresh(self.show_keys)

    def action_scroll_sheet(self) -> None:
        """Scrolls down."""
        self.query_one("#sheet", VerticalScroll).scroll_page_down(animate=False)

    def show_keys(self) -> None:
        """Shows the keys that work now."""
        self.query_one(KeyLine).commands = tuple(each for each in self.open_commands() if each.at_foot)

    def heading(self) -> str:
        """What stands on the frame."""
        return self.HEADING

    def parts(self) -> ComposeResult:
        """What the sheet shows."""
        yield Static()

    def open_commands(self) -> tuple[Command, ...]:
        """The commands that can be used now."""
        is_long = self.query_one("#sheet").max_scroll_y > 0
        return open_now(self, (*self.ACTS, FURTHER) if is_long else self.ACTS)

    def action_close(self) -> None:
        """Goes back to the page."""
        self.dismiss("")
