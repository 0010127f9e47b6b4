"""What is proved of a story: for each scene, choice and ending that it can be reached, that it cannot, or neither."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.exploring.playtest.crowd import Crowd, crowd
from glfstory.exploring.playtest.hunt import Hunt
from glfstory.exploring.playtest.playing import asked
from glfstory.exploring.playtest.result import counts_of
from glfstory.exploring.playtest.sights import Sight, Sights
from glfstory.exploring.playtest.trip import RANDOM, Trip
from glfstory.exploring.proving.plan import Plan
from glfstory.exploring.proving.reasons import why
from glfstory.exploring.proving.search import Search, Searched
from glfstory.exploring.proving.seeds import run_for
from glfstory.exploring.proving.spread import Spread
from glfstory.exploring.proving.witness import Witnesses, take_in
from glfstory.exploring.sampling import Progress

State = Literal["reachable", "unreachable", "unknown"]
STATES: tuple[State, ...] = ("reachable", "unreachable", "unknown")
OPEN = "the search comes to it, with chances, draws and deaths left open"
PLACES = 100_000
"""Places that are gone through for single sights, so that in a large story the search does not begin anew thousands of
times: of more sights than that allows, the first have searches of their own."""
FIRST_LOOK = 20_000
"""States that are looked at before runs are hunted, so that a small story is settled at once."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much may be spent; no clock decides anything."""

    runs: int = 1000
    """Runs of random players, and of each policy."""
    hunt: int = 4000
    """Runs at most that hunt for what no player saw."""
    states: int = 300_000
    """Merged states that the search may find for all that is still open; as many again are divided among the rest."""
    seeds: int = 20_000
    """Seeds that are tried for a way that the search found."""
    seed: int = 0
    """Keys the players."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is proved of a sight."""

    sight: Sight
    state: State
    says: str = ""
    """Why it cannot be reached, or what was spent."""
    run: Run | None = None
    """The shortest run that is known to come to it."""


@dataclass(frozen=True)
class Proof:
    """All verdicts, in the order of the story."""

    story: Story
    length: str
    effort: Effort
    verdicts: tuple[Verdict, ...]
    runs: int
    """Runs that were played."""
    states: int
    """Merged states that were found, of all searches together."""

    def of(self, state: State) -> list[Verdict]:
        """The verdicts of one kind."""
        return [each for each in self.verdicts if each.state == state]

    @property
    def is_clean(self) -> bool:
        """Whether everything can be reached."""
        return all(each.state == "reachable" for each in self.verdicts)


