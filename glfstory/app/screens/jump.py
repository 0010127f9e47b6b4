"""A list of all scenes and endings, found as you type: where to go while writing."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.sheet import Sheet
from glfstory.app.words import lines
from glfstory.engine.story import Story

GO = Command("", "enter", "go there", "Stand where a run meets it.", sign="Enter")
DOWN = Command("move(1)", "down", "next", "Go to the next one.", sign="↓")
UP = Command("move(-1)", "up", "previous", "Go to the one before it.", sign="↑", at_foot=False)
CLOSED_BY_ESCAPE = Command("close", "escape", CLOSE.word, CLOSE.says)
"""Here the letter q belongs to the word."""


class JumpSheet(Sheet):
    """A word to look for and what bears it; gives back the id of a scene or an ending."""

    CSS_PATH = ["sheet.tcss", "lists.tcss", "jump.tcss"]
    ACTS = (GO, DOWN, CLOSED_BY_ESCAPE, UP)
    BINDINGS = bindings((DOWN, UP))
    HEADING = "Where to"

    def __init__(self, story: Story) -> None:
        super().__init__()
        seasons = {season.id: season.title for season in story.seasons}
        self.places = [
            (scene.id, scene.title, ", ".join(seasons[name] for name in scene.seasons[:2]))
            for scene in story.scenes.values()
        ]
        self.places += [(ending.id, ending.title, "ending") for ending in story.endings.values() if not ending.coda]
        self.found: list[str] = []

    def parts(self) -> ComposeResult:
        """The word and the list."""
        word = Input(placeholder="A word of its title or id", id="word")
        word.cursor_blink = False
        yield word
        found = OptionList(id="places")
        found.can_focus = False
        yield found

    def on_mount(self) -> None:
        """Shows all of them."""
        self.query_one(Input).focus()
        self._look()

    @on(Input.Changed)
    def _word_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._look()

    @on(Input.Submitted)
    def _word_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(self.found[place])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.found[event.option_index])

    def action_move(self, step: int) -> None:
        """Moves the highlight without leaving the word."""
        found = self.query_one(OptionList)
        (found.action_cursor_down if step > 0 else found.action_cursor_up)()

    def _look(self) -> None:
        words = self.query_one(Input).value.casefold().split()
        rows = [each for each in self.places if all(word in " ".join(each).casefold() for word in words)]
        self.found = [name for name, _, _ in rows]
        found = self.query_one(OptionList)
        found.set_options(Option(_row(*row)) for row in rows)
        found.highlighted = 0 if rows else None


def _row(name: str, title: str, where: str) -> Content:
    return lines((title, "bold"), f"  {name}", (f"  {where}" if where else "", "$faint"))
