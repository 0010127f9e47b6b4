"""A few numbers to guess, one a year; nothing keeps them."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from glfstory.app.words import as_is

LONGEST = 8
NUMBER = r"[0-9]{0,5}\.?[0-9]{0,2}"


class NumberField(Input):
    """A field that takes what numbers are made of, and leaves every other key to the page."""

    def __init__(self) -> None:
        super().__init__(placeholder="?", restrict=NUMBER, max_length=LONGEST, compact=True)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is for the field."""
        return character is not None and character in "0123456789."

    def on_key(self, event: events.Key) -> None:
        """Passes on what is not."""
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()


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
                yield NumberField()

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
