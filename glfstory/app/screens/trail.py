"""The way from card to card: what both sheets that show cards share."""

from textual import on

from glfstory.app.commands import Command
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.cardview import CardView
from glfstory.engine.story import Story
from glfstory.pages.archive import card
from glfstory.pages.links import links

FOLLOW = Command(
    "", "enter", "follow", "Open the card under the pointer, such as a source.", sign="Enter", at_foot=False
)
BACK = Command("return_to", "backspace", "card before", "Go back to the card that led to this one.", sign="Backspace")


class TrailSheet(Sheet):
    """A sheet with a card on it that leads to others and back."""

    def __init__(self, story: Story, reached: int) -> None:
        super().__init__()
        self.story, self.reached = story, reached
        self.trail: list[str] = []
        """The cards that were followed from, the first one first."""

    @property
    def view(self) -> CardView:
        """The card."""
        return self.query_one(CardView)

    def put(self, name: str) -> None:
        """Shows a card, or none."""
        shown = card(self.story, name) if name else None
        self.view.show(shown, links(self.story, shown, self.reached) if shown else ())
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """There is a way back only where a card was followed."""
        return action != "return_to" or bool(self.trail)

    @on(CardView.Followed)
    def _followed(self, event: CardView.Followed) -> None:
        event.stop()
        if self.view.shown:
            self.trail.append(self.view.shown.id)
        self.put(event.to)
        self.arrive()

    def action_return_to(self) -> None:
        """Shows the card that led here."""
        self.put(self.trail.pop())
        self.arrive()

    def arrive(self) -> None:
        """Another card has been come to along a link."""
        self.view.focus()
