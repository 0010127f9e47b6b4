"""A line of names of which one is open: by mouse here, by keys of the screen."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from glfstory.app.words import as_is, lines


class TabLine(Widget):
    """Names side by side; a pointer, not only a colour, says which one is open."""

    DEFAULT_CSS = "TabLine { height: 1; }"

    names: reactive[tuple[str, ...]] = reactive(())
    at: reactive[int] = reactive(0)

    class Picked(Message):
        """A name was clicked."""

        def __init__(self, place: int) -> None:
            self.place = place
            super().__init__()

    def render(self) -> Content:
        """The line."""
        return Content("  ").join(self._drawn(place, name) for place, name in enumerate(self.names))

    def _drawn(self, place: int, name: str) -> Content:
        is_open = place == self.at
        words = lines(("▸ ", "$mark bold"), as_is(name, "bold underline")) if is_open else as_is(f"  {name}", "$faint")
        return words.stylize(Style.from_meta({"tab": place}))

    def on_click(self, event: events.Click) -> None:
        """Says which name was clicked."""
        place = event.style.meta.get("tab")
        if place is not None:
            event.stop()
            self.post_message(self.Picked(place))
