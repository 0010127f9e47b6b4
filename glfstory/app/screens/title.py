"""The title: what it is, and where to begin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from glfstory.app.commands import bindings
from glfstory.app.memory import look_often
from glfstory.app.messages import Said
from glfstory.app.screens.sheet import Page
from glfstory.app.screens.titleparts import COMMANDS, Ready
from glfstory.app.theme import called
from glfstory.app.widgets.choices import Choices, Item
from glfstory.app.widgets.keyline import KeyLine
from glfstory.app.widgets.lettering import large
from glfstory.app.words import as_is, lines

if TYPE_CHECKING:
    from glfstory.engine.run import Run
    from glfstory.saving.desk import SavedRun
    from glfstory.saving.entrance import Entrance
    from glfstory.saving.settings import Settings

MEASURE = 72
ARROWS = ("up", "down")
QUIT = Item("quit", as_is("Quit"))


class TitlePage(Page):
    """The first page. It is painted before the story is opened; keys that come before then wait."""

    ACTS = COMMANDS
    AUTO_FOCUS = ""
    BINDINGS = bindings(COMMANDS)

    class Begun(Message):
        """A new run is to begin."""

        def __init__(self, ready: Ready, length: str) -> None:
            self.ready, self.length = ready, length
            super().__init__()

    class Resumed(Message):
        """The kept run is to go on."""

        def __init__(self, ready: Ready, run: Run) -> None:
            self.ready, self.run = ready, run
            super().__init__()

    class NoteAsked(Message):
        """The content note is to be shown."""

        def __init__(self, ready: Ready) -> None:
            self.ready = ready
            super().__init__()

    class _Opened(Message):
        def __init__(self, ready: Ready | None, problem: str) -> None:
            self.ready, self.problem = ready, problem
            super().__init__()

    def __init__(self, entrance: Entrance, settings: Settings) -> None:
        super().__init__()
        self.entrance, self.settings = entrance, settings
        self.ready: Ready | None = None
        self.problem = ""
        """Why there is nothing to play, in one sentence."""
        self.early_keys: list[str] = []
        """Keys that came before the story was open: arrows, and the first other one."""

    def compose(self) -> ComposeResult:
        """The title, the two rules and the list."""
        with Vertical(id="masthead"):
            name = large(self.entrance.title, MEASURE)
            width = max(map(len, name.splitlines()), default=0)
            yield Static(as_is(name), id="name")
            yield Static(_rules(width), id="rules")
            yield Static(as_is(self.entrance.subtitle, "$faint italic"), id="subtitle")
            yield Static(id="question")
            yield Choices(id="menu")
            yield Static(id="notice")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Opens the story as soon as the page is painted."""
        self.query_one(KeyLine).commands = tuple(each for each in self.open_commands() if each.at_foot)
        self.call_after_refresh(self._open)

    @work(thread=True, exclusive=True)
    def _open(self) -> None:
        desk = self.entrance.desk()
        opened = desk.open()
        ready = Ready(desk, opened.stage, desk.saved(), desk.kept()) if opened.stage else None
        self.post_message(self._Opened(ready, opened.problem))

    @on(_Opened)
    def _story_opened(self, event: _Opened) -> None:
        event.stop()
        self.ready, self.problem = event.ready, event.problem
        self.show()
        if not self.app.is_headless:
            self.call_after_refresh(look_often)

    def on_descendant_focus(self) -> None:
        """Presses the early keys again, now that the list is there to take them."""
        keys, self.early_keys = self.early_keys, []
        for key in keys:
            self.app.call_later(self.app.simulate_key, key)  # from here it would not bubble past this screen

    def on_key(self, event: events.Key) -> None:
        """Keeps keys that came before the story was open."""
        if self.ready is None and not self.problem and all(key in ARROWS for key in self.early_keys):
            self.early_keys.append(event.key)

    def left_off(self, run: Run) -> None:
        """Offers the run that was just being read, unless nothing was decided in it."""
        from glfstory.saving.desk import SavedRun
        from glfstory.saving.resume import resume

        if self.ready and run.decisions:
            found = resume(self.ready.stage, run)
            saved = SavedRun(found.run, found.when, found.over)
            self.ready = replace(self.ready, saved=saved, kept=self.ready.desk.kept())
        self.query_one(Choices).highlighted = None
        self.show()

    def show(self) -> None:
        """Shows the list, or why there is nothing to play."""
        if self.ready is None and not self.problem:
            return
        saved = self.ready.saved if self.ready else None
        self.query_one("#notice", Static).update(as_is(self.problem or (saved.notice if saved else ""), "bold"))
        self._offer((QUIT,) if self.problem else self._items())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """A run can begin once the story is open, and go on where one was kept."""
        if action == "resume":
            return bool(self.ready and self.ready.saved and self.ready.saved.run)
        if action == "runs":
            return bool(self.ready and self.ready.kept)
        if action == "debrief":
            return self._has_debrief
        return self.ready is not None or action not in ("begin", "endings")

    def action_resume(self) -> None:
        """Goes on with the kept run."""
        self._take("resume")

    def action_runs(self) -> None:
        """Lays the kept runs over the title."""
        from glfstory.app.screens.keptruns import taken
        from glfstory.app.screens.runs import RunsSheet

        ready = self.ready
        if ready is None:
            return

        def answered(answer: str | None) -> None:
            kept = taken(ready.desk, answer)
            found = ready.desk.take_up(kept) if kept else None
            self.post_message(Said(found.notice if found else ""))
            saved = found if found and found.run else self._still_saved(ready)
            self.ready = now = replace(ready, saved=saved, kept=ready.desk.kept())
            self.show()
            if found and found.run:
                self.post_message(self.Resumed(now, found.run))

        self.app.push_screen(RunsSheet(ready.desk), answered)

    def _still_saved(self, ready: Ready) -> SavedRun | None:
        """The run to go on with, unless it was removed from the list."""
        was, is_there = (any(each.current for each in kept) for kept in (ready.kept, ready.desk.kept()))
        return None if was and not is_there else ready.saved

    def action_endings(self) -> None:
        """Lays the endings over the title."""
        from glfstory.app.screens.endings import EndingsSheet
        from glfstory.pages.endings import gallery

        if self.ready is not None:
            self.app.push_screen(EndingsSheet(gallery(self.ready.stage, self.ready.desk.kept())))

    @property
    def _has_debrief(self) -> bool:
        if not (self.ready and self.ready.saved and self.ready.saved.run and self.ready.saved.over):
            return False
        from glfstory.debrief.make import has_debrief

        return has_debrief(self.ready.stage.story)

    def action_debrief(self) -> None:
        """Opens the debrief of the kept run."""
        from glfstory.app.screens.debrief import DebriefPage
        from glfstory.debrief.make import debrief

        if self.ready and self.ready.saved and self.ready.saved.run:
            stage, run = self.ready.stage, self.ready.saved.run
            self.app.push_screen(DebriefPage(stage, run, debrief(stage, run), "title"))

    def action_home(self) -> None:
        """Goes back to the list from a question."""
        self.show()

    def action_begin(self) -> None:
        """Begins a new run."""
        self._take("begin")

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        self._take(event.item)

    def _items(self) -> tuple[Item, ...]:
        saved = self.ready.saved if self.ready else None
        resume = (
            (Item("resume", as_is("Read the end again" if saved.over else "Continue"), aside=saved.when),)
            if saved and saved.run
            else ()
        )
        number = len(self.ready.kept) if self.ready else 0
        return (
            *resume,
            *((Item("debrief", as_is("The debrief")),) if self._has_debrief else ()),
            *((Item("runs", as_is("Kept runs"), aside=str(number)),) if number else ()),
            Item("begin", as_is("Begin anew" if resume else "Begin")),
            Item("note", as_is("Content note")),
            Item("endings", as_is("Endings")),
            Item("settings", as_is("Settings"), aside=called(self.app.theme)),
            QUIT,
        )

    def _offer(self, items: tuple[Item, ...], question: str = "") -> None:
        self.query_one("#question", Static).update(as_is(question, "bold"))
        menu = self.query_one(Choices)
        kept = menu.items[menu.highlighted].id if menu.highlighted is not None and menu.items else ""
        places = [item.id for item in items]
        menu.offer(items, places.index(kept) if kept in places else 0)
        menu.focus()

    def _take(self, item: str) -> None:
        ready = self.ready
        saved = ready.saved if ready else None
        kind, _, word = item.partition(" ")
        if kind == "quit" or ready is None:
            self.app.exit()
        elif kind == "resume" and saved and saved.run:
            self.post_message(self.Resumed(ready, saved.run))
        elif kind in ("debrief", "runs", "endings"):
            self.call_later(self.run_action, kind)
        elif kind == "begin" and saved and saved.run:
            self._ask_to_replace()
        elif kind in ("begin", "replace"):
            self._ask_length(ready)
        elif kind == "length":
            self.show()
            self.post_message(self.Begun(ready, word))
        elif kind == "note":
            self.post_message(self.NoteAsked(ready))
        elif kind == "settings":
            self.call_later(self.run_action, "app.settings")
        else:
            self.show()

    def _ask_to_replace(self) -> None:
        saved = self.ready.saved if self.ready else None
        items = (Item("replace", as_is("Begin anew")), Item("keep", as_is("Keep it")))
        self._offer(
            items,
            f"The first decision of a new run puts this one aside among the kept runs: {saved.when if saved else ''}.",
        )

    def _ask_length(self, ready: Ready) -> None:
        lengths = ready.stage.story.lengths
        if len(lengths) > 1:
            items = tuple(Item(f"length {name}", as_is(each.says or name)) for name, each in lengths.items())
            self._offer(items, "How long may it be?")
        else:
            self._take("length ")


def _rules(width: int) -> Content:
    """What was said and what was true, as two rules of one scale."""
    short = round(width * 0.45)
    return lines(("━" * width, "$said"), "\n", ("━" * short, "$foreground"), " " * (width - short))
