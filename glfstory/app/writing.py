"""The app of a writer: it watches the files, reads them when they were saved, and looks for runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from glfstory.app.frame import Frame
from glfstory.app.memory import look_often
from glfstory.app.screens.write import MendPage, WritePage
from glfstory.workshop.live import Live, Written
from glfstory.workshop.seeking import HUNT, RUNS, landed, seek

if TYPE_CHECKING:
    from textual.screen import Screen

    from glfstory.engine.run import Run
    from glfstory.engine.story import Story
    from glfstory.reading.finding import Finding, Reading
    from glfstory.saving.desk import Desk
    from glfstory.saving.settings import Settings

EVERY = 0.1
"""Seconds between two looks at the files."""


class WriteApp(Frame):
    """A story on the whole terminal while it is written."""

    CSS_PATH = ["app.tcss", "screens/write.tcss"]

    class Saved(Message):
        """A file of the story was saved, added or removed."""

    class WasRead(Message):
        """The files were read."""

        def __init__(self, reading: Reading) -> None:
            self.reading = reading
            super().__init__()

    class WasChecked(Message):
        """Everything that is wrong is known."""

        def __init__(self, findings: tuple[Finding, ...]) -> None:
            self.findings = findings
            super().__init__()

    class WasSought(Message):
        """A run that goes where the writer wants to be was found, or none was."""

        def __init__(self, wanted: str, run: Run | None) -> None:
            self.wanted, self.run = wanted, run
            super().__init__()

    def __init__(
        self,
        written: Written,
        desk: Desk,
        settings: Settings,
        keep: Callable[[Settings], str],
        *,
        seed: int = 0,
        watches: bool = True,
    ) -> None:
        super().__init__(settings)
        self.written, self.desk, self.keep, self.watches = written, desk, keep, watches
        self.stamp = written.stamp()
        """The files as they were when they were first read."""
        self.live = Live().after(written.read()).anew(seed)
        self.mend_page = MendPage(self.live)
        self.page: WritePage | None = None

    def get_default_screen(self) -> Screen[bool]:
        """What there is to mend, until there is something to read."""
        return self.mend_page

    def settled(self, settings: Settings) -> str:
        """Keeps settings."""
        return self.keep(settings)

    def on_mount(self) -> None:
        """Opens the story if there is one, and begins to watch its files."""
        self._show(self.live)
        self.read_again()
        if self.watches:
            self.look()
        if not self.is_headless:
            self.call_after_refresh(look_often)

    @work(thread=True, group="watch")
    def look(self) -> None:
        """Looks at the files, again and again, and tells when one was saved."""
        worker = get_current_worker()
        while not worker.is_cancelled:
            time.sleep(EVERY)
            now = self.written.stamp()
            if now != self.stamp:
                self.stamp = now
                self.post_message(self.Saved())

    @work(thread=True, exclusive=True, group="read")
    def read_again(self) -> None:
        """Reads the story, which takes less than checking it, and then checks it."""
        worker = get_current_worker()
        reading = self.written.read()
        if not worker.is_cancelled:
            self.post_message(self.WasRead(reading))
        if reading.story is None or worker.is_cancelled:
            return
        findings = self.written.check()
        if not worker.is_cancelled:
            self.post_message(self.WasChecked(findings))

    @work(thread=True, exclusive=True, group="seek")
    def seek(self, story: Story, wanted: str) -> None:
        """Looks for a run."""
        worker = get_current_worker()
        run = seek(story, wanted, lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(self.WasSought(wanted, run))

    @on(Saved)
    def _saved(self) -> None:
        self.read_again()

    @on(WasRead)
    def _was_read(self, event: WasRead) -> None:
        self._show(self._now().after(event.reading))

    @on(WasChecked)
    def _was_checked(self, event: WasChecked) -> None:
        self._show(self._now().checked(event.findings))

    @on(WritePage.JumpAsked)
    def _jump_asked(self, event: WritePage.JumpAsked) -> None:
        sitting = self._now().sitting
        if sitting is not None:
            self.say(f"Looking for a run that comes to {event.wanted}.")
            self.seek(sitting.stage.story, event.wanted)

    @on(WasSought)
    def _was_sought(self, event: WasSought) -> None:
        live = self._now()
        self.clear_notifications()
        if event.run is None:
            self.say(f"None of {RUNS + HUNT:,} runs came to {event.wanted}. It may be out of reach, or only rare.")
        elif live.sitting is not None:
            self._show(live.at(landed(live.sitting, event.run, event.wanted)))

    def _now(self) -> Live:
        """What is shown now: the page has gone on since it was given a story."""
        return self.page.live if self.page is not None else self.live

    def _show(self, live: Live) -> None:
        self.live = live
        if live.sitting is None:
            self.mend_page.take(live)
        elif self.page is None:
            self.page = WritePage(live, live.sitting, self.desk)
            self.page.settings = self.settings
            self.push_screen(self.page)
        else:
            self.page.take(live)
