"""Runs that show what can be reached: the shortest that is known for each sight, played again for certain."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from glfstory.engine.run import Decision, Run, begin
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.walk import Walk
from glfstory.exploring.playtest.sights import Sight
from glfstory.exploring.playtest.trip import Trip

ENOUGH = 3
"""Whole runs that are looked at for each sight, the shortest."""


class Witnesses:
    """The shortest run for each sight. `see` takes in a whole run."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.runs = stage, dict[Sight, Run]()
        self._codas = stage.codas

    def see(self, run: Run) -> None:
        """Plays a run, and keeps it up to each sight that no shorter one is known for."""
        for sight, decisions in self._seen(run):
            known = self.runs.get(sight)
            if known is None or decisions < len(known.entries):
                self.runs[sight] = Run(run.story, run.version, run.seed, run.packs, run.setup, run.entries[:decisions])

    def _seen(self, run: Run) -> Iterator[tuple[Sight, int]]:
        """What is seen, each with the number of decisions before it."""
        walk, known = Walk(self.stage, run.seed, run.setup), set[str]()
        for decisions, decision in enumerate([*run.decisions, None]):
            walk.advance()
            for name in walk.met - known:
                yield Sight("choice" if "." in name else "scene", name), decisions
            known |= walk.met
            if walk.scene is None or decision is None:
                break
            walk.choose(decision.choice)
        if walk.over and walk.ending is not None:
            yield Sight("ending", walk.ending.id), len(run.entries)
            for coda in self._codas:
                if self.stage.program.holds(coda.when, walk.values, walk.met):
                    yield Sight("coda", coda.id), len(run.entries)


def take_in(witnesses: Witnesses, trips: Sequence[Trip]) -> None:
    """Looks at the shortest of many trips for each sight."""
    shown: dict[int, list[Trip]] = {}
    full = set[int]()
    for trip in sorted(trips, key=lambda trip: (len(trip.taken), trip.asked.seed, trip.asked.dice)):
        for place in (place for place in trip.seen if place not in full):
            shown.setdefault(place, []).append(trip)
            if len(shown[place]) == ENOUGH:
                full.add(place)
    for trip in {id(trip): trip for rows in shown.values() for trip in rows}.values():
        witnesses.see(run_of(witnesses.stage, trip))


def run_of(stage: Stage, trip: Trip) -> Run:
    """The whole run of a trip."""
    return played(stage, trip.asked.seed, trip.asked.setup, taken=trip.taken)


def played(
    stage: Stage, seed: int, setup: Setup, *, taken: Iterable[int] = (), wishes: Mapping[str, str] | None = None
) -> Run:
    """A run that takes the choices at the places `taken` among the open ones, or those that are wished for by scene.

    Where neither says anything it takes the first that is open.
    """
    run, next_place = begin(stage.story, seed, setup), iter(taken)
    walk, found = Walk(stage, run.seed, run.setup), list[Decision]()
    walk.advance()
    while walk.scene is not None and (choices := walk.open_choices()):
        wished = (wishes or {}).get(walk.scene.id)
        choice = next((each for each in choices if each.id == wished), choices[next(next_place, 0)])
        found.append(Decision(walk.scene.id, choice.id))
        walk.choose(choice.id)
        walk.advance()
    return Run(run.story, run.version, run.seed, run.packs, run.setup, tuple(found))
