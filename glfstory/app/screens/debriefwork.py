"""What of a debrief takes many runs, worked out behind a page; and the files that need all of it."""

from dataclasses import replace

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from glfstory.app.messages import FileAsked, Said
from glfstory.app.screens.sheet import Page
from glfstory.app.widgets.roadrows import RoadView
from glfstory.debrief.shape import Bands, Debrief, Moves, Whole
from glfstory.engine.run import Run
from glfstory.engine.stage import Stage

WAIT = "Other weathers are still being played; the file is written as soon as that is done."


class WorkingPage(Page):
    """A page with a debrief; what is still worked out when it is left is dropped."""

    class Worked(Message):
        """More runs have been played."""

        def __init__(self, done: int, total: int, bands: Bands | None) -> None:
            self.done, self.total, self.bands = done, total, bands
            super().__init__()

    class Found(Message):
        """It is known what moved what."""

        def __init__(self, moves: Moves) -> None:
            self.moves = moves
            super().__init__()

    def __init__(self, stage: Stage, run: Run, debrief: Debrief) -> None:
        super().__init__()
        self.stage, self.of_run, self.debrief = stage, run, debrief
        self.view = RoadView()
        self.moves: Moves | None = None
        self.wanted: list[str] = []
        """The files that were asked for before all was worked out."""

    def grown(self, part: str) -> None:
        """More is known of a part."""

    @work(thread=True, exclusive=True, group="debrief", exit_on_error=False)
    def work_out(self) -> None:
        """Starts it."""
        from glfstory.debrief.bands import bands
        from glfstory.debrief.moving import moves

        worker = get_current_worker()
        self.post_message(self.Found(moves(self.stage, self.of_run)))
        for done, total, made in bands(self.stage, self.of_run):
            if worker.is_cancelled:
                return
            self.post_message(self.Worked(done, total, made))

    @on(Found)
    def _found(self, event: Found) -> None:
        self.moves = event.moves
        self.grown("moves")

    @on(Worked)
    def _worked(self, event: Worked) -> None:
        self.view = replace(self.view, done=event.done, total=event.total, bands=event.bands)
        self.grown("roads")
        for form in self.wanted if event.bands else ():
            self._put_into_file(form)

    def action_file(self, form: str) -> None:
        """Has all of it put into a file, at once or when it is worked out."""
        if self.moves is None or self.view.bands is None:
            self.wanted.append(form)
            self.post_message(Said(WAIT))
        else:
            self._put_into_file(form)

    def _put_into_file(self, form: str) -> None:
        from glfstory.exporting.debriefing import debrief_as_markdown
        from glfstory.exporting.html.page import as_html

        if self.moves and self.view.bands:
            whole = Whole(self.debrief, self.moves, self.view.bands)
            write = {"html": as_html, "md": debrief_as_markdown}[form]
            name = f"{self.of_run.story}-{self.of_run.seed}-debrief.{form}"
            self.post_message(FileAsked("debrief", name, write(self.stage.story, whole)))
