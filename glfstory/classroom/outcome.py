"""What came of a class: the province's two ledgers, why reports were made, its other roads, and the record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from glfstory.classroom.figures import Figures, figures_of, report_scenes
from glfstory.classroom.lesson import years_shown
from glfstory.classroom.province import Books, Year, is_padded, years_of
from glfstory.classroom.replaying import half_of, replayed
from glfstory.classroom.seat import Turn
from glfstory.engine.run import Decision, Moment, Run, replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Fact, NationalFigure, Story


@dataclass(frozen=True, slots=True)
class Played:
    """A brigade's run, and who took each of its decisions."""

    number: int
    run: Run
    turns: tuple[Turn, ...]

    @property
    def by_a_pupil(self) -> bool:
        """Whether a pupil took any of its decisions."""
        return any(turn.by == "pupil" for turn in self.turns)

    def without_reasons(self) -> "Played":
        """The same without the reasons that were given: they are the pupil's own, and the code of a run holds them."""
        entries = (replace(each, reason="") if isinstance(each, Decision) else each for each in self.run.entries)
        turns = tuple(replace(turn, decision=replace(turn.decision, reason="")) for turn in self.turns)
        return Played(self.number, replace(self.run, entries=tuple(entries)), turns)


@dataclass(frozen=True, slots=True)
class Road:
    """The province on one road."""

    title: str
    years: tuple[Year, ...]
    dead: float | None
    """Of a thousand people, how many the story's toll counts at the end; None where it counts none."""


@dataclass(frozen=True, slots=True)
class Reason:
    """How often a reason was given."""

    says: str
    padded: int
    """With reports that said more than there was."""
    others: int


@dataclass(frozen=True, slots=True)
class Nation:
    """The whole country in one year, in the words of the record."""

    year: int
    said: NationalFigure | None
    true: NationalFigure | None
    taken: NationalFigure | None

    @property
    def times(self) -> float | None:
        """How many times the true harvest was said, where both are in one unit."""
        both = self.said is not None and self.true is not None and self.said.unit == self.true.unit and self.true.value
        return self.said.value / self.true.value if both and self.said and self.true else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All of it."""

    brigades: int
    unit: str
    left_unit: str
    toll_says: str
    """What the story's toll counts, in its own words."""
    labels: Mapping[str, int]
    """The year of each season of the ledger."""
    roads: tuple[Road, ...]
    """As it was first; then, where all runs are over and the story names an honest road, with half and with all
    reports honest."""
    unfinished: int
    """How many runs are not over; until none is, no other road can be compared."""
    reasons: tuple[Reason, ...]
    asked: int
    """How many reports pupils were asked about."""
    decided: Mapping[str, int]
    """How many reports were decided by whom: pupil, script, stand-in, passed."""
    guesses: Mapping[str, float]
    """The middle one of the class's guesses of the true harvest, by season."""
    nation: tuple[Nation, ...]
    sources: tuple[Fact, ...]
    """The facts behind the country's numbers."""
    books: Books


def outcome(
    stage: Stage, played: Sequence[Played], guesses: Mapping[str, Sequence[float]], *, together: bool
) -> Outcome:
    """What came of these runs; without years where the story keeps no ledger, or nobody has reported."""
    ledger, variables = stage.story.ledger, stage.story.variables
    moments = {each.number: replay(stage, each.run) for each in played}
    reports = report_scenes(stage.story)
    at = years_shown(stage.story, played[0].run.setup.length if played else "")

    def figures(each: Played) -> tuple[Figures, ...]:
        found = figures_of(stage, moments[each.number], each.turns, reports, together=together)
        return tuple(row for row in found if row.season in at)

    books = {each.number: figures(each) for each in played}
    rows = [row for years in books.values() for row in years]
    reasons, asked = _reasons(stage.story, played, books)
    unfinished = sum(not moment.over for moment in moments.values())
    runs = {each.number: each.run for each in played}
    others = _others(stage, runs, at) if together and not unfinished else ()
    return Outcome(
        brigades=len(played),
        unit=variables[ledger.said].unit if ledger else "",
        left_unit=variables[ledger.left].unit if ledger else "",
        toll_says=variables[stage.story.toll].says if stage.story.toll else "",
        labels={season.id: season.year for season in stage.story.seasons if season.id in at},
        roads=(Road("As it was", years_of(books, at), _of_a_thousand(_tolls(stage, moments))), *others),
        unfinished=unfinished,
        reasons=reasons,
        asked=asked,
        decided={by: sum(row.by == by for row in rows) for by in ("pupil", "script", "stand-in", "passed")},
        guesses=middle_of(guesses),
        nation=tuple(_nation(stage.story)),
        sources=tuple(_facts(stage.story)),
        books=books,
    )


def middle_of(guesses: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """The middle one of the guesses of each season that anybody has guessed."""
    return {season: median(values) for season, values in guesses.items() if values}


def _tolls(stage: Stage, moments: Mapping[int, Moment]) -> list[float]:
    """The story's toll in each run as it stands; none where the story counts none."""
    toll = stage.story.toll
    return [float(each.state.values[stage.program.slots[toll]]) for each in moments.values()] if toll else []


def _of_a_thousand(tolls: Sequence[float]) -> float | None:
    return 1000 * sum(tolls) / len(tolls) if tolls else None


def _others(stage: Stage, runs: Mapping[int, Run], at: Sequence[str]) -> Iterator[Road]:
    """The same province with half and with all of its reports honest, in these seasons of the ledger."""
    seed = next(iter(runs.values())).seed if runs else 0
    for title, honest in (("Half of the reports honest", half_of(seed, runs)), ("All reports honest", frozenset(runs))):
        again = replayed(stage, runs, honest)
        if again is not None:
            yield Road(title, years_of(again.books, at), _of_a_thousand(again.tolls))


def _reasons(
    story: Story, played: Sequence[Played], books: Mapping[int, Sequence[Figures]]
) -> tuple[tuple[Reason, ...], int]:
    """How often each reason was given by pupils, and how many were asked."""
    reports, given = report_scenes(story), []
    for each in played:
        padded = {row.season: is_padded(row) for row in books[each.number]}
        given += [
            (turn.decision.reason, padded.get(turn.season, False))
            for turn in each.turns
            if turn.by == "pupil" and turn.decision.scene in reports and story.scenes[turn.decision.scene].reason
        ]
    named = tuple(
        Reason(says, given.count((reason, True)), given.count((reason, False)))
        for reason, says in story.reasons.items()
    )
    return named, len(given)


def _nation(story: Story) -> Iterator[Nation]:
    def first(year: int, measure: str) -> NationalFigure | None:
        return next((each for each in story.nation.values() if each.year == year and each.measure == measure), None)

    for year in sorted({each.year for each in story.nation.values() if each.year}):
        row = Nation(year, first(year, "said"), first(year, "true"), first(year, "taken"))
        if row.true is not None:
            yield row


def _facts(story: Story) -> Iterator[Fact]:
    shown = [each for row in _nation(story) for each in (row.said, row.true, row.taken) if each is not None]
    yield from (story.facts[name] for name in dict.fromkeys(each.fact for each in shown))
