"""The fact cards behind the marks of a screenful, one at a time."""

from textual.app import ComposeResult

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.cardview import CardView
from glfstory.app.words import as_is
from glfstory.pages.archive import Card

NEXT = Command("step(1)", "f,right,tab", "next mark", "Open the next mark of the page.")
PREVIOUS = Command("step(-1)", "left,shift+tab", "previous", "Open the mark before it.", sign="←", at_foot=False)


class CardSheet(Sheet):
    """One card; f and the arrows go to the other marks of the page."""

    ACTS = (CLOSE, NEXT, PREVIOUS)
    BINDINGS = bindings((NEXT, PREVIOUS))

    def __init__(self, cards: tuple[Card, ...], at: int = 0) -> None:
        super().__init__()
        self.cards, self.at = cards, at

    def heading(self) -> str:
        """What kind of card it is, and which of how many."""
        kind = "The record" if self.cards[self.at].kind == "fact" else "A word of the time"
        return f"{kind}, {self.at + 1} of {len(self.cards)}" if len(self.cards) > 1 else kind

    def parts(self) -> ComposeResult:
        """The card."""
        yield CardView(id="card")

    def on_mount(self) -> None:
        """Shows the first card."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """There is a next card only where there are several."""
        return action != "step" or len(self.cards) > 1

    def action_step(self, step: int) -> None:
        """Shows another card, round and round."""
        self.at = (self.at + step) % len(self.cards)
        self._show()

    def _show(self) -> None:
        self.query_one("#sheet").border_title = as_is(self.heading())
        self.query_one(CardView).shown = self.cards[self.at]
        self.query_one("#sheet").scroll_home(animate=False)
