"""What may be done with a kept run wherever it is listed: go on with it, name it, remove it."""

from glfstory.app.messages import Said
from glfstory.app.screens.question import NameSheet, QuestionSheet
from glfstory.app.screens.sheet import Sheet
from glfstory.app.widgets.choices import Item
from glfstory.app.words import as_is
from glfstory.engine.run import Run
from glfstory.saving.desk import Desk
from glfstory.saving.kept import KeptRun

TAKE = "take "
"""What a sheet gives back where a run is to be gone on with, before the run's id."""
BACK = Item("", as_is("Back to the list"), "4")


def taken(desk: Desk, answer: str | None) -> KeptRun | None:
    """The run that a sheet's answer asks to go on with, if it does."""
    if not answer or not answer.startswith(TAKE):
        return None
    return next((each for each in desk.kept() if each.id == answer.removeprefix(TAKE)), None)


def called(kept: KeptRun) -> str:
    """What a kept run is called in a list."""
    return "The run that is open" if kept.current else kept.name


class KeptRunsSheet(Sheet):
    """A sheet that lists kept runs. `show_runs` draws them anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def show_runs(self) -> None:
        """Draws the list as the runs are now."""

    def ask_about(self, kept: KeptRun) -> None:
        """Asks what to do with a run."""
        answers = (
            Item("take", as_is("Read its end again" if kept.over else "Go on with it"), "1"),
            Item("name", as_is("Name it"), "2"),
            Item("remove", as_is("Remove it"), "3"),
            BACK,
        )

        def answered(answer: str | None) -> None:
            if answer == "take":
                self.dismiss(f"{TAKE}{kept.id}")
            elif answer == "name":
                self.ask_name(kept)
            elif answer == "remove":
                self.ask_remove(kept)

        self.app.push_screen(QuestionSheet(called(kept), kept.when, answers), answered)

    def ask_name(self, kept: KeptRun) -> None:
        """Asks for another name of a kept run."""

        def named(name: str | None) -> None:
            if name and name != kept.name:
                self.tell(self.desk.name(kept, name))

        self.app.push_screen(NameSheet("" if kept.current else kept.name), named)

    def ask_name_of(self, run: Run) -> None:
        """Asks for a name under which the run in front of the reader is kept as it stands."""

        def named(name: str | None) -> None:
            if name:
                self.tell(self.desk.keep_named(run, name))

        self.app.push_screen(NameSheet(), named)

    def ask_remove(self, kept: KeptRun) -> None:
        """Asks before a run is removed."""
        says = f"{called(kept)}: {kept.when}. A run that is removed cannot be brought back."
        answers = (Item("", as_is("Keep it"), "1"), Item("remove", as_is("Remove it"), "2"))

        def answered(answer: str | None) -> None:
            if answer == "remove":
                self.tell(self.desk.remove(kept))

        self.app.push_screen(QuestionSheet("Remove this run?", says, answers), answered)

    def tell(self, problem: str) -> None:
        """Draws the list anew, and says what went wrong."""
        self.post_message(Said(problem))
        self.show_runs()
