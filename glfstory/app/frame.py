"""What every app of ours has: themes, the palette, help, settings, room enough, and sentences at the edge."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.widgets import Input

from glfstory.app.commands import EVERYWHERE, bindings
from glfstory.app.escape import hasten
from glfstory.app.messages import SettingsChanged
from glfstory.app.theme import TERMINAL_INKS, THEMES, following
from glfstory.app.words import by_names

if TYPE_CHECKING:
    from textual.driver import Driver

    from glfstory.saving.settings import Settings

TOAST = 70
"""Columns that a sentence at the edge has on the smallest terminal; the stylesheet gives it these."""
STAYS = 3600.0
"""Seconds after which even a sentence that waits for a key goes."""


class Frame(App[None]):
    """An app under the reader's settings."""

    SUSPENDED_SCREEN_CLASS = "-behind"
    BINDINGS = bindings(each for each in EVERYWHERE if each.action != "app.command_palette")

    def __init__(self, settings: Settings) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.settings = settings
        self.animation_level = "none"
        for theme, _ in THEMES.values():
            self.register_theme(theme)
        wanted = self.settings.theme
        self.theme = wanted if wanted in THEMES else next(iter(THEMES))

    @property
    def shows_settings(self) -> bool:
        """Whether the screen in front tells how things are set."""
        return False

    def settled(self, settings: Settings) -> str:
        """Keeps settings that hold now; one sentence where that fails."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Gives the terminal back as it was when somebody asks the process to end; Windows has no such signal."""
        with suppress(NotImplementedError, RuntimeError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit)

    def refresh_css(self, animate: bool = True) -> None:
        """Styles everything anew; before there is a screen only the colours are set, since nothing is styled yet."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """Textual's own, told of Esc sooner."""
        hasten()
        return super().get_driver_class()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours for themes that do not have them."""
        return TERMINAL_INKS

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
        if not self.shows_settings:
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
        self.settings = settings
        if settings.theme in THEMES and settings.theme != self.theme:
            self.theme = settings.theme
        for screen in self.screen_stack:
            settle = getattr(screen, "settle", None)
            if settle is not None:
                settle(settings)
        self.say(self.settled(settings))

    def say(self, sentence: str) -> None:
        """Shows a sentence at the edge: for a while, or with reduced motion until the next key. Nothing for none."""
        if sentence:
            self.notify(by_names(sentence, TOAST), markup=False, timeout=STAYS if self.settings.still else None)

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
