"""The archive: every fact, term, event and source that is open, by kind, found as you type."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.trail import BACK, FOLLOW, TrailSheet
from glfstory.app.widgets.cardview import SIGNS, CardView
from glfstory.app.widgets.hanging import Hanging
from glfstory.app.widgets.tabline import TabLine
from glfstory.app.words import as_is, lines
from glfstory.engine.story import Story
from glfstory.pages.archive import Card, find
from glfstory.pages.links import KINDS, is_of

KIND = Command("kind(1)", "tab", "next kind", "Show the next kind of cards: facts, disputes, terms ...", sign="Tab")
KIND_BEFORE = Command(
    "kind(-1)", "shift+tab", "kind before", "Show the kind before it.", sign="Shift+Tab", at_foot=False
)
DOWN = Command("move('down')", "down", "next", "Show the next card of the list.", sign="↓")
UP = Command("move('up')", "up", "previous", "Show the card before it.", sign="↑", at_foot=False)
FURTHER = Command("further(1)", "pagedown", "scroll", "Scroll the card down.")
NEARER = Command("further(-1)", "pageup", "scroll up", "Scroll the card up.", sign="PgUp", at_foot=False)
SOURCES = Command("sources", "", "sources", "Enter in the field goes to the cards behind this one.", sign="Enter")
DISPUTE_SIGN = "≠"
NOTHING = "Nothing that is open yet holds this word. Fewer letters find more; Tab shows other kinds of cards."


class ArchiveSheet(TrailSheet):
    """A word to look for, what it finds, and the card of the highlighted one."""

    CSS_PATH = ["sheet.tcss", "lists.tcss"]
    ACTS = (CLOSE, KIND, DOWN, SOURCES, BACK, FURTHER, FOLLOW, KIND_BEFORE, UP, NEARER)
    BINDINGS = bindings((KIND, KIND_BEFORE, DOWN, UP, BACK, FURTHER, NEARER))
    HEADING = "The archive"

    def __init__(self, story: Story, reached: int, at: str = "") -> None:
        super().__init__(story, reached)
        self.at = at
        """The card to open at."""
        self.kind = next(iter(KINDS))
        self.found: tuple[Card, ...] = ()

    def parts(self) -> ComposeResult:
        """The word, the kinds, the list and the card."""
        word = Input(placeholder="A word to look for", id="word")
        word.cursor_blink = False
        yield word
        yield TabLine(id="kinds")
        with Horizontal(id="shelf"):
            found = OptionList(id="found")
            found.can_focus = False
            yield found
            with VerticalScroll(id="reading", can_focus=False):
                yield Static(as_is(NOTHING, "italic"), id="nothing")
                yield CardView(id="card")

    def on_mount(self) -> None:
        """Shows everything, at the card that was asked for."""
        self.query_one(Input).focus()
        self.query_one(TabLine).names = tuple(KINDS.values())
        self._look(self.at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Cards behind a card can be gone to where there are some."""
        if action == "sources":
            return bool(self.view.links) and not self.view.has_focus
        return super().check_action(action, parameters)

    @on(Input.Changed)
    def _word_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._look()

    @on(Input.Submitted)
    def _word_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_sources()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_index < len(self.found):
            self.trail.clear()
            self.put(self.found[event.option_index].id)
            self.query_one("#reading").scroll_home(animate=False)

    @on(TabLine.Picked)
    def _picked(self, event: TabLine.Picked) -> None:
        event.stop()
        self._take(event.place)

    def action_kind(self, step: int) -> None:
        """Shows another kind of cards, round and round."""
        self._take((list(KINDS).index(self.kind) + step) % len(KINDS))

    def action_sources(self) -> None:
        """Goes to the cards behind this one."""
        if self.view.links:
            self.view.focus()
            self.view.reveal()
            self.show_keys()

    def action_move(self, direction: str) -> None:
        """Moves the highlight without leaving the word; from the card it goes back to the word."""
        found = self.query_one("#found", OptionList)
        if self.view.has_focus:
            self.query_one(Input).focus()
        elif direction == "down":
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    def action_further(self, direction: int) -> None:
        """Scrolls the card."""
        reading = self.query_one("#reading")
        reading.scroll_relative(y=direction * max(1, reading.size.height - 2), animate=False)

    def action_return_to(self) -> None:
        """Shows the card that led here; from the first one the way leads back to the word."""
        super().action_return_to()
        if not self.trail:
            self.query_one(Input).focus()

    def arrive(self) -> None:
        """Shows the new card from its beginning."""
        self.query_one("#reading").scroll_home(animate=False)
        (self.view if self.view.links else self.query_one("#reading")).focus()

    def _take(self, place: int) -> None:
        self.kind = list(KINDS)[place]
        self.query_one(TabLine).at = place
        self.query_one(Input).focus()
        self._look()

    def _look(self, at: str = "") -> None:
        word = self.query_one(Input).value.strip()
        self.found = tuple(each for each in find(self.story, word, self.reached) if is_of(each, self.kind))
        found = self.query_one("#found", OptionList)
        found.set_options(Option(_heading(card)) for card in self.found)
        names = [each.id for each in self.found]
        found.highlighted = (names.index(at) if at in names else 0) if names else None
        self.query_one("#nothing").display = not self.found
        if not self.found:
            self.trail.clear()
            self.put("")
        noun = "card" if len(self.found) == 1 else "cards"
        self.query_one("#sheet").border_subtitle = as_is(f"{len(self.found)} {noun}")


def _heading(card: Card) -> Hanging:
    sign = DISPUTE_SIGN if card.dispute else SIGNS[card.kind]
    dated = f"{card.period}: {card.heading}" if card.kind == "event" else card.heading
    named = lines(dated, (f"  {card.dispute}", "$faint italic")) if card.dispute else as_is(dated)
    return Hanging(as_is(f"{sign} ", "$mark bold"), named)
