"""The page of one household: what is told of it now, and everyone who belongs to it."""

from textual.app import ComposeResult
from textual.widgets import Static

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.household import page
from glfstory.app.words import as_is
from glfstory.pages.village import Home

NEXT = Command("step(1)", "n,right,tab", "next house", "Open the page of the next household.", sign="→")
PREVIOUS = Command("step(-1)", "p,left,shift+tab", "previous", "Open the page of the household before it.", sign="←")


class HouseholdSheet(Sheet):
    """One household at a time; what it gives back is the id of the one that was open last."""

    CSS_PATH = ["sheet.tcss", "village.tcss"]
    ACTS = (CLOSE, NEXT, PREVIOUS)
    BINDINGS = bindings((NEXT, PREVIOUS))

    def __init__(self, homes: tuple[Home, ...], at: int) -> None:
        super().__init__()
        self.homes, self.at = homes, at

    def heading(self) -> str:
        """The household's name."""
        return self.homes[self.at].title

    def parts(self) -> ComposeResult:
        """The page."""
        yield Static(id="page")

    def on_mount(self) -> None:
        """Shows it."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """There is a next household only where there are several."""
        return action != "step" or len(self.homes) > 1

    def action_step(self, step: int) -> None:
        """Shows another household, round and round."""
        self.at = (self.at + step) % len(self.homes)
        self._show()

    def action_close(self) -> None:
        """Goes back to the list."""
        self.dismiss(self.homes[self.at].id)

    def _show(self) -> None:
        sheet = self.query_one("#sheet")
        sheet.border_title = as_is(self.heading())
        sheet.border_subtitle = as_is(f"{self.at + 1} of {len(self.homes)}")
        self.query_one("#page", Static).update(page(self.homes[self.at]))
        sheet.scroll_home(animate=False)
