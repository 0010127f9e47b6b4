"""A screenful: its heading, its text and, whole below it, the list of what may be done."""

from collections.abc import Collection

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from glfstory.app.widgets.choices import HIGHEST_KEY, Choices, Item
from glfstory.app.widgets.lettering import large
from glfstory.app.widgets.passage import Passage, TextScroll
from glfstory.app.words import as_is, lines
from glfstory.pages.leaf import Leaf

FEWEST_TEXT_ROWS = 5
PLATES = ("season",)
"""The kinds that have a title in large letters."""
MORE = "▾ more: Space or PgDn"


class Heading(Widget):
    """A title and a rule, or the title in large letters over a rule."""

    DEFAULT_CSS = "Heading { height: 1; &.-plate { height: 5; } }"

    title: reactive[str] = reactive("")
    is_plate: reactive[bool] = reactive(False, toggle_class="-plate", layout=True)

    def render(self) -> Content:
        """The title at the width there is."""
        width = self.size.width
        if self.is_plate:
            letters = large(self.title, width)
            gap = "\n" * (4 - letters.count("\n"))
            return lines(letters, gap, ("─" * width, "$rule"))
        return lines((self.title, "bold"), " ", ("─" * max(0, width - len(self.title) - 1), "$rule"))


class LeafView(Vertical):
    """Shows a leaf. A text that is longer than its place scrolls; the list never gives way to it.

    Numbers and the arrows up and down are the list's, wherever the focus is.
    """

    DEFAULT_CSS = """
    LeafView { height: 100%;
        #recall { height: auto; margin: 0 0 1 0; }
        #between { height: auto; min-height: 1; }
    }
    """
    BINDINGS = [
        *(Binding(str(key), f"take({key})", show=False) for key in range(1, HIGHEST_KEY + 1)),
        Binding("down", "choose('down')", show=False),
        Binding("up", "choose('up')", show=False),
    ]

    heading = query_one("#heading", Heading)
    recall = query_one("#recall", Static)
    passage = query_one("#passage", Passage)
    scroll = query_one("#scroll", TextScroll)
    between = query_one("#between", Static)
    choices = query_one("#choices", Choices)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.prompt = Content(" ")
        """What stands between the text and the list."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Heading(id="heading")
        with TextScroll(id="scroll"):
            yield Static(id="recall")
            yield Passage(id="passage")
        yield Static(id="between")
        yield Choices(id="choices")

    @property
    def has_more(self) -> bool:
        """Whether there is more text below."""
        return self.scroll.has_more

    def tell(self, leaf: Leaf, terms: Collection[str], recall: str) -> None:
        """Shows another leaf; `recall` are the words of the choice that led to it."""
        self.heading.title = leaf.title
        self.heading.is_plate = leaf.kind in PLATES
        self.recall.update(as_is(f"▸ {recall}", "$faint italic"))
        self.recall.display = bool(recall)
        self.passage.tell(leaf.lines, leaf.marks, terms)
        self.scroll.scroll_home(animate=False)

    def offer(self, items: tuple[Item, ...], prompt: Content | None = None) -> None:
        """Shows another list, under a prompt."""
        self.prompt = prompt or Content(" ")
        self.choices.offer(items)
        self.choices.focus()
        self._share()
        self.call_after_refresh(self._share)

    def on_resize(self) -> None:
        """Shares the new height."""
        self._share()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tells the list whether the arrows are among the marks."""
        self.choices.leave(event.widget is self.passage)

    def action_take(self, key: int) -> None:
        """Takes the item with that number."""
        self.choices.action_take(key)

    def action_choose(self, direction: str) -> None:
        """Goes back to the list, and moves in it."""
        self.choices.focus()
        (self.choices.action_cursor_down if direction == "down" else self.choices.action_cursor_up)()

    @on(Choices.Passed)
    def _passed(self, event: Choices.Passed) -> None:
        event.stop()
        (self.scroll.page if event.by_page else self.scroll.line)(event.direction)

    @on(TextScroll.Moved)
    def _moved(self, event: TextScroll.Moved) -> None:
        self._show_between(event.more)

    def _share(self) -> None:
        width, height = self.size
        if not height:
            return
        room = height - self.heading.outer_size.height - self.heading.styles.margin.height
        room -= self.prompt.get_height({}, width)
        self.choices.styles.max_height = max(3, room - FEWEST_TEXT_ROWS)
        self.scroll.styles.max_height = max(FEWEST_TEXT_ROWS, room - self.choices.rows(width))
        self._show_between(self.has_more)

    def _show_between(self, more: bool) -> None:
        self.between.update(as_is(MORE, "$mark") if more else self.prompt)
