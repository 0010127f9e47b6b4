"""A short list to choose from: by number, by arrows and Enter, or by mouse."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from glfstory.app.widgets.hanging import Hanging
from glfstory.app.words import as_is, lines

HIGHEST_KEY = 9


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list; a closed one has a reason and cannot be taken."""

    id: str
    words: Content
    sign: str = ""
    """A number, or nothing."""
    reason: Content | None = None
    aside: str = ""
    """A quiet word behind it."""


class Choices(OptionList):
    """A list of items, the highlighted one with a pointer in the margin."""

    DEFAULT_CSS = """
    Choices { height: auto; max-height: 100%; border: none; background: transparent; padding: 0; scrollbar-size: 0 1;
        &:focus { border: none; background: transparent; background-tint: transparent; }
    }
    """
    BINDINGS = [Binding(str(key), f"take({key})", show=False) for key in range(1, HIGHEST_KEY + 1)]

    class Taken(Message):
        """An open item was taken."""

        def __init__(self, item: str) -> None:
            self.item = item
            super().__init__()

    class Passed(Message):
        """A key went beyond the first or the last item: by a step, or by a page."""

        def __init__(self, direction: int, *, by_page: bool = False) -> None:
            self.direction, self.by_page = direction, by_page
            super().__init__()

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: tuple[Item, ...] = ()
        self.pointed: int | None = None
        self.is_left = False
        """Whether the arrows are elsewhere just now: the pointer is hollow then."""

    def offer(self, items: tuple[Item, ...], highlighted: int = 0) -> None:
        """Shows other items, one of the open ones highlighted."""
        self.items, self.pointed = items, None
        self.set_options(
            Option(self._drawn(place, pointed=False), disabled=item.reason is not None)
            for place, item in enumerate(items)
        )
        is_open = [place for place, item in enumerate(items) if item.reason is None]
        self.highlighted = highlighted if highlighted in is_open else next(iter(is_open), None)

    def rows(self, width: int) -> int:
        """The rows that all of it takes at a width."""
        return sum(self._drawn(place, pointed=False).get_height({}, width) for place in range(len(self.items)))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Moves the pointer."""
        if self.pointed is not None and self.pointed < len(self.items):
            self.replace_option_prompt_at_index(self.pointed, self._drawn(self.pointed, pointed=False))
        if highlighted is not None:
            self.replace_option_prompt_at_index(highlighted, self._drawn(highlighted, pointed=True))
        self.pointed = highlighted
        super().watch_highlighted(highlighted)

    def leave(self, is_left: bool) -> None:
        """Draws the pointer full, or hollow."""
        self.is_left = is_left
        if self.pointed is not None:
            self.replace_option_prompt_at_index(self.pointed, self._drawn(self.pointed, pointed=True))

    def action_cursor_up(self) -> None:
        """Goes up, and at the first item says so."""
        self._step(-1, super().action_cursor_up)

    def action_cursor_down(self) -> None:
        """Goes down, and at the last item says so."""
        self._step(1, super().action_cursor_down)

    def action_page_up(self) -> None:
        """A page up belongs to the text above the list."""
        self.post_message(self.Passed(-1, by_page=True))

    def action_page_down(self) -> None:
        """A page down belongs to the text above the list."""
        self.post_message(self.Passed(1, by_page=True))

    def _step(self, step: int, move: Callable[[], None]) -> None:
        is_open = [place for place, item in enumerate(self.items) if item.reason is None]
        if not is_open or self.highlighted == is_open[-1 if step > 0 else 0]:
            self.post_message(self.Passed(step))
        else:
            move()

    def action_take(self, key: int) -> None:
        """Takes the item with that number."""
        item = next((item for item in self.items if item.sign == str(key) and item.reason is None), None)
        if item is not None:
            self.post_message(self.Taken(item.id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click takes the item."""
        event.stop()
        self.post_message(self.Taken(self.items[event.option_index].id))

    def _drawn(self, place: int, *, pointed: bool) -> Hanging:
        item = self.items[place]
        if item.reason is not None:
            return Hanging(as_is("  -  ", "$faint"), closed(item))
        sign = f"{item.sign:<3}" if any(each.sign for each in self.items) else ""
        pointer = (as_is("▹ ", "$faint") if self.is_left else as_is("▸ ", "$mark bold")) if pointed else as_is("  ")
        margin = lines(pointer, (sign, "$mark bold"))
        if not item.aside:
            return Hanging(margin, item.words)
        longest = max(each.words.cell_length for each in self.items if each.aside)
        gap = " " * (longest - item.words.cell_length + 3)
        return Hanging(lines(margin, item.words, gap), lines((item.aside, "$faint not bold")))


def closed(item: Item) -> Content:
    """A closed item: its words and why it is closed, both faint."""
    reason = item.reason or Content("")
    words = lines(item.words, " (", reason.stylize("italic"), ")") if reason else item.words
    return words.stylize("$faint")
