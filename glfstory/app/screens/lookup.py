"""A page from which things are looked up: the record, the ledgers, the village, the archive, and what moved a meter."""

from textual import on

from glfstory.app.commands import Command
from glfstory.app.screens.archive import ArchiveSheet
from glfstory.app.screens.card import CardSheet
from glfstory.app.screens.ledger import LedgerSheet
from glfstory.app.screens.runpage import RunPage
from glfstory.app.screens.village import VillageSheet
from glfstory.app.screens.why import WhySheet
from glfstory.app.widgets.meters import MeterLine
from glfstory.app.widgets.passage import Passage
from glfstory.pages.ledger import ledger
from glfstory.pages.village import village

MARKS = Command("marks", "f", "the record", "Open what the small marks in the text stand for.")
LEDGER = Command("ledger", "l", "ledgers", "See the two ledgers, year by year.")
VILLAGE = Command("village", "v", "village", "See the households and what became of everyone.")
ARCHIVE = Command("archive", "a", "archive", "Look for a fact or a word of the time.")
WHY = Command("why", "w", "why", "See what moved the meters; a click on a meter does it too.")


class LookupPage(RunPage):
    """A page that shows a passage and the meters, with sheets that tell more about both."""

    def action_marks(self) -> None:
        """Opens the first mark."""
        self._open_card(self.sitting.leaf.marks[0])

    def action_ledger(self) -> None:
        """Lays the ledgers over the page."""
        years = ledger(self.sitting.stage, self.sitting.so_far)
        self.app.push_screen(LedgerSheet(years, self.unit("said"), self.unit("left")))

    def action_village(self) -> None:
        """Lays the households over the page."""
        homes = village(self.sitting.stage, self.sitting.so_far, summarised=self.sitting.summarised)
        self.app.push_screen(VillageSheet(homes))

    def action_archive(self) -> None:
        """Lays the archive over the page."""
        self._look_up(self.query_one(Passage).mark_in_focus)

    def action_why(self, meter: str = "") -> None:
        """Lays what moved the meters over the page."""
        self.app.push_screen(WhySheet(self.sitting.stage, self.sitting.so_far, meter))

    def unit(self, column: str) -> str:
        """The unit of a column of the ledger; an empty string without one."""
        story = self.sitting.stage.story
        return story.variables[getattr(story.ledger, column)].unit if story.ledger else ""

    @on(MeterLine.Asked)
    def _meter_asked(self, event: MeterLine.Asked) -> None:
        event.stop()
        self.action_why(event.meter)

    @on(Passage.MarkOpened)
    def _mark_opened(self, event: Passage.MarkOpened) -> None:
        event.stop()
        self._open_card(event.mark)

    def _open_card(self, mark: str) -> None:
        def closed(card: str | None) -> None:
            if card:
                self._look_up(card)

        marks, sitting = self.sitting.leaf.marks, self.sitting
        self.app.push_screen(CardSheet(sitting.stage.story, marks, marks.index(mark), sitting.reached), closed)

    def _look_up(self, card: str) -> None:
        """Lays the archive over the page, open at a card; the page keeps its place and its focus."""
        self.app.push_screen(ArchiveSheet(self.sitting.stage.story, self.sitting.reached, card))
