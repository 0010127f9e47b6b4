"""The settings, each with a line that says what it does; every change is kept at once."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.messages import SettingsChanged
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.choices import Choices, Item
from glfstory.app.words import lines
from glfstory.saving.settings import SETTINGS, Setting, Settings

CHANGE = Command("turn(1)", "right,space", "change", "Change the highlighted setting.", sign="Enter")
BACKWARDS = Command("turn(-1)", "left", "change back", "Change it the other way.", sign="←", at_foot=False)
TITLE_WIDTH = 16


class SettingsSheet(Sheet):
    """A list; Enter, the arrows or a click give the next value."""

    CSS_PATH = ["sheet.tcss", "settings.tcss"]
    ACTS = (CLOSE, CHANGE, BACKWARDS)
    BINDINGS = bindings((CHANGE, BACKWARDS))
    HEADING = "Settings"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    def parts(self) -> ComposeResult:
        """The list."""
        yield Choices(id="list")

    def on_mount(self) -> None:
        """Shows what is set."""
        self.settle(self.settings)
        self.query_one(Choices).focus()

    def settle(self, settings: Settings) -> None:
        """Shows other settings."""
        self.settings = settings
        choices = self.query_one(Choices)
        items = tuple(Item(each.name, _told(each, settings)) for each in SETTINGS)
        choices.offer(items, choices.highlighted or 0)

    def action_turn(self, step: int) -> None:
        """Changes the highlighted setting."""
        place = self.query_one(Choices).highlighted
        if place is not None:
            self.post_message(SettingsChanged(SETTINGS[place].turned(self.settings, step)))

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        self.action_turn(1)

    @on(Choices.Passed)
    def _passed(self, event: Choices.Passed) -> None:
        event.stop()


def _told(setting: Setting, settings: Settings) -> Content:
    now = setting.word(settings)
    values = Content("   ").join(
        lines((f"[{word}]", "$mark bold")) if word == now else lines((f" {word} ", "$faint not bold"))
        for word in setting.values
    )
    return lines(f"{setting.title:<{TITLE_WIDTH}}", values, "\n", (f"{setting.says}\n", "$faint not bold"))
