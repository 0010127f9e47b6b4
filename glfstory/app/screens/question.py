"""Two small sheets that ask: one of a few answers, or a name."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.choices import Choices, Item
from glfstory.app.words import as_is

LONGEST_NAME = 40
KEEP_NAME = Command("keep", "enter", "keep the name", "Keep it under this name.")


class QuestionSheet(Sheet):
    """A few answers; gives back the id of the one that was taken, or nothing."""

    CSS_PATH = ["sheet.tcss", "question.tcss"]

    def __init__(self, question: str, says: str, answers: tuple[Item, ...]) -> None:
        super().__init__()
        self.question, self.says, self.answers = question, says, answers

    def heading(self) -> str:
        """The question."""
        return self.question

    def parts(self) -> ComposeResult:
        """What it is about, and the answers."""
        if self.says:
            yield Static(as_is(self.says, "$faint italic"), id="says")
        yield Choices(id="answers")

    def on_mount(self) -> None:
        """Offers the answers."""
        answers = self.query_one(Choices)
        answers.offer(self.answers)
        answers.focus()

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        self.dismiss(event.item)


class NameSheet(Sheet):
    """A name to type; gives it back, or nothing."""

    CSS_PATH = ["sheet.tcss", "question.tcss"]
    ACTS = (CLOSE, KEEP_NAME)
    BINDINGS = bindings((KEEP_NAME,))
    HEADING = "A name for this run"

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.given = name

    def parts(self) -> ComposeResult:
        """The name."""
        name = Input(self.given, placeholder="A name", id="name", max_length=LONGEST_NAME)
        name.cursor_blink = False
        yield name

    def on_mount(self) -> None:
        """Waits for the name."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Gives the name back."""
        self.dismiss(self.query_one(Input).value.strip())
