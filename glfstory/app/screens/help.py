"""Every command of a screen, with its keys."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.style import Style
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
        self.rows = (*((*hint, "") for hint in hints), *((each.key, each.says, each.action) for each in commands))

    def parts(self) -> ComposeResult:
        """A line a command; a click on it does it."""
        rows = [
            Hanging(_button(keys.ljust(KEYS_WIDTH), "$mark bold", does), _button(says, "", does))
            for keys, says, does in self.rows
        ]
        yield Static(Stacked(tuple(rows)))

    def on_click(self, event: events.Click) -> None:
        """Does what was clicked, on the page below."""
        action = event.style.meta.get("does", "")
        if action:
            event.stop()
            self.dismiss(action)


def _button(words: str, style: str, action: str) -> Content:
    return as_is(words, style).stylize(Style.from_meta({"does": action})) if action else as_is(words, style)