def prove(
    story: Story, effort: Effort | None = None, *, length: str = "", jobs: int = 1, progress: Progress | None = None
) -> Proof:
    """A verdict for every scene, choice and ending; the same for any number of jobs."""
    told = effort or Effort()
    work = _Work(story, told, length or next(iter(story.lengths), ""), progress)
    with crowd(story, jobs) as players:
        work.play(players)
        if work.open:
            work.rule_out()
        if work.open:
            work.search(min(FIRST_LOOK, told.states))
        if work.open:
            work.hunt(players)
    for sight in work.alone:
        work.search_its_own(FIRST_LOOK, sight)
    if work.unknown:
        work.search(told.states)
        alone = work.alone
        for sight in alone:
            work.search(told.states // len(alone), only=sight)
    work.look_for_seeds()
    return Proof(story, work.length, told, tuple(work.verdicts()), len(work.trips), work.states)


@dataclass
class _Work:
    """What is known while a story is being proved."""

    story: Story
    effort: Effort
    length: str
    progress: Progress | None
    trips: list[Trip] = field(default_factory=list)
    states: int = 0
    settled: dict[Sight, Verdict] = field(default_factory=dict)
    possible: set[Sight] = field(default_factory=set)
    """What the search has seen, with chances and draws as they had to fall."""
    _spread: Spread | None = None

    def __post_init__(self) -> None:
        self.sights, self.stage = Sights(self.story), Stage(self.story)
        self.wanted = [sight for sight in self.sights.all if sight.kind != "closed"]
        self.witnesses = Witnesses(self.stage)
        self._seen, self._done = set[int](), 0

    @property
    def open(self) -> list[Sight]:
        """What nothing is known of yet but that it may be possible."""
        places = self.sights.places
        return [each for each in self.wanted if places[each] not in self._seen and each not in self.settled]

    @property
    def unknown(self) -> list[Sight]:
        """What is open and was not come to by a search either."""
        return [each for each in self.open if each not in self.possible]

    @property
    def alone(self) -> list[Sight]:
        """The first of them that have a search of their own."""
        unknown = self.unknown
        return unknown[: 1 + PLACES // len(self.spread.order)] if unknown else []

    @property
    def spread(self) -> Spread:
        """Ranges through the whole schedule; worked out when they are first asked for."""
        if self._spread is None:
            self._spread = Spread(Plan(self.stage, self.length))
        return self._spread

    def play(self, players: Crowd) -> None:
        """Random players and the policies."""
        told = self.effort
        for name in (RANDOM, *(each for each in self.story.policies if each != RANDOM)):
            runs = told.runs if name == RANDOM else told.runs // 10
            self._take_in(players.play(list(asked(self.story, name, runs, told.seed, self.length)), self._heard))

    def rule_out(self) -> None:
        """What ranges alone show to be out of reach."""
        for sight in self.open:
            if sight.id not in self.spread.sights:
                self.settled[sight] = Verdict(sight, "unreachable", why(self.spread, sight))

    def search(self, budget: int, only: Sight | None = None) -> None:
        """The merged states that may lead to what is open, or to one sight of it."""
        targets = [only] if only else self.unknown
        if not targets:
            return
        found = Search(self.spread, {each.id for each in targets}).go(budget)
        self.states += found.states
        self.possible |= {each for each in targets if each.id in found.seen}
        if found.complete:
            lost = [each for each in targets if each.id not in found.seen]
            scenes = {each.id for each in lost if each.kind == "scene"}
            for each in lost:
                scene = each.id.partition(".")[0]
                says = _lost(scene) if each.id != scene and scene in scenes else _all_searched(found)
                self.settled[each] = Verdict(each, "unreachable", says)

    def search_its_own(self, budget: int, sight: Sight) -> None:
        """Settles a sight that the flags, words and ids keep out of reach that it asks about itself."""
        scene = Sight("scene", sight.id.partition(".")[0])
        if scene in self.settled:
            self.settled[sight] = Verdict(sight, "unreachable", _lost(scene.id))
            return
        found = Search(self.spread, {sight.id}, self.spread.asked_by(sight.id)).go(budget)
        self.states += found.states
        if found.complete and sight.id not in found.seen:
            says = f"{_all_searched(found)}, with all left open that it does not ask about itself"
            self.settled[sight] = Verdict(sight, "unreachable", says)

    def hunt(self, players: Crowd) -> None:
        """Runs that are changed towards what is open."""
        wanted = set(self.open)
        counts = counts_of(self.trips, len(self.sights.all))
        pretended = [count or each not in wanted for each, count in zip(self.sights.all, counts, strict=True)]
        hunt = Hunt(Stage(self.story), self.sights, players, self.effort.seed)
        hunt.go(list(self.trips), [int(each) for each in pretended], self.effort.hunt, self._heard)
        self._take_in(hunt.trips)

    def look_for_seeds(self) -> None:
        """For what the search has found and no run has seen."""
        take_in(self.witnesses, self.trips)
        missing = [each for each in self.open if each in self.possible]
        if not missing:
            return
        ways = Search(self.spread, {each.id for each in missing}).trace(self.effort.states)
        for sight in missing:
            if sight not in self.witnesses.runs:
                found = ways if sight.id in ways else Search(self.spread, {sight.id}).trace(self.effort.states)
                way = found.get(sight.id, ())
                run_for(self.witnesses, sight, way, self.length, self.effort.seeds, self.effort.seed)

    def verdicts(self) -> Iterable[Verdict]:
        """What came of it."""
        spent = f"not seen in {len(self.trips):,} runs"
        for sight in self.wanted:
            run = self.witnesses.runs.get(sight)
            if run is not None:
                yield Verdict(sight, "reachable", run=run)
            elif sight in self.settled:
                yield self.settled[sight]
            elif sight in self.possible:
                says = f"{OPEN}; of {self.effort.seeds:,} seeds none was found that lets a run do it"
                yield Verdict(sight, "unknown", says)
            else:
                yield Verdict(sight, "unknown", f"{spent}, and {self.effort.states:,} merged states did not settle it")

    def _take_in(self, trips: Sequence[Trip]) -> None:
        self.trips += trips
        for trip in trips:
            self._seen.update(trip.seen)

    def _heard(self, more: int) -> None:
        self._done += more
        if self.progress is not None:
            policies = sum(each != RANDOM for each in self.story.policies)
            total = self.effort.runs + policies * (self.effort.runs // 10) + self.effort.hunt
            self.progress(self._done, total)


def _lost(scene: str) -> str:
    return f"its scene {scene} cannot be reached"


def _all_searched(found: Searched) -> str:
    return f"all {found.states:,} merged states were searched, under every outcome of every chance and every draw"
