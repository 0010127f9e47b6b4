"""Every command of a screen, with its keys."""

from textual.app import ComposeResult
from textual.widgets import Static

from glfstory.app.commands import Command
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.hanging import Hanging, Stacked
from glfstory.app.words import as_is

KEYS_WIDTH = 14


class HelpSheet(Sheet):
    """The commands of the screen below."""

    HEADING = "What you can do here"

    def __init__(self, commands: tuple[Command, ...], hints: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self.rows = (*hints, *((each.key, each.says) for each in commands))

    def parts(self) -> ComposeResult:
        """A line a command."""
        rows = [Hanging(as_is(keys.ljust(KEYS_WIDTH), "$mark bold"), as_is(says)) for keys, says in self.rows]
        yield Static(Stacked(tuple(rows)))
