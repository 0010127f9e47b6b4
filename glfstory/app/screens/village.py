"""The households, and what became of everyone."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.household import HouseholdSheet
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.choices import Choices, Item
from glfstory.app.widgets.household import legend, listed, page
from glfstory.app.words import as_is
from glfstory.pages.village import Home

OPEN = Command("", "enter", "open", "Open the page of the highlighted household.", sign="Enter")


class VillageSheet(Sheet):
    """A line a household; on a wide terminal the highlighted one's page beside it, else on a page of its own."""

    CSS_PATH = ["sheet.tcss", "village.tcss"]
    ACTS = (CLOSE, OPEN)
    BINDINGS = bindings(())
    HEADING = "The village"

    def __init__(self, homes: tuple[Home, ...]) -> None:
        super().__init__()
        self.homes = homes

    def parts(self) -> ComposeResult:
        """The signs, the households, and the page of one."""
        yield Static(legend(), id="legend")
        with Horizontal(id="homes"):
            yield Choices(id="list")
            with VerticalScroll(id="beside", can_focus=False):
                yield Static(id="page")

    def on_mount(self) -> None:
        """Lists the households."""
        names = max((len(home.title) for home in self.homes), default=0)
        signs = max((2 * len(home.residents) for home in self.homes), default=0)
        items = tuple(Item(home.id, listed(home, names, signs)) for home in self.homes)
        self.query_one(Choices).offer(items)
        self.query_one(Choices).focus()
        here = sum(home.counted("here") for home in self.homes)
        self.query_one("#sheet").border_subtitle = as_is(f"{here} here")

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        home = self.homes[event.option_index]
        self.query_one("#page", Static).update(page(home))
        self.query_one("#beside").border_title = as_is(home.title)
        self.query_one("#beside").scroll_home(animate=False)

    @on(Choices.Passed)
    def _passed(self, event: Choices.Passed) -> None:
        event.stop()
        if event.by_page:
            beside = self.query_one("#beside")
            beside.scroll_relative(y=event.direction * max(1, beside.size.height - 2), animate=False)

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        at = next(place for place, home in enumerate(self.homes) if home.id == event.item)
        self.app.push_screen(HouseholdSheet(self.homes, at), self._back_from)

    def _back_from(self, home: str | None) -> None:
        """The household whose page was left is the highlighted one."""
        places = [each.id for each in self.homes]
        if home in places:
            self.query_one(Choices).highlighted = places.index(home)
