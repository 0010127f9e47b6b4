"""The line at the foot: the keys that work here, each one also a button for the mouse."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from glfstory.app.commands import Command
from glfstory.app.words import lines


class KeyLine(Widget):
    """Commands in one line; those that find no room are left to the help."""

    DEFAULT_CSS = "KeyLine { height: 1; }"

    commands: reactive[tuple[Command, ...]] = reactive(())

    def render(self) -> Content:
        """The line, cut between commands."""
        made = Content("")
        *rest, last = map(_drawn, self.commands) if self.commands else (Content(""),)
        for each in rest:
            if made.cell_length + each.cell_length + last.cell_length + 4 > self.size.width:
                continue
            made += each + "  "
        return made + last

    async def on_click(self, event: events.Click) -> None:
        """Does what was clicked."""
        action = event.style.meta.get("command", "")
        if action:
            event.stop()
            await self.screen.run_action(action)


def _drawn(command: Command) -> Content:
    return lines((command.key, "$mark bold"), " ", (command.word, "$faint")).stylize(
        Style.from_meta({"command": command.action})
    )
