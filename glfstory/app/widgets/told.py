"""Rows of words under each other, some with a sign in the margin, and signs in them that open cards."""

from textual import events
from textual.content import Content
from textual.widgets import Static

from glfstory.app.widgets.hanging import Hanging, Stacked
from glfstory.app.widgets.passage import Passage
from glfstory.app.words import as_is, lines

Rows = list[Hanging]


class Told(Static):
    """Such rows."""

    DEFAULT_CSS = "Told { height: auto; width: 100%; }"

    def tell(self, rows: Rows) -> None:
        """Shows other rows."""
        self.update(Stacked(tuple(rows)))

    def on_click(self, event: events.Click) -> None:
        """Opens the mark that was clicked."""
        if mark := event.style.meta.get("mark", ""):
            event.stop()
            self.post_message(Passage.MarkOpened(mark))


def row(words: Content | str, style: str = "") -> Hanging:
    """Words from the margin on."""
    return Hanging(Content(""), as_is(words, style) if isinstance(words, str) else words)


def gap() -> Hanging:
    """An empty line."""
    return row(Content(" "))


def head(words: str) -> Rows:
    """A heading with an empty line before it."""
    return [gap(), row(words, "bold")]


def item(words: Content | str, sign: str = "· ") -> Hanging:
    """Words behind a sign."""
    return Hanging(as_is(sign, "$faint"), as_is(words) if isinstance(words, str) else words)


def rule(words: str, width: int) -> Hanging:
    """A line across with words in it."""
    return row(lines(("─── ", "$rule"), (words, "$faint"), (f" {'─' * max(0, width - len(words) - 5)}", "$rule")))
