"""The two ledgers as a picture that grows by a year."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.ledgerbars import account, bars
from glfstory.app.words import as_is, lines
from glfstory.pages.ledger import LedgerYear

PICTURE = 88
"""Columns of the picture on a wide terminal."""


class LedgerSheet(Sheet):
    """What was said, what was true and what was taken, year by year, and what was left to a person."""

    HEADING = "The two ledgers"

    def __init__(self, years: tuple[LedgerYear, ...], unit: str, left_unit: str) -> None:
        super().__init__()
        self.years, self.unit, self.left_unit = years, unit, left_unit

    def parts(self) -> ComposeResult:
        """The picture, and the grain that was left."""
        yield Static(self._picture(), id="picture")

    def _picture(self) -> Content:
        if not self.years:
            return as_is("No harvest has been reported yet. A year is entered when its autumn closes.", "italic")
        width = min(PICTURE, self.app.size.width - 10)
        says = f"In {self.unit}. " if self.unit else ""
        return lines(
            (f"{says}What is taken is worked out from what was said, here and next door.\n\n", "$faint italic"),
            bars(self.years, width),
            "\n\n",
            account(self.years, self.left_unit),
        )
