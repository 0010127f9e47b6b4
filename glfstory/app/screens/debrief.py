"""The debrief, opened from the ending: a guess first, then the ledgers, the other road, the record and the papers."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Static

from glfstory.app.commands import CLOSE, Command, bindings
from glfstory.app.screens.archive import ArchiveSheet
from glfstory.app.screens.card import CardSheet
from glfstory.app.screens.debriefparts import COMMANDS, PARTS
from glfstory.app.screens.debriefwork import WorkingPage
from glfstory.app.screens.sheet import TALL
from glfstory.app.widgets.guess import GuessForm
from glfstory.app.widgets.keyline import KeyLine
from glfstory.app.widgets.passage import Passage, TextScroll
from glfstory.app.widgets.roadrows import road_rows
from glfstory.app.widgets.tabline import TabLine
from glfstory.app.widgets.tellings import guess_rows, ledger_rows, marks_of, move_rows, paper_rows, record_rows
from glfstory.app.widgets.told import Rows, Told, gap, row
from glfstory.app.words import as_is, lines, mark_signs
from glfstory.debrief.charts import ORDER
from glfstory.debrief.shape import Debrief
from glfstory.engine.run import Run
from glfstory.engine.stage import Stage

LOW, HIGH = 13, 19
"""Rows of the chart of roads on a low screen and on a tall one."""
MORE = "▾ more: Space or PgDn"
KEPT = "Enter goes on, Tab passes it over. Nothing of it is kept, sent or judged."


class DebriefPage(WorkingPage):
    """One part at a time."""

    CSS_PATH = "debrief.tcss"
    ACTS = COMMANDS
    BINDINGS = bindings(COMMANDS)

    told = query_one("#told", Told)
    scroll = query_one("#scroll", TextScroll)
    form = query_one("#form", GuessForm)

    def __init__(self, stage: Stage, run: Run, debrief: Debrief, behind: str = "ending") -> None:
        super().__init__(stage, run, debrief)
        self.behind = behind
        """What closing it leads to, in a word."""
        is_there = {"guess": debrief.guess is not None, "papers": bool(debrief.papers.papers)}
        self.parts = tuple(name for name in PARTS if is_there.get(name, True))
        self.at = 0
        """The place of the part that is shown."""
        self.numbers: tuple[float | None, ...] | None = None
        """What was guessed; None for as long as it is asked."""

    def compose(self) -> ComposeResult:
        """The parts on top, the one that is shown, and the keys."""
        with Vertical(id="page"):
            title = lines((f"{self.debrief.title}: debrief", "bold"), (f"  {self.debrief.code}", "$faint"))
            yield Static(title, id="title")
            yield TabLine(id="tabs")
            with TextScroll(id="scroll"):
                yield Told(id="told")
                yield GuessForm(self.debrief.guess.years if self.debrief.guess else (), id="form")
            yield Static(id="between")
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Shows the first part, and starts what takes longer."""
        self.query_one(TabLine).names = tuple(PARTS[name] for name in self.parts)
        self._turn(0)
        self.call_after_refresh(self.work_out)

    def on_resize(self) -> None:
        """Draws the part for the new size."""
        self._draw()

    @property
    def part(self) -> str:
        """The part that is shown."""
        return self.parts[self.at]

    @property
    def is_asking(self) -> bool:
        """Whether the guess is open."""
        return self.part == "guess" and self.numbers is None

    def grown(self, part: str) -> None:
        """Draws the part that is shown anew when more of it is known."""
        if self.part == part:
            self._draw()

    @on(TabLine.Picked)
    def _picked(self, event: TabLine.Picked) -> None:
        event.stop()
        self._turn(event.place)

    @on(GuessForm.Given)
    def _given(self, event: GuessForm.Given) -> None:
        event.stop()
        self.numbers = event.numbers
        self._turn(self.at)

    @on(Passage.MarkOpened)
    def _mark_opened(self, event: Passage.MarkOpened) -> None:
        event.stop()
        self._open_card(event.mark)

    @on(TextScroll.Moved)
    def _moved(self, event: TextScroll.Moved) -> None:
        event.stop()
        self.query_one("#between", Static).update(as_is(MORE if event.more else "", "$mark"))
        self._show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Roads are turned over where there are some, marks opened where there are any; the last part ends it."""
        if action == "go_on":
            return self.scroll.has_more or (self.at + 1 < len(self.parts) and not self.is_asking)
        if action in ("road", "measure"):
            return self.part == "roads" and len(self.debrief.roads.roads) > 1
        if action == "marks":
            return bool(self._marks()) and not self.is_asking
        return True

    def open_commands(self) -> tuple[Command, ...]:
        """The commands that can be used now."""
        return tuple(replace(each, word=self.behind) if each is CLOSE else each for each in super().open_commands())

    def action_part(self, step: int) -> None:
        """Goes to another part, round and round."""
        self._turn((self.at + step) % len(self.parts))

    def action_go_on(self) -> None:
        """Scrolls on, or goes on to the next part."""
        if self.scroll.has_more:
            self.scroll.page(1)
        else:
            self._turn(self.at + 1)

    def action_further(self, direction: int) -> None:
        """Scrolls by almost a page."""
        self.scroll.page(direction)

    def action_line(self, direction: int) -> None:
        """Scrolls by a line."""
        self.scroll.line(direction)

    def action_road(self) -> None:
        """Draws another road beside the run, and after the last one all of them."""
        self.view = replace(self.view, beside=(self.view.beside + 1) % len(self.debrief.roads.roads))
        self._draw()

    def action_measure(self) -> None:
        """Draws another measure."""
        self.view = replace(self.view, measure=ORDER[(ORDER.index(self.view.measure) + 1) % len(ORDER)])
        self._draw()

    def action_marks(self) -> None:
        """Opens the first mark of the part."""
        self._open_card(self._marks()[0])

    def action_close(self) -> None:
        """Leaves it."""
        self.dismiss(True)

    def _turn(self, place: int) -> None:
        """Shows a part; whoever leaves the guess has passed it over for good."""
        if self.is_asking and self.debrief.guess and place != self.at:
            self.numbers = (None,) * len(self.debrief.guess.years)
        self.at = place
        self.query_one(TabLine).at = place
        self.form.display = self.is_asking
        if self.is_asking:
            self.form.begin()
        else:
            self.set_focus(None)
        self.scroll.scroll_home(animate=False)
        self._draw()

    def _draw(self) -> None:
        self.told.tell(self._rows())
        self._show_keys()

    def _show_keys(self) -> None:
        self.query_one(KeyLine).commands = tuple(each for each in self.open_commands() if each.at_foot)

    def _marks(self) -> tuple[str, ...]:
        return marks_of(self.debrief, self.part)

    def _rows(self) -> Rows:
        width = max(20, self.query_one("#page").size.width - 2)
        signs = mark_signs(self._marks(), self.stage.story.glossary)
        debrief = self.debrief
        if self.part == "guess" and debrief.guess:
            if self.numbers is None:
                return [row(f"{debrief.guess.asks} In {debrief.guess.unit}."), gap(), row(KEPT, "$faint italic"), gap()]
            return guess_rows(debrief.guess, self.numbers, width, signs)
        if self.part == "roads":
            return road_rows(debrief.roads, debrief.ledgers, self.view, width, LOW if self.size.height < TALL else HIGH)
        if self.part == "moves":
            return move_rows(self.moves) if self.moves else [row("Your decisions are being tried the other way.")]
        if self.part == "record":
            return record_rows(debrief.record, signs)
        if self.part == "papers":
            return paper_rows(debrief.papers, width, signs)
        return ledger_rows(debrief.ledgers, width, signs)

    def _open_card(self, mark: str) -> None:
        marks, story = self._marks(), self.stage.story
        self.app.push_screen(CardSheet(story, marks, marks.index(mark), len(story.seasons)), self._look_up)

    def _look_up(self, card: str | None) -> None:
        if card:
            self.app.push_screen(ArchiveSheet(self.stage.story, len(self.stage.story.seasons), card))
