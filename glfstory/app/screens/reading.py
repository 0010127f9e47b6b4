"""The reading screen: one screenful of the run, what may be done about it, and how things stand."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from glfstory.app.commands import Command, bindings
from glfstory.app.messages import Hinted, RunChanged, TranscriptAsked
from glfstory.app.screens.hints import MOST_HINTS, FirstHints
from glfstory.app.screens.lookup import LookupPage
from glfstory.app.screens.readingparts import COMMANDS, HINTS
from glfstory.app.widgets.aside import Aside
from glfstory.app.widgets.choices import Choices, Item
from glfstory.app.widgets.keyline import KeyLine
from glfstory.app.widgets.leafview import PLATES, LeafView
from glfstory.app.widgets.meters import MeterLine
from glfstory.app.widgets.passage import TextScroll
from glfstory.app.widgets.strip import SeasonStrip
from glfstory.app.words import as_is, lines, prose
from glfstory.pages.chronicle import chronicle
from glfstory.pages.code import run_code
from glfstory.pages.leaf import ChoiceLine
from glfstory.pages.ledger import ledger
from glfstory.pages.meters import meters, season_strip
from glfstory.pages.sitting import Sitting
from glfstory.pages.village import village
from glfstory.saving.settings import Settings

if TYPE_CHECKING:
    from glfstory.saving.desk import Desk

GO_ON, CLOSE_BOOK, UNSAID = "on", "close", "unsaid"
LAST_PAGES = ("ending", "coda")


class ReadingPage(LookupPage):
    """A run, open at a screenful."""

    CSS_PATH = ["reading.tcss"]
    ACTS: ClassVar[tuple[Command, ...]] = COMMANDS
    BINDINGS = bindings(COMMANDS)

    view = query_one("#view", LeafView)

    def __init__(self, sitting: Sitting, desk: "Desk", hinted: int = MOST_HINTS) -> None:
        super().__init__(sitting, desk)
        self.first_hints = FirstHints(hinted)
        story = sitting.stage.story
        self.HINTS = (*HINTS, *((name.replace("_", " "), story.variables[name].says) for name in story.meters))
        self.asked = ""
        """The choice for which the reader is asked why."""
        self.settings = Settings()

    def compose(self) -> ComposeResult:
        """Years on top, the page and what stands beside it, meters and keys at the foot."""
        with Vertical(id="table"):
            yield SeasonStrip(id="strip")
            with Horizontal(id="middle"):
                yield LeafView(id="view")
                yield from self.beside()
            yield MeterLine(id="meters")
            yield Static(id="hint")
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Shows the first screenful."""
        self.settle(self.settings)

    def show(self, sitting: Sitting) -> None:
        """Shows where the sitting is."""
        self.sitting, self.asked = sitting, ""
        leaf, stage, told = sitting.leaf, sitting.stage, sitting.so_far
        self.set_class(leaf.kind in PLATES, "-plate")
        self.query_one(SeasonStrip).seasons = season_strip(stage, leaf.state, is_after=leaf.kind == "coda")
        has_meters = not leaf.mourns and leaf.kind not in LAST_PAGES
        self.query_one(MeterLine).meters = meters(stage, told, leaf.state) if has_meters else ()
        self.show_beside()
        self.view.tell(leaf, stage.story.glossary, self._recall())
        self._offer(tuple(map(_item, leaf.choices)) or self._ways_on(), self._code() if sitting.is_over else None)
        self.show_hint()

    def _ways_on(self) -> tuple[Item, ...]:
        close = Item(CLOSE_BOOK, as_is("Close the book"))
        if not self.sitting.is_over:
            return (Item(GO_ON, as_is("Go on")),)
        return (Item(GO_ON, as_is("Go on to the debrief")), close) if self.leads_to_debrief else (close,)

    @property
    def leads_to_debrief(self) -> bool:
        """Whether the debrief comes after the last page."""
        from glfstory.debrief.make import has_debrief

        return self.check_action("debrief", ()) and has_debrief(self.sitting.stage.story)

    def beside(self) -> ComposeResult:
        """What stands beside the page on a wide terminal."""
        yield Aside(id="aside")

    def show_beside(self) -> None:
        """Shows there how things stand."""
        stage, told = self.sitting.stage, self.sitting.so_far
        aside = self.query_one(Aside)
        homes = () if self.sitting.leaf.kind == "coda" else village(stage, told)
        aside.years, aside.homes, aside.unit = ledger(stage, told), homes, self.unit("said")

    def _code(self) -> Content | None:
        """The run's code on the last page of an ending, where it has one."""
        code = run_code(self.sitting.stage, self.sitting.moment.run)
        return lines("\n", ("The code of this run: ", "$faint"), (code.line, "bold"), "\n") if code.groups else None

    def show_hint(self) -> None:
        """Shows one of the first hints, in the line above the keys."""
        words = self.first_hints.on(self.sitting.leaf)
        hint = self.query_one("#hint", Static)
        hint.update(as_is(words, "$mark"))
        hint.display = bool(words)
        if words:
            self.post_message(Hinted(self.first_hints.shown))

    def _recall(self) -> str:
        if self.sitting.leaf.kind != "outcome" or self.sitting.at > 0:
            return ""
        return chronicle(self.sitting.stage, self.sitting.moment)[-1].words

    def _offer(self, items: tuple[Item, ...], prompt: Content | None = None) -> None:
        self.view.offer(items, prompt)
        self._show_keys()

    def _show_keys(self) -> None:
        self.query_one(KeyLine).commands = tuple(each for each in self.open_commands() if each.at_foot)

    @on(TextScroll.Moved)
    def _moved(self, event: TextScroll.Moved) -> None:
        event.stop()
        self._show_keys()

    def on_descendant_focus(self) -> None:
        """Shows the keys that work where the focus has gone."""
        self._show_keys()

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        if self.sitting.leaf.choices == () and event.item in (GO_ON, CLOSE_BOOK):
            (self.action_go_on if event.item == GO_ON else self.action_leave)()
        elif self.asked:
            self._decide(self.asked, "" if event.item == UNSAID else event.item)
        elif self._asks_why():
            self._ask_why(event.item)
        else:
            self._decide(event.item)

    def _asks_why(self) -> bool:
        story = self.sitting.stage.story
        return story.scenes[self.sitting.leaf.scene].reason and bool(story.reasons)

    def _ask_why(self, choice: str) -> None:
        self.asked = choice
        reasons = self.sitting.stage.story.reasons
        items = [Item(name, as_is(says), str(number)) for number, (name, says) in enumerate(reasons.items(), 1)]
        items.append(Item(UNSAID, as_is("I would rather not say."), str(len(items) + 1)))
        taken = next(each for each in self.sitting.leaf.choices if each.id == choice)
        prompt = lines("\n", prose(taken.words, {}).stylize("$faint italic"), "\n", ("Why?", "bold"))
        self._offer(tuple(items), prompt)

    def _decide(self, choice: str, reason: str = "") -> None:
        self.show(self.sitting.choose(choice, reason))
        self.post_message(RunChanged(self.sitting.moment.run))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether a command can be used on this screenful."""
        if action == "go_on":
            return self.view.has_more or not self.sitting.leaf.choices
        if action in ("let_go", "open_mark"):
            return self.view.passage.has_focus
        if action == "cancel":
            return bool(self.asked)
        if action in ("export", "debrief"):
            return self.sitting.leaf.kind in LAST_PAGES
        if action == "marks":
            return bool(self.sitting.leaf.marks)
        if action == "why":
            return bool(self.query_one(MeterLine).meters)
        if action == "back":
            return bool(self.sitting.moment.run.decisions)
        return True

    def action_go_on(self) -> None:
        """Scrolls on, or turns to the next screenful; from the last one to the debrief, or else to the title."""
        if self.view.has_more:
            self.view.scroll.page(1)
        elif self.sitting.is_over and self.leads_to_debrief:
            self._lay_beside("title", self._close_book)
        elif self.sitting.is_over:
            self.dismiss(True)
        elif not self.sitting.leaf.choices:
            self.show(self.sitting.on())

    def action_back(self) -> None:
        """Takes back the question why, or else the last decision."""
        if self.asked:
            self.show(self.sitting)
        else:
            self.go_back(1)

    def action_unturn(self) -> None:
        """Shows the screenful before this one, up to the last decision."""
        if self.sitting.at > 0:
            self.show(replace(self.sitting, at=self.sitting.at - 1))

    def action_scroll(self, direction: int) -> None:
        """Scrolls a long text."""
        self.view.scroll.page(direction)

    def action_export(self) -> None:
        """Has the run put into a file."""
        self.post_message(TranscriptAsked(self.sitting.moment.run))

    def action_debrief(self) -> None:
        """Opens the debrief, and comes back from it."""
        self._lay_beside("ending", None)

    def _lay_beside(self, behind: str, then: Callable[[bool | None], None] | None) -> None:
        from glfstory.app.screens.debrief import DebriefPage
        from glfstory.debrief.make import debrief

        stage, run = self.sitting.stage, self.sitting.moment.run
        self.app.push_screen(DebriefPage(stage, run, debrief(stage, run), behind), then)

    def _close_book(self, _: bool | None) -> None:
        self.dismiss(True)

    def action_leave(self) -> None:
        """Goes to the title."""
        self.dismiss(True)

    def action_open_mark(self) -> None:
        """Opens the mark under the cursor."""
        self.view.passage.action_open()

    def action_let_go(self) -> None:
        """Goes back to the choices from the marks."""
        self.view.choices.focus()

    def action_cancel(self) -> None:
        """Goes back to the choices from the question why."""
        self.show(self.sitting)

    def settle(self, settings: Settings) -> None:
        """Shows the same place under other settings."""
        self.settings = settings
        self.view.styles.max_width = settings.width
        self.view.passage.is_marked = settings.marks
        self.show(self.sitting.summarise(settings.summaries))


def _item(choice: ChoiceLine) -> Item:
    words = prose(choice.words, {})
    if choice.number:
        return Item(choice.id, words, str(choice.number))
    return Item(choice.id, words, "", prose(choice.reason, {}) if choice.reason else Content(""))
