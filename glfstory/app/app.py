"""The app: it opens the pages, keeps the run and the reader's habits, and knows how the player left."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.widgets import Input

from glfstory.app.commands import EVERYWHERE, bindings
from glfstory.app.messages import FileAsked, Hinted, RunChanged, Said, SettingsChanged, TranscriptAsked
from glfstory.app.screens.title import Ready, TitlePage
from glfstory.app.theme import TERMINAL_INKS, THEMES, following

if TYPE_CHECKING:
    from glfstory.engine.run import Run
    from glfstory.saving.entrance import Entrance
    from glfstory.saving.settings import Settings


STAYS = 3600.0
"""Seconds after which even a sentence that waits for a key goes."""


@dataclass(frozen=True, slots=True)
class Departure:
    """How the app was left."""

    problem: str = ""
    """Why there was nothing to play, in one sentence."""
    code: int = 0
    """The app's own exit code; not 0 where it broke."""


def play(entrance: Entrance) -> Departure:
    """Plays a story on the whole terminal until the player leaves."""
    app = StoryApp(entrance)
    app.run()
    return Departure(app.title_page.problem, app.return_code or 0)


class StoryApp(App[None]):
    """One story on the whole terminal."""

    CSS_PATH = ["app.tcss", "screens/title.tcss"]  # Textual loads no stylesheet of a default screen
    BINDINGS = bindings(each for each in EVERYWHERE if each.action != "app.command_palette")

    def __init__(self, entrance: Entrance) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.entrance = entrance
        self.settings = entrance.settings()
        self.title_page = TitlePage(entrance, self.settings)
        self.animation_level = "none"
        for theme, _ in THEMES.values():
            self.register_theme(theme)
        wanted = self.settings.theme
        self.theme = wanted if wanted in THEMES else next(iter(THEMES))

    def on_mount(self) -> None:
        """Gives the terminal back as it was when somebody asks the process to end; Windows has no such signal."""
        with suppress(NotImplementedError, RuntimeError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours for themes that do not have them."""
        return TERMINAL_INKS

    def get_default_screen(self) -> Screen[bool]:
        """The title."""
        return self.title_page

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands of the screen, then every theme."""
        for command in getattr(screen, "open_commands", lambda: EVERYWHERE)():
            if command.action and command.action != "app.command_palette":
                yield SystemCommand(command.word.capitalize(), command.says, partial(screen.run_action, command.action))
        for name, (_, says) in THEMES.items():
            yield SystemCommand(f"Theme: {says}", "Change to this theme.", partial(self.change_theme, name))

    def on_resize(self, event: events.Resize) -> None:
        """Asks for room while the terminal is too small."""
        from glfstory.app.screens.room import COLUMNS, ROWS, RoomSheet

        is_small = event.size.width < COLUMNS or event.size.height < ROWS
        is_asking = isinstance(self.screen, RoomSheet)
        if is_small and not is_asking:
            self.push_screen(RoomSheet())
        elif is_asking and not is_small:
            self.pop_screen()

    def action_help(self) -> None:
        """Shows every command of the screen."""
        from glfstory.app.screens.help import HelpSheet

        screen = self.screen
        commands = getattr(screen, "open_commands", None)
        if commands is not None and not isinstance(screen, HelpSheet):
            self.push_screen(HelpSheet(commands(), getattr(screen, "HINTS", ())), self._do_on(screen))

    def _do_on(self, screen: Screen[Any]) -> Callable[[str | None], None]:
        def clicked(action: str | None) -> None:
            if action:
                self.call_later(screen.run_action, action)

        return clicked

    def action_next_theme(self) -> None:
        """Changes to the next theme."""
        self.change_theme(following(self.theme))

    def change_theme(self, name: str) -> None:
        """Changes the theme and remembers it."""
        self._settle(replace(self.settings, theme=name))

    def action_summaries(self) -> None:
        """Shows death scenes in their short form, or in full, and remembers it."""
        summarised = not self.settings.summaries
        self._settle(replace(self.settings, summaries=summarised))
        if self.screen is not self.title_page:
            self.say(f"Scenes in which someone dies are shown {'in short' if summarised else 'in full'}.")

    def action_settings(self) -> None:
        """Lays the settings over the screen."""
        from glfstory.app.screens.settings import SettingsSheet

        if not isinstance(self.screen, SettingsSheet):
            self.push_screen(SettingsSheet(self.settings))

    @on(SettingsChanged)
    def _settings_changed(self, event: SettingsChanged) -> None:
        self._settle(event.settings)

    def _settle(self, settings: Settings) -> None:
        """Lets settings hold on every screen, and keeps them."""
        self.settings = self.title_page.settings = settings
        if settings.theme in THEMES and settings.theme != self.theme:
            self.theme = settings.theme
        for screen in self.screen_stack:
            settle = getattr(screen, "settle", None)
            if settle is not None:
                settle(settings)
        self.say(self.entrance.settle(settings))
        self.title_page.show()

    def say(self, sentence: str) -> None:
        """Shows a sentence at the edge: for a while, or with reduced motion until the next key. Nothing for none."""
        if sentence:
            self.notify(sentence, markup=False, timeout=STAYS if self.settings.still else None)

    async def on_event(self, event: events.Event) -> None:
        """Takes away sentences that stay until the next key or click."""
        if self.settings.still and isinstance(event, events.Key | events.MouseDown):
            self.clear_notifications()
        await super().on_event(event)

    @on(events.DescendantFocus)
    def _field_focused(self, event: events.DescendantFocus) -> None:
        """The caret of a field, the palette's too, stands still where nothing may blink."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = not self.settings.still

    @on(TitlePage.NoteAsked)
    def _note_asked(self, event: TitlePage.NoteAsked) -> None:
        self._show_note(event.ready)

    @on(TitlePage.Begun)
    def _begun(self, event: TitlePage.Begun) -> None:
        def go_on(goes_on: bool | None) -> None:
            if goes_on:
                self._read(event.ready, event.ready.desk.new_run(event.length))

        self._show_note(event.ready, go_on)

    @on(TitlePage.Resumed)
    def _resumed(self, event: TitlePage.Resumed) -> None:
        self._read(event.ready, event.run)

    def _show_note(self, ready: Ready, then: Callable[[bool | None], None] | None = None) -> None:
        from glfstory.app.screens.note import NotePage
        from glfstory.engine.run import begin
        from glfstory.pages.sitting import sit
        from glfstory.pages.words import screens

        stage = ready.stage
        state = sit(stage, begin(stage.story, 0)).moment.state
        note = tuple(line for page in screens(stage.program, stage.story.note, state) for line in page)
        if note:
            self.push_screen(NotePage(note), then)
        elif then:
            then(True)

    def _read(self, ready: Ready, run: Run) -> None:
        from glfstory.app.screens.reading import ReadingPage
        from glfstory.pages.sitting import sit

        sitting = sit(ready.stage, run, summarised=self.settings.summaries)
        page = ReadingPage(sitting, ready.desk, self.settings.hinted)
        page.settings = self.settings

        def left(_: bool | None) -> None:
            self.title_page.left_off(page.sitting.moment.run)

        self.push_screen(page, left)

    @on(TranscriptAsked)
    def _transcript_asked(self, event: TranscriptAsked) -> None:
        from glfstory.exporting.files import file_transcript, usual_folders

        if self.title_page.ready is not None:
            desk, stage = self.title_page.ready.desk, self.title_page.ready.stage
            folders = usual_folders(desk.save.parent)
            self.say(file_transcript(stage, event.run, folders, summarised=self.settings.summaries))

    @on(FileAsked)
    def _file_asked(self, event: FileAsked) -> None:
        from glfstory.exporting.files import file_text, usual_folders

        if self.title_page.ready is not None:
            folders = usual_folders(self.title_page.ready.desk.save.parent)
            self.say(file_text(event.what, event.text, event.name, folders))

    @on(Said)
    def _said(self, event: Said) -> None:
        self.say(event.sentence)

    @on(Hinted)
    def _hinted(self, event: Hinted) -> None:
        self.settings = self.title_page.settings = replace(self.settings, hinted=event.shown)
        self.say(self.entrance.settle(self.settings))

    @on(RunChanged)
    def _run_changed(self, event: RunChanged) -> None:
        if self.title_page.ready is not None:
            self.say(self.title_page.ready.desk.keep(event.run))
