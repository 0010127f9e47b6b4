"""A card of the archive: what is said, who says it side by side, how sure it is, and the cards behind it."""

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive, var
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from glfstory.app.words import TERM_SIGN, as_is, lines
from glfstory.pages.archive import Card, Voice
from glfstory.pages.links import Link

SIGNS = {"fact": "·", "term": TERM_SIGN, "event": "›", "source": "«"}
"""The sign of each kind of card."""


class CardView(Vertical):
    """One card, as high as its words. With the focus, arrows go along the cards behind it and Enter follows one."""

    DEFAULT_CSS = """
    CardView { height: auto;
        .voices { grid-size: 2; grid-gutter: 1 2; grid-rows: auto; height: auto; margin: 1 0; }
        .voices.-single { grid-size: 1; }
        .voice { height: auto; border-left: outer $rule; padding: 0 0 0 1; }
        .correction { height: auto; border-left: outer $mark; padding: 0 0 0 1; margin: 0 0 1 0; }
        #links { height: auto; margin: 1 0 0 0; }
    }
    """
    BINDINGS = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("enter", "follow", show=False),
    ]

    shown: reactive[Card | None] = reactive(None, recompose=True)
    current: var[int] = var(0, init=False)
    """The link under the cursor while the card has the focus."""

    class Followed(Message):
        """A card behind this one is to be shown."""

        def __init__(self, to: str) -> None:
            self.to = to
            super().__init__()

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.links: tuple[Link, ...] = ()

    def show(self, card: Card | None, links: tuple[Link, ...] = ()) -> None:
        """Shows another card, and the cards behind it."""
        self.links = links
        self.can_focus = bool(links)
        self.set_reactive(CardView.current, 0)
        self.shown = card

    def compose(self) -> ComposeResult:
        """Head, voices, correction, standing and links."""
        card = self.shown
        if card is None:
            return
        yield Static(_head(card))
        if card.voices:
            with Grid(classes="voices -single" if len(card.voices) == 1 else "voices"):
                for voice in card.voices:
                    yield Static(self._voice(voice), classes="voice")
        if card.correction:
            yield Static(lines(("Correction. ", "$mark bold"), card.correction), classes="correction")
        if card.standing:
            gap = "" if card.voices or card.correction else "\n"
            yield Static(as_is(f"{gap}{card.standing}", "$faint italic"))
        if self.links:
            yield Static(self._drawn_links(), id="links")

    def watch_current(self) -> None:
        """Moves the cursor."""
        self._draw_links()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Shows the cursor, or takes it away."""
        super().watch_has_focus(has_focus)
        self._draw_links()

    def on_click(self, event: events.Click) -> None:
        """Follows the link that was clicked."""
        to = event.style.meta.get("card", "")
        if to:
            event.stop()
            self.post_message(self.Followed(to))

    def action_step(self, step: int) -> None:
        """Goes to another link; past the last one, or while the links are below the edge, the key scrolls."""
        if not 0 <= self.current + step < len(self.links) or (step > 0 and not self._are_links_seen):
            raise SkipAction
        self.current += step
        self.reveal()

    def reveal(self) -> None:
        """Brings the links into sight."""
        self.query_one("#links").scroll_visible(animate=False)

    @property
    def _are_links_seen(self) -> bool:
        around = self.parent
        return not isinstance(around, Widget) or self.query_one("#links").region.y < around.region.bottom

    def action_follow(self) -> None:
        """Follows the link under the cursor."""
        if self.links:
            self.post_message(self.Followed(self.links[self.current].to))

    def _draw_links(self) -> None:
        for each in self.query("#links").results(Static):
            each.update(self._drawn_links())

    def _drawn_links(self) -> Content:
        return Content("\n").join(self._link(place, link) for place, link in enumerate(self.links))

    def _link(self, place: int, link: Link) -> Content:
        is_current = self.has_focus and place == self.current
        pointer = lines(("▸ ", "$mark bold")) if is_current else as_is("  ")
        words = lines((f"{SIGNS[link.kind]} ", "$mark"), (link.words, "bold underline" if is_current else ""))
        return lines(pointer, words).stylize(Style.from_meta({"card": link.to}))

    def _voice(self, voice: Voice) -> Content:
        value = lines((voice.value, "$mark bold"), "\n") if voice.value else Content("")
        where = f", {voice.where}" if voice.where else ""
        who = as_is(f"{voice.who}{where}", "$faint italic")
        if any(link.to == voice.source for link in self.links):
            who = who.stylize(Style.from_meta({"card": voice.source}))
        return lines(value, voice.says, "\n", who)


def _head(card: Card) -> Content:
    heading = lines((card.heading, "bold"), (f"   {card.period}" if card.period else "", "$faint"))
    return lines(heading, "\n\n", card.says)
