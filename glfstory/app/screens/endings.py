"""The endings that have been met, each with the runs that came to it, and an empty line for every other."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from glfstory.app.screens.sheet import Sheet
from glfstory.app.words import as_is, lines
from glfstory.pages.endings import EndingMet, told

NONE_MET = "No run has come to its end yet."
UNKNOWN = "┄" * 24


class EndingsSheet(Sheet):
    """The endings, in no order of worth."""

    CSS_PATH = ["sheet.tcss", "lists.tcss"]
    HEADING = "Endings"

    def __init__(self, endings: tuple[EndingMet, ...]) -> None:
        super().__init__()
        self.endings = endings

    def on_mount(self) -> None:
        """Says how many there are."""
        met = sum(bool(each.title) for each in self.endings)
        self.query_one("#sheet").border_subtitle = as_is(f"{len(self.endings)} in all, {met} met")

    def parts(self) -> ComposeResult:
        """A few lines an ending."""
        met = [each for each in self.endings if each.title]
        parts = [lines((each.title, "bold"), "\n", *_runs(each)) for each in met] or [as_is(NONE_MET, "italic")]
        parts += [as_is(UNKNOWN, "$rule") for each in self.endings if not each.title]
        yield Static(Content("\n\n").join(parts), id="endings")


def _runs(ending: EndingMet) -> list[Content]:
    rows = [as_is(f"  {told(each)}", "$faint") for each in ending.runs]
    return [Content("\n").join(rows)]
