"""The code of the run, to be copied or read aloud."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from glfstory.app.screens.sheet import Sheet
from glfstory.app.words import as_is
from glfstory.pages.code import RunCode

GROUPS_A_ROW = 4
MOST_LARGE = 12
"""Groups that are shown with wide spaces; a longer code is shown in the command alone."""


class CodeSheet(Sheet):
    """Groups of four with wide spaces, and the command that takes them."""

    CSS_PATH = ["sheet.tcss", "question.tcss"]
    HEADING = "The code of this run"

    def __init__(self, code: RunCode) -> None:
        super().__init__()
        self.code = code

    def parts(self) -> ComposeResult:
        """The code and what it is for."""
        if 0 < len(self.code.groups) <= MOST_LARGE:
            yield Static(_large(self.code.groups), id="code")
        yield Static(as_is(self.code.says), id="says")


def _large(groups: tuple[str, ...]) -> Content:
    rows = [groups[at : at + GROUPS_A_ROW] for at in range(0, len(groups), GROUPS_A_ROW)]
    return Content("\n\n").join(as_is("     ".join(" ".join(group) for group in row), "bold") for row in rows)
