"""The app: it opens the pages, keeps the run and the reader's habits, and knows how the player left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on

from glfstory.app.frame import Frame
from glfstory.app.messages import FileAsked, Hinted, RunChanged, Said, TranscriptAsked
from glfstory.app.screens.title import TitlePage
from glfstory.app.screens.titleparts import Ready

if TYPE_CHECKING:
    from textual.screen import Screen

    from glfstory.engine.run import Run
    from glfstory.saving.entrance import Entrance
    from glfstory.saving.settings import Settings


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


class StoryApp(Frame):
    """One story on the whole terminal."""

    CSS_PATH = ["app.tcss", "screens/title.tcss"]  # Textual loads no stylesheet of a default screen

    def __init__(self, entrance: Entrance) -> None:
        super().__init__(entrance.settings())
        self.entrance = entrance
        self.title_page = TitlePage(entrance, self.settings)

    def get_default_screen(self) -> Screen[bool]:
        """The title."""
        return self.title_page

    @property
    def shows_settings(self) -> bool:
        """The title does."""
        return self.screen is self.title_page

    def settled(self, settings: Settings) -> str:
        """Shows the title under other settings, and keeps them."""
        self.title_page.settings = settings
        self.title_page.show()
        return self.entrance.settle(settings)

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
