"""The households, and what became of everyone."""

from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content
from textual.widgets import Static

from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.household import legend, resident
from glfstory.app.words import lines, paragraphs
from glfstory.pages.village import Home


class VillageSheet(Sheet):
    """A household a paper, two abreast."""

    CSS_PATH = ["sheet.tcss", "village.tcss"]
    HEADING = "The village"

    def __init__(self, homes: tuple[Home, ...]) -> None:
        super().__init__()
        self.homes = homes

    def parts(self) -> ComposeResult:
        """The signs and the households."""
        yield Static(legend(), id="legend")
        with Grid(id="homes"):
            for home in self.homes:
                paper = Static(_people(home), classes="home")
                paper.border_title = Content(home.title)
                yield paper


def _people(home: Home) -> Content:
    people = Content("\n").join(map(resident, home.residents))
    return lines(people, "\n\n", paragraphs(home.says, {}).stylize("$faint italic")) if home.says else people
