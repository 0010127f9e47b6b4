"""What a terminal shows that is too small for a page."""

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

COLUMNS, ROWS = 80, 24
"""The smallest terminal in which every page finds room."""


class RoomSheet(ModalScreen[None]):
    """Asks for a larger window, and is taken away when there is one."""

    DEFAULT_CSS = """
    RoomSheet { align: center middle; background: $background;
        Static { width: 100%; text-align: center; }
    }
    """

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(f"Please make this window at least {COLUMNS} columns wide and {ROWS} rows high.")
