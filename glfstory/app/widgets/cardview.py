"""A card of the archive: what is said, who says it side by side, how sure it is."""

from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from glfstory.app.words import as_is, lines
from glfstory.pages.archive import Card, Voice


class CardView(Vertical):
    """One card, as high as its words."""

    DEFAULT_CSS = """
    CardView { height: auto;
        .voices { grid-size: 2; grid-gutter: 1 2; grid-rows: auto; height: auto; margin: 1 0; }
        .voices.-single { grid-size: 1; }
        .voice { height: auto; border-left: outer $rule; padding: 0 0 0 1; }
        .correction { height: auto; border-left: outer $mark; padding: 0 0 0 1; margin: 0 0 1 0; }
    }
    """

    shown: reactive[Card | None] = reactive(None, recompose=True)

    def compose(self) -> ComposeResult:
        """Head, voices, correction and standing."""
        card = self.shown
        if card is None:
            return
        yield Static(_head(card))
        if card.voices:
            with Grid(classes="voices -single" if len(card.voices) == 1 else "voices"):
                for voice in card.voices:
                    yield Static(_voice(voice), classes="voice")
        if card.correction:
            yield Static(lines(("Correction. ", "$mark bold"), card.correction), classes="correction")
        if card.see:
            yield Static(lines("\n", *(f"· {each}\n" for each in card.see)))
        if card.standing:
            yield Static(as_is(card.standing, "$faint italic"))


def _head(card: Card) -> Content:
    heading = lines((card.heading, "bold"), (f"   {card.period}" if card.period else "", "$faint"))
    return lines(heading, "\n\n", card.says)


def _voice(voice: Voice) -> Content:
    value = lines((voice.value, "$mark bold"), "\n") if voice.value else Content("")
    where = f", {voice.where}" if voice.where else ""
    return lines(value, voice.says, "\n", (f"{voice.who}{where}", "$faint italic"))
