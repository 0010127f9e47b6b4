"""The archive: every fact, term, event and source that is open, found as you type."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.cardview import CardView
from glfstory.app.widgets.hanging import Hanging
from glfstory.app.words import TERM_SIGN, as_is, lines
from glfstory.engine.story import Story
from glfstory.pages.archive import Card, find

DOWN = Command("move('down')", "down", "next", "Show the next card of the list.", sign="↓")
UP = Command("move('up')", "up", "previous", "Show the card before it.", sign="↑")
FURTHER = Command("further(1)", "pagedown", "scroll the card", "Scroll the card down.")
NEARER = Command("further(-1)", "pageup", "scroll up", "Scroll the card up.", sign="PgUp", at_foot=False)
SIGNS = {"fact": "·", "term": TERM_SIGN, "event": "›", "source": "«"}
DISPUTE_SIGN = "≠"


class ArchiveSheet(Sheet):
    """A word to look for, what it finds, and the card of the highlighted one."""

    CSS_PATH = ["sheet.tcss", "lists.tcss"]
    ACTS = (CLOSE, DOWN, UP, FURTHER, NEARER)
    BINDINGS = bindings((DOWN, UP, FURTHER, NEARER))
    HEADING = "The archive"

    def __init__(self, story: Story, reached: int) -> None:
        super().__init__()
        self.story, self.reached = story, reached
        self.found: tuple[Card, ...] = ()

    def parts(self) -> ComposeResult:
        """The word, the list and the card."""
        word = Input(placeholder="A word to look for", id="word")
        word.cursor_blink = False
        yield word
        with Horizontal(id="shelf"):
            found = OptionList(id="found")
            found.can_focus = False
            yield found
            with VerticalScroll(id="reading", can_focus=False):
                yield CardView(id="card")

    def on_mount(self) -> None:
        """Shows everything."""
        self.query_one(Input).focus()
        self._look("")

    @on(Input.Changed)
    def _word_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._look(event.value)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_index < len(self.found):
            self.query_one(CardView).shown = self.found[event.option_index]
            self.query_one("#reading").scroll_home(animate=False)

    def action_move(self, direction: str) -> None:
        """Moves the highlight without leaving the word."""
        found = self.query_one("#found", OptionList)
        if direction == "down":
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    def action_further(self, direction: int) -> None:
        """Scrolls the card."""
        reading = self.query_one("#reading")
        reading.scroll_relative(y=direction * max(1, reading.size.height - 2), animate=False)

    def _look(self, word: str) -> None:
        self.found = find(self.story, word.strip(), self.reached)
        found = self.query_one("#found", OptionList)
        found.set_options(Option(_heading(card)) for card in self.found)
        found.highlighted = 0 if self.found else None
        if not self.found:
            self.query_one(CardView).shown = None
        noun = "card" if len(self.found) == 1 else "cards"
        self.query_one("#sheet").border_subtitle = as_is(f"{len(self.found)} {noun}")


def _heading(card: Card) -> Hanging:
    sign = DISPUTE_SIGN if card.dispute else SIGNS[card.kind]
    dated = f"{card.period}: {card.heading}" if card.kind == "event" else card.heading
    named = lines(dated, (f"  {card.dispute}", "$faint italic")) if card.dispute else as_is(dated)
    return Hanging(as_is(f"{sign} ", "$mark bold"), named)
