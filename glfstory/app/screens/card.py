"""The cards behind the marks of a screenful, one at a time, and the sources behind those."""

from textual.app import ComposeResult

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.trail import BACK, FOLLOW, TrailSheet
from glfstory.app.widgets.cardview import CardView
from glfstory.app.words import as_is
from glfstory.engine.story import Story

NEXT = Command("step(1)", "f,right,tab", "next mark", "Open the next mark of the page.")
PREVIOUS = Command("step(-1)", "left,shift+tab", "previous", "Open the mark before it.", sign="←", at_foot=False)
ARCHIVE = Command("archive", "a", "in the archive", "Open the archive at this card.")
HEADINGS = {"fact": "The record", "term": "A word of the time", "event": "The timeline", "source": "A source"}


class CardSheet(TrailSheet):
    """One card; f and the arrows go to the other marks of the page. Gives back the card to open the archive at."""

    ACTS = (CLOSE, NEXT, BACK, ARCHIVE, FOLLOW, PREVIOUS)
    BINDINGS = bindings((NEXT, BACK, ARCHIVE, PREVIOUS))

    def __init__(self, story: Story, marks: tuple[str, ...], at: int, reached: int) -> None:
        super().__init__(story, reached)
        self.marks, self.at = marks, at

    def parts(self) -> ComposeResult:
        """The card."""
        yield CardView(id="card")

    def on_mount(self) -> None:
        """Shows the first card."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """There is a next card only where there are several."""
        if action == "step":
            return len(self.marks) > 1
        return super().check_action(action, parameters)

    def action_step(self, step: int) -> None:
        """Shows another mark's card, round and round."""
        self.at = (self.at + step) % len(self.marks)
        self.trail.clear()
        self._show()

    def action_archive(self) -> None:
        """Opens the archive at this card."""
        self.dismiss(self.view.shown.id if self.view.shown else "")

    def arrive(self) -> None:
        """Heads the sheet with the new card's kind, and which mark's it is of how many."""
        kind = HEADINGS[self.view.shown.kind] if self.view.shown else ""
        which = f", {self.at + 1} of {len(self.marks)}" if len(self.marks) > 1 and not self.trail else ""
        self.query_one("#sheet").border_title = as_is(kind + which)
        self.query_one("#sheet").scroll_home(animate=False)
        self.view.focus()

    def _show(self) -> None:
        self.put(self.marks[self.at])
        self.arrive()
