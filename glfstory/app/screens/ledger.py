"""The two ledgers as a picture that grows by a year, and as figures."""

from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.ledgerbars import account, bars
from glfstory.app.words import as_is, lines
from glfstory.pages.ledger import LedgerYear

PICTURE = 88
"""Columns of the picture on a wide terminal."""
FRAME_ROWS, FRAME_COLUMNS = 5, 8
"""What the sheet's frame, its keys and its margins take."""
NUMBERS = Command(
    "numbers", "n", "numbers", "See the ledgers as figures, with the share that was taken; or as bars again."
)


class LedgerSheet(Sheet):
    """What was said, what was true and what was taken, year by year, and what was left to a person.

    Bars and figures together where there is room for all years; else the bars, and the figures at a key.
    """

    ACTS = (CLOSE, NUMBERS)
    BINDINGS = bindings((NUMBERS,))
    HEADING = "The two ledgers"

    def __init__(self, years: tuple[LedgerYear, ...], unit: str, left_unit: str) -> None:
        super().__init__()
        self.years, self.unit, self.left_unit = years, unit, left_unit
        self.in_figures = False
        """Whether the figures were asked for."""

    def parts(self) -> ComposeResult:
        """The picture, and the grain that was left."""
        yield Static(id="picture")

    def on_mount(self) -> None:
        """Draws it."""
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Draws it for the new size."""
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Figures are asked for only where they do not stand below the bars."""
        return action != "numbers" or (bool(self.years) and not self._fits(self._both()))

    def open_commands(self) -> tuple[Command, ...]:
        """The commands that can be used now; the one that leads back to the bars says so."""
        commands = super().open_commands()
        return tuple(replace(each, word="bars") if each is NUMBERS and self.in_figures else each for each in commands)

    def action_numbers(self) -> None:
        """Shows figures, or bars again."""
        self.in_figures = not self.in_figures
        self._draw()

    def _draw(self) -> None:
        self.query_one("#picture", Static).update(self._picture())
        self.query_one("#sheet").border_subtitle = as_is(
            f"left: {self.left_unit}" if self.years and self.left_unit else ""
        )
        self.show_keys()

    @property
    def _width(self) -> int:
        return min(PICTURE, self.app.size.width - FRAME_COLUMNS)

    def _fits(self, drawn: Content) -> bool:
        return drawn.plain.count("\n") + 1 <= self.app.size.height - FRAME_ROWS

    def _picture(self) -> Content:
        if not self.years:
            return as_is("No harvest has been reported yet. A year is entered when its autumn closes.", "italic")
        if self._fits(both := self._both()):
            return both
        if self.in_figures:
            return lines(self._intro(), account(self.years, self.left_unit, self._width))
        return lines(self._intro(), bars(self.years, self._width, loose=False, left_unit=self.left_unit or "a head"))

    def _both(self) -> Content:
        drawn = bars(self.years, self._width - 2)
        return lines(self._intro(), drawn, "\n\n", account(self.years, self.left_unit, self._width))

    def _intro(self) -> Content:
        unit = f"In {self.unit}. " if self.unit else ""
        return as_is(f"{unit}What is taken follows from what was said, here and next door.\n\n", "$faint italic")
