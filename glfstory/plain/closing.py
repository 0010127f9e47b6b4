"""The command `debrief` of a play line by line: what can be told of a run once it is over."""

from collections.abc import Callable, Iterable, Iterator

from glfstory.debrief.make import all_bands, debrief
from glfstory.debrief.moving import moves
from glfstory.debrief.shape import Bands, Debrief
from glfstory.engine.run import Run
from glfstory.pages.sitting import Sitting
from glfstory.plain import debriefing, guessing
from glfstory.plain.talk import Talk
from glfstory.plain.views import Numbers

PARTS = ("moves", "roads", "record", "papers")
MORE = f"Type debrief and one of {', '.join(PARTS)} for more; archive and a number in brackets opens a card."


class Closing:
    """The debrief of the run that was told last; what takes longer is worked out when it is asked for."""

    def __init__(self, talk: Talk, numbers: Numbers) -> None:
        self.talk, self.numbers = talk, numbers
        self._run: Run | None = None
        self._bands: Bands | None = None
        self._asked = False

    def tell(self, sitting: Sitting, part: str) -> None:
        """One part of the debrief; without a name the years, after a guess."""
        self.talk.say_all(self._lines(sitting, part.casefold()))

    def _lines(self, sitting: Sitting, part: str) -> Iterable[str]:
        if not sitting.is_over:
            return ["The debrief opens with the ending."]
        if part not in ("", *PARTS):
            return [f"The debrief has {', '.join(PARTS)}; debrief alone tells the years."]
        run = sitting.moment.run
        if run != self._run:
            self._run, self._bands = run, None
        first = debrief(sitting.stage, run)
        told: dict[str, Callable[[], Iterator[str]]] = {
            "": lambda: self._years(first),
            "moves": lambda: debriefing.moves_lines(moves(sitting.stage, run)),
            "roads": lambda: debriefing.roads_lines(first.roads, self._worked_out(sitting)),
            "record": lambda: debriefing.record_lines(first.record, self._sign),
            "papers": lambda: debriefing.papers_lines(first.papers),
        }
        return told[part]()

    def _years(self, first: Debrief) -> Iterator[str]:
        yield first.says
        if self.talk.prompts and first.guess is not None and not self._asked:
            self._asked = True
            yield from guessing.guess_lines(first.guess, guessing.ask(self.talk, first.guess))
        yield from debriefing.years_lines(first.ledgers, self._sign)
        yield MORE

    def _worked_out(self, sitting: Sitting) -> Bands:
        if self._bands is None:
            if self.talk.prompts:
                self.talk.say("Other runs are played for this; it takes a moment.")
            self._bands = all_bands(sitting.stage, sitting.moment.run)
        return self._bands

    def _sign(self, fact: str) -> str:
        number = self.numbers.of(fact)
        return f" [{number}]" if self.numbers.are_shown else ""
