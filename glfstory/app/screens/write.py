"""The reading screen of somebody who writes: the story as it was last read, beside what is to be mended."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from glfstory.app.commands import Command, bindings
from glfstory.app.screens.hints import MOST_HINTS
from glfstory.app.screens.jump import JumpSheet
from glfstory.app.screens.reading import ReadingPage
from glfstory.app.screens.readingparts import COMMANDS
from glfstory.app.screens.sheet import Page, Sheet
from glfstory.app.widgets.hanging import Hanging, Stacked
from glfstory.app.widgets.keyline import KeyLine
from glfstory.app.widgets.mending import Workbench, findings_rows, values_rows
from glfstory.app.words import as_is, lines
from glfstory.checking.formats import counted
from glfstory.engine import SEEDS
from glfstory.pages.sitting import Sitting
from glfstory.pages.values import Held, values
from glfstory.reading.finding import Finding
from glfstory.workshop.live import Live

if TYPE_CHECKING:
    from glfstory.saving.desk import Desk

LEAVE = Command("leave", "q", "leave", "Leave; the files are as you saved them.")
FURTHER = Command("further(1)", "space,pagedown", "scroll", "Scroll down.")
NEARER = Command("further(-1)", "pageup", "scroll up", "Scroll up.", sign="PgUp", at_foot=False)
WRITING = (
    Command("jump", "j", "jump", "Go to any scene or ending, in a state that a run comes to it with."),
    Command("mend", "m", "to mend", "See everything that is wrong, with places and ways out."),
    Command("values", "i", "values", "See what every variable is, and what the last decision changed."),
    Command("anew", "n", "anew", "Begin a new run, under the next seed."),
)
FIRST = ("go_on", "marks", "back")
SHARED = ("ledger", "village", "archive", "unturn", "scroll(1)", "scroll(-1)", "why", "open_mark", "let_go", "cancel")
"""What a writer does as a player does; the rest is about runs that are kept, and none is."""


class FindingsSheet(Sheet):
    """Everything that is wrong."""

    HEADING = "To mend"

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__()
        self.findings = findings

    def parts(self) -> ComposeResult:
        """A few lines a finding."""
        yield Static(Stacked(tuple(findings_rows(self.findings, whole=True))) if self.findings else as_is("Nothing.\n"))


class ValuesSheet(Sheet):
    """Everything that the story keeps count of."""

    HEADING = "What everything is"

    def __init__(self, held: tuple[Held, ...]) -> None:
        super().__init__()
        self.held = held

    def parts(self) -> ComposeResult:
        """What has changed stands first."""
        yield Static(Stacked(tuple(values_rows(sorted(self.held, key=lambda each: not each.is_changed)))))


class MendPage(Page):
    """What is shown of a story that could not be read yet."""

    ACTS = (FURTHER, LEAVE, NEARER)
    BINDINGS = bindings(ACTS)

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.live = live

    def compose(self) -> ComposeResult:
        """The findings and the keys."""
        with VerticalScroll(id="mend"):
            yield Static(id="findings")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Shows what is known."""
        self.query_one(KeyLine).commands = tuple(each for each in self.open_commands() if each.at_foot)
        self._tell()

    def take(self, live: Live) -> None:
        """Shows other findings."""
        self.live = live
        if self.is_mounted:
            self._tell()

    def _tell(self) -> None:
        live = self.live
        head = f"This story cannot be read yet: {counted(live.findings)} It is shown here as soon as it can."
        rows = tuple(findings_rows(live.findings, whole=True))
        self.query_one("#findings", Static).update(Stacked((_line(head), *rows)))

    def action_further(self, direction: int) -> None:
        """Scrolls."""
        scroll = self.query_one("#mend", VerticalScroll)
        scroll.scroll_relative(y=direction * max(1, scroll.size.height - 2), animate=False)

    def action_leave(self) -> None:
        """Ends the app."""
        self.app.exit()


class WritePage(ReadingPage):
    """A story under work, open at a screenful."""

    CSS_PATH = ["reading.tcss", "write.tcss"]
    ACTS = (
        *(each for each in COMMANDS if each.action in FIRST),
        *WRITING,
        *(each for each in COMMANDS if each.action in SHARED),
        LEAVE,
    )
    BINDINGS = bindings((*WRITING, LEAVE))

    class JumpAsked(Message):
        """A run is to be found that meets a scene or comes to an ending."""

        def __init__(self, wanted: str) -> None:
            self.wanted = wanted
            super().__init__()

    def __init__(self, live: Live, sitting: Sitting, desk: "Desk") -> None:
        super().__init__(sitting, desk, MOST_HINTS)
        self.live = live

    def take(self, live: Live) -> None:
        """Shows the story and its findings as they are now."""
        self.live = live
        if live.sitting is not None and self.is_mounted:
            self.show(live.sitting)
        elif live.sitting is not None:
            self.sitting = live.sitting

    def show(self, sitting: Sitting) -> None:
        """Shows where the sitting is."""
        if sitting is not self.live.sitting:
            self.live = self.live.at(sitting)
        super().show(sitting)

    def beside(self) -> ComposeResult:
        """The writer's column."""
        yield Workbench(id="aside")

    def show_beside(self) -> None:
        """Shows there what is to be mended, and what has changed."""
        bench = self.query_one(Workbench)
        bench.findings, bench.held = self.live.findings, self._held()

    def show_hint(self) -> None:
        """Shows in one line whether all is well."""
        live, hint = self.live, self.query_one("#hint", Static)
        errors = [each for each in live.findings if each.is_error]
        words = counted(live.findings)
        if not live.is_current:
            first = f" First: {PurePath(errors[0].path).name}:{errors[0].line}." if errors else ""
            words = f"{words}{first} Shown: the story as it last read."
        hint.update(lines((words, "$mark" if live.is_current else "$said bold"), (f" {live.notice}", "$said")))
        hint.display = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Nothing is kept here, so that what is about kept runs cannot be used."""
        acts = {each.action.partition("(")[0] for each in self.ACTS}
        inherited = {each.action.partition("(")[0] for each in COMMANDS}
        if action in inherited - acts:
            return False
        return super().check_action(action, parameters)

    def action_go_on(self) -> None:
        """Goes on; behind the last page a new run begins."""
        if self.sitting.is_over and not self.view.has_more:
            self.action_anew()
        else:
            super().action_go_on()

    def action_anew(self) -> None:
        """Begins a new run under the next seed."""
        self.take(self.live.anew((self.sitting.moment.run.seed + 1) % SEEDS))

    def action_jump(self) -> None:
        """Asks where to, and has a run found that goes there."""

        def answered(wanted: str | None) -> None:
            if wanted:
                self.post_message(self.JumpAsked(wanted))

        self.app.push_screen(JumpSheet(self.sitting.stage.story), answered)

    def action_mend(self) -> None:
        """Lays the findings over the page."""
        self.app.push_screen(FindingsSheet(self.live.findings))

    def action_values(self) -> None:
        """Lays the values over the page."""
        self.app.push_screen(ValuesSheet(self._held()))

    def action_leave(self) -> None:
        """Ends the app."""
        self.app.exit()

    def _held(self) -> tuple[Held, ...]:
        return values(self.sitting.stage, self.sitting.so_far)


def _line(words: str) -> Hanging:
    return Hanging(Content(""), as_is(f"{words}\n", "bold"))
