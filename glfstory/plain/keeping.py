"""The kept runs, the tree, the endings, the code and the page of whoever stops, as lines of plain words."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.pages.code import run_code
from glfstory.pages.endings import gallery, told
from glfstory.pages.sitting import Sitting
from glfstory.pages.stop import Stop
from glfstory.pages.tree import called, flat, tree
from glfstory.plain.talk import Talk
from glfstory.plain.views import ledger_lines, village_lines
from glfstory.saving.desk import Desk
from glfstory.saving.kept import KeptRun

HOW = {"leaves": "decides otherwise", "goes on": "goes on", "stops": "stands"}


def runs_lines(kept: Sequence[KeptRun], notice: str) -> Iterator[str]:
    """Every kept run with the number under which it can be taken up."""
    for number, each in enumerate(kept, 1):
        name = "the run that is open" if each.current else each.name
        yield f"{number}. {name}: {each.when}, seed {each.run.seed}."
    if not kept:
        yield "No run is kept yet."
    if any(not each.current for each in kept):
        yield "Type take and a number to go on with one; the one before stays kept."
    if notice:
        yield notice


def tree_lines(stage: Stage, run: Run, kept: Sequence[KeptRun]) -> Iterator[str]:
    """Where kept runs leave this one, with the numbers under which they can be taken up."""
    numbers = {each.id: number for number, each in enumerate(kept, 1)}
    name = called(run, kept)
    yield f"This run is kept as {name}." if name else "This run, as it stands, has no name; type name and a name."
    twigs = flat(tree(stage, run, kept))
    for depth, twig in twigs:
        words = f": {twig.words}" if twig.words else ""
        deep = f"from that, {'again ' * (depth - 1)}" if depth else ""
        where = f"{deep}at decision {twig.at}, {twig.season}, {twig.kept.name} {HOW[twig.how]}{words}"
        yield f"{numbers[twig.kept.id]}. {where} ({twig.kept.when})."
    if twigs:
        yield "Type take and a number to go on with one; the one before stays kept."
    else:
        yield "No kept run shares this one's beginning."
        yield "Whoever goes back and decides otherwise finds the run that was left here."


def endings_lines(sitting: Sitting, kept: Sequence[KeptRun]) -> Iterator[str]:
    """The endings that have been met, and an empty line for each of the others."""
    found = gallery(sitting.stage, kept, sitting.moment.run if sitting.is_over else None)
    met = [each for each in found if each.title]
    for each in met:
        yield f"{each.title}: {'; '.join(map(told, each.runs))}."
    if not met:
        yield "No run has come to its end yet."
    yield from ("(not met)" for each in found if not each.title)


def code_lines(sitting: Sitting) -> Iterator[str]:
    """The code of the run and what it is for, or why there is none."""
    code = run_code(sitting.stage, sitting.moment.run)
    yield from code.says.splitlines()


def stop_lines(sitting: Sitting, page: Stop) -> Iterator[str]:
    """How the village stands where somebody stops."""
    yield f"{page.season}." if page.season else "This is how things stand."
    if page.homes:
        yield from village_lines(sitting.stage, sitting.so_far)
    yield from ledger_lines(sitting.stage, sitting.so_far)
    yield page.weighs


class KeptRuns:
    """The kept runs at a table, under the numbers that were last told."""

    def __init__(self, desk: Desk, talk: Talk) -> None:
        self.desk, self.talk = desk, talk
        self.listed: tuple[KeptRun, ...] = ()
        self.telling: dict[str, Callable[[Sitting, str], Iterable[str]]] = {
            "runs": lambda _sitting, _rest: runs_lines(self._list(), getattr(desk, "kept_notice", "")),
            "tree": lambda sitting, _rest: tree_lines(sitting.stage, sitting.moment.run, self._list()),
            "endings": lambda sitting, _rest: endings_lines(sitting, desk.kept()),
            "code": lambda sitting, _rest: code_lines(sitting),
            "name": self._name,
        }

    def _list(self) -> tuple[KeptRun, ...]:
        self.listed = self.desk.kept()
        return self.listed

    def take(self, rest: str) -> Run | None:
        """The run of a number, now the one to go on with; None, and why, where there is none."""
        kept = self.listed or self.desk.kept()
        number = int(rest) if rest.isdecimal() and len(rest) < 6 else 0
        if not 1 <= number <= len(kept):
            told = f"Type take and a number from 1 to {len(kept)}; runs tells them." if kept else "No run is kept yet."
            self.talk.say_all([told])
            return None
        saved = self.desk.take_up(kept[number - 1])
        self.listed = ()
        if saved.notice:
            self.talk.say_all([saved.notice])
        return saved.run

    def _name(self, sitting: Sitting, name: str) -> Iterator[str]:
        if not self.desk.keeps:
            yield "This run is not kept; save and a file name puts it into a file."
        elif not name or not sitting.moment.run.decisions:
            yield "Type name and a name, once something is decided."
        else:
            yield self.desk.keep_named(sitting.moment.run, name) or f"This run is kept as {name}, as it stands now."
