"""The meters in one line: name, value, a bar on its range and where it is going."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from glfstory.app.words import lines
from glfstory.pages.meters import Meter

TRENDS = {-1: ("↓", "falling"), 0: ("→", "steady"), 1: ("↑", "rising")}
LONGEST_TREND = max(len(word) for _, word in TRENDS.values())
LONGEST_BAR = 16
SHORTEST_BAR = 3


class MeterLine(Widget):
    """All meters side by side, over the whole width."""

    DEFAULT_CSS = "MeterLine { height: 1; }"

    meters: reactive[tuple[Meter, ...]] = reactive(())

    class Asked(Message):
        """A meter was clicked."""

        def __init__(self, meter: str) -> None:
            self.meter = meter
            super().__init__()

    def on_click(self, event: events.Click) -> None:
        """Says which meter was clicked."""
        meter = event.style.meta.get("meter", "")
        if meter:
            event.stop()
            self.post_message(self.Asked(meter))

    def render(self) -> Content:
        """The line; words for the trend where there is room."""
        if not self.meters:
            return Content("")
        width = self.size.width
        for gap, spoken in ((4, True), (4, False), (3, False), (2, False)):
            bare = sum(_meter(each, 0, spoken).cell_length for each in self.meters) + gap * (len(self.meters) - 1)
            bar = min(LONGEST_BAR, (width - bare) // len(self.meters))
            if bar >= (8 if spoken else SHORTEST_BAR):
                break
        drawn = [_meter(each, max(bar, 0), spoken) for each in self.meters]
        left = width - sum(each.cell_length for each in drawn)
        return Content(" " * max(2, left // max(1, len(drawn) - 1))).join(drawn)


def _meter(meter: Meter, width: int, spoken: bool) -> Content:
    sign, word = TRENDS[meter.trend]
    trend = f"{sign} {word:<{LONGEST_TREND}}" if spoken else sign
    full = round(meter.share * width)
    if meter.share > 0 and width:
        full = max(1, full)
    return lines(
        (f"{meter.title} ", "$faint"),
        (f"{meter.words:>3} ", "bold"),
        ("━" * full, "$foreground"),
        ("─" * (width - full), "$rule"),
        (f" {trend}", "" if meter.trend else "$faint"),
    ).stylize(Style.from_meta({"meter": meter.id}))
