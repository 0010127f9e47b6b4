"""What a reader can do, said once: the keys, the line at the foot, the palette and the help are made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

KEY_SIGNS = {
    "question_mark": "?",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "pagedown": "PgDn",
    "backspace": "Backspace",
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something a reader can do."""

    action: str
    """The name of the action, as Textual writes it."""
    keys: str
    """The keys, divided by commas; the first one is shown."""
    word: str
    """One or two words for the foot of the screen and the palette."""
    says: str
    """One sentence for the palette and the help."""
    sign: str = ""
    """How its key is written, where that is not the key's own name."""
    at_foot: bool = True

    @property
    def key(self) -> str:
        """Its key as it is written on the screen."""
        first = self.keys.partition(",")[0]
        return self.sign or KEY_SIGNS.get(first, first)


def bindings(commands: Iterable[Command]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The key bindings of commands, for a screen's BINDINGS."""
    return [Binding(each.keys, each.action, each.word, show=False, tooltip=each.says) for each in commands if each.keys]


EVERYWHERE = (
    Command("app.help", "question_mark,f1", "help", "Show every command of this screen."),
    Command("app.next_theme", "t", "theme", "Change to the next theme.", at_foot=False),
    Command(
        "app.summaries",
        "s",
        "death scenes",
        "Show scenes in which someone dies in a short form, or in full.",
        at_foot=False,
    ),
    Command("app.settings", "o", "settings", "Set the theme, motion, death scenes, marks and width.", at_foot=False),
    Command("app.quit", "ctrl+c", "leave", "Leave at once; the run is kept.", sign="Ctrl+C", at_foot=False),
    Command("app.command_palette", "ctrl+p", "palette", "Find any command by its name.", sign="Ctrl+P", at_foot=False),
)
"""Commands that work on every screen."""
CLOSE = Command("close", "escape,q", "close", "Go back to where you were.")
"""The way out of every sheet that lies over the reading screen."""
