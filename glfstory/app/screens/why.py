"""Why a meter changed: the decisions and rules of a season that moved it, from the engine's own account."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.hanging import Hanging, Stacked
from glfstory.app.widgets.tabline import TabLine
from glfstory.app.words import as_is, lines
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.pages.why import Cause, Why, season_to_tell, told_seasons, why

NEXT = Command("step(1)", "right,tab,w", "next meter", "See what moved the next meter.", sign="→")
PREVIOUS = Command("step(-1)", "left,shift+tab", "previous", "See the meter before it.", sign="←", at_foot=False)
EARLIER = Command("earlier", "p", "season before", "See what moved it in the season before.")
LATER = Command("later", "n", "season after", "See what moved it in the season after.")


class WhySheet(Sheet):
    """One meter at a time, a row for everything that moved it, in order."""

    CSS_PATH = ["sheet.tcss", "why.tcss"]
    ACTS = (CLOSE, NEXT, PREVIOUS, EARLIER, LATER)
    BINDINGS = bindings((NEXT, PREVIOUS, EARLIER, LATER))
    HEADING = "Why did this change?"

    def __init__(self, stage: Stage, moment: Moment, meter: str = "") -> None:
        super().__init__()
        self.stage, self.moment = stage, moment
        self.seasons = told_seasons(stage, moment)
        self.season = season_to_tell(stage, moment)
        meters = stage.story.meters
        self.at = meters.index(meter) if meter in meters else 0

    def parts(self) -> ComposeResult:
        """The meters' names, and what moved the open one."""
        yield TabLine(id="tabs")
        yield Static(id="told")

    def on_mount(self) -> None:
        """Shows the first meter."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """There is another season, or meter, only where there are several."""
        if action == "step":
            return len(self.stage.story.meters) > 1
        if action in ("earlier", "later"):
            return self._other(-1 if action == "earlier" else 1) != ""
        return True

    def action_step(self, step: int) -> None:
        """Shows another meter, round and round."""
        self.at = (self.at + step) % len(self.stage.story.meters)
        self._show()

    def action_earlier(self) -> None:
        """Shows the season before."""
        self.season = self._other(-1)
        self._show()

    def action_later(self) -> None:
        """Shows the season after."""
        self.season = self._other(1)
        self._show()

    def _other(self, step: int) -> str:
        """A season beside the one that is shown; nothing where there is none."""
        place = self.seasons.index(self.season) + step if self.season else -1
        return self.seasons[place] if 0 <= place < len(self.seasons) else ""

    @on(TabLine.Picked)
    def _picked(self, event: TabLine.Picked) -> None:
        event.stop()
        self.at = event.place
        self._show()

    def _show(self) -> None:
        told = why(self.stage, self.moment, self.season)
        tabs = self.query_one(TabLine)
        tabs.names, tabs.at = tuple(each.title for each in told), self.at
        self.query_one("#told", Static).update(_told(told[self.at]) if told else Stacked(()))
        self.query_one("#sheet").scroll_home(animate=False)
        self.show_keys()


def _told(each: Why) -> Stacked:
    moved = f"{each.before:,} → {each.now:,}" if each.change else f"{each.now:,}, as at its beginning"
    head = lines((each.season, "bold"), ("   ", ""), (moved, "bold"))
    rows = [Hanging(Content(""), head), Hanging(Content(""), as_is(f"{each.says}\n", "$faint italic"))]
    width = max((len(f"{cause.shown:+,}") for cause in each.causes), default=0)
    rows += [_row(cause, width) for cause in each.causes]
    if each.causes:
        rows.append(Hanging(as_is(f"{each.change:+,}".rjust(width) + "  ", "bold"), as_is("in all", "$faint")))
    else:
        rows.append(Hanging(Content(""), as_is("Nothing has moved it in this season.", "italic")))
    return Stacked(tuple(rows))


def _row(cause: Cause, width: int) -> Hanging:
    amount = f"{cause.shown:+,}" if cause.shown else "0"
    parts = "; ".join(f"{part.title} {part.before} → {part.after}" for part in cause.parts)
    words = as_is(cause.words, "bold" if cause.kind == "choice" else "")
    told = lines(words, (f"\n{parts}" if parts else "", "$faint"))
    return Hanging(as_is(f"{amount.rjust(width)}  ", "$mark bold" if cause.shown else "$faint"), told)
