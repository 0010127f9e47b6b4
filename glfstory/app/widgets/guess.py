"""A few numbers to guess, one a year; nothing keeps them."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from glfstory.app.words import as_is

LONGEST = 8
NUMBER = r"[0-9]{0,5}\.?[0-9]{0,2}"


class GuessForm(Vertical):
    """A field a year. Enter goes to the next one, and from the last one it is done."""

    DEFAULT_CSS = """
    GuessForm { height: auto;
        .year { height: 1; margin: 0 0 1 0; }
        .year Static { width: 8; }
        Input { width: 16; height: 1; border: none; padding: 0 1; background: $wash; }
        Input:focus { text-style: bold; }
    }
    """

    class Given(Message):
        """The last number was entered, or left empty."""

        def __init__(self, numbers: tuple[float | None, ...]) -> None:
            self.numbers = numbers
            """One a year, None for one left empty."""
            super().__init__()

    def __init__(self, years: tuple[int, ...], id: str | None = None) -> None:
        super().__init__(id=id)
        self.years = years

    def compose(self) -> ComposeResult:
        """A row a year."""
        for year in self.years:
            with Horizontal(classes="year"):
                yield Static(as_is(str(year), "bold"))
                yield Input(placeholder="?", restrict=NUMBER, max_length=LONGEST, compact=True)

    def begin(self) -> None:
        """Waits for the first number."""
        self.query(Input).first().focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        fields = list(self.query(Input))
        place = fields.index(event.input)
        if place + 1 < len(fields):
            fields[place + 1].focus()
        else:
            self.post_message(self.Given(tuple(_number(field.value) for field in fields)))


def _number(typed: str) -> float | None:
    return float(typed) if typed.strip(".") else None
