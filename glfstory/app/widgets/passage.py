"""The text of a screenful, with its marks to be opened by mouse or keys, and the scroll that holds it."""

from collections.abc import Collection

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from glfstory.app.words import mark_signs, paragraphs
from glfstory.pages.words import Line, Span

BEHIND = "The record behind this "


class Passage(Static):
    """Paragraphs of a story. Tab and the arrows go from mark to mark."""

    DEFAULT_CSS = "Passage { height: auto; width: 100%; }"
    BINDINGS = [
        Binding("tab,right", "step(1)", show=False),
        Binding("shift+tab,left", "step(-1)", show=False),
        Binding("enter", "open", show=False),
    ]

    current: var[int] = var(0, init=False)
    """The mark under the cursor while the passage has the focus."""

    class MarkOpened(Message):
        """A mark is to be opened."""

        def __init__(self, mark: str) -> None:
            self.mark = mark
            super().__init__()

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: tuple[Line, ...] = ()
        self.signs: dict[str, str] = {}
        self.is_marked = True
        """Whether marks are drawn."""

    def tell(self, spans: tuple[Line, ...], marks: tuple[str, ...], terms: Collection[str]) -> None:
        """Shows other paragraphs; marks that stand nowhere in them get a line of their own."""
        if not self.is_marked:
            spans, marks = tuple(tuple(span for span in line if not span.mark) for line in spans), ()
        placed = {span.mark for line in spans for span in line}
        behind = tuple(Span("", mark=mark) for mark in marks if mark not in placed)
        self.lines = (*spans, (Span(BEHIND, "em"), *behind)) if behind else spans
        self.signs = mark_signs(marks, terms)
        self.can_focus = bool(marks)
        self.set_reactive(Passage.current, 0)
        self._draw()

    @property
    def mark_in_focus(self) -> str:
        """The mark under the cursor; nothing without the focus."""
        return list(self.signs)[self.current] if self.has_focus and self.signs else ""

    def rows(self, width: int) -> int:
        """The rows that the text takes at a width."""
        return paragraphs(self.lines, self.signs).get_height({}, width) if self.lines else 0

    def watch_current(self) -> None:
        """Moves the cursor to another mark."""
        self._draw()

    def on_focus(self) -> None:
        """Shows the cursor."""
        self._draw(focused=True)

    def on_blur(self) -> None:
        """Takes the cursor away."""
        self.set_reactive(Passage.current, 0)
        self._draw(focused=False)

    def on_click(self, event: events.Click) -> None:
        """Opens the mark that was clicked."""
        mark = event.style.meta.get("mark", "")
        if mark:
            event.stop()
            if mark in self.signs:
                self.current = list(self.signs).index(mark)
            self.post_message(self.MarkOpened(mark))

    def action_step(self, step: int) -> None:
        """Goes to another mark, and past the last one out of the passage."""
        if 0 <= self.current + step < len(self.signs):
            self.current += step
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_open(self) -> None:
        """Opens the mark under the cursor."""
        self.post_message(self.MarkOpened(list(self.signs)[self.current]))

    def _draw(self, *, focused: bool | None = None) -> None:
        shows_cursor = self.has_focus if focused is None else focused
        current = list(self.signs)[self.current] if shows_cursor and self.signs else ""
        self.update(paragraphs(self.lines, self.signs, current))


class TextScroll(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Holds a text that may be longer than its place, and says whether there is more below. It has no keys."""

    DEFAULT_CSS = "TextScroll { height: auto; scrollbar-size: 0 0; }"

    class Moved(Message):
        """The text was scrolled, or has another length."""

        def __init__(self, more: bool) -> None:
            self.more = more
            super().__init__()

    @property
    def has_more(self) -> bool:
        """Whether there is more below."""
        return self.scroll_offset.y < self.max_scroll_y

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tells that it was scrolled."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def watch_virtual_size(self) -> None:
        """Tells that the text has another length, once it has its place."""
        self.call_after_refresh(self._tell)

    def on_resize(self) -> None:
        """Tells that the place has another height."""
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        self.post_message(self.Moved(self.has_more))

    def page(self, direction: int) -> None:
        """Scrolls by almost a page."""
        self.line(direction * max(1, self.size.height - 2))

    def line(self, lines: int) -> None:
        """Scrolls by some lines."""
        self.scroll_relative(y=lines, animate=False)
