"""What a brigade's books say, year by year, and which scenes decide it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from glfstory.classroom.seat import Turn
from glfstory.engine.page import Fixed, State
from glfstory.engine.run import Moment, Outside
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story, assigned


@dataclass(frozen=True, slots=True)
class Figures:
    """One brigade's figures of one year, in the units of the story's ledger."""

    season: str
    said: float
    true: float
    taken: float
    left: float
    by: str
    """Who reported: pupil, script, stand-in, or `passed` where no decision was asked."""
    closed: bool
    """Whether the season is over; before that only `said` and `true` are this year's."""

    @property
    def times(self) -> float:
        """How many times the true harvest was said; 1 where nothing was harvested."""
        return self.said / self.true if self.true else 1.0


def report_scenes(story: Story) -> frozenset[str]:
    """The scenes in which a decision sets what the ledger says: in a class, a decision there is final."""
    said = story.ledger.said if story.ledger else ""
    return frozenset(
        scene.id for scene in story.scenes.values() if any(said in assigned(choice.do) for choice in scene.choices)
    )


def unasked(moment: Moment) -> Fixed | None:
    """The first input of a run that no number from outside has fixed."""
    given = {(entry.season, entry.input) for entry in moment.run.entries if isinstance(entry, Outside)}
    return next((each for each in moment.fixed if (each.season, each.input) not in given), None)


def figures_of(
    stage: Stage, moment: Moment, turns: Sequence[Turn], reports: Collection[str], *, together: bool
) -> tuple[Figures, ...]:
    """The years in which the brigade has reported, as far as nothing in them still waits for the province.

    `reports` are the story's report scenes.
    """
    story = stage.story
    if story.ledger is None:
        return ()
    ids = [season.id for season in story.seasons]
    pending = unasked(moment) if together else None
    known, closes = ids.index(pending.season) if pending else len(ids), dict(moment.closes)
    years = []
    for season in (each for each in story.ledger.at if ids.index(each) < known):
        filed = [turn.by for turn in turns if turn.season == season and turn.decision.scene in reports]
        if season in closes:
            years.append(figures_at(stage, season, closes[season], filed[-1] if filed else "passed", closed=True))
        elif filed:
            years.append(figures_at(stage, season, moment.state, filed[-1], closed=False))
    return tuple(years)


def figures_at(stage: Stage, season: str, state: State, by: str, *, closed: bool) -> Figures:
    """The figures that a state holds. Raises ValueError where the story keeps no ledger."""
    ledger = stage.story.ledger
    if ledger is None:
        raise ValueError("a story without a ledger has no figures")
    said, true, taken, left = (
        float(stage.program.question(name)(state.values, state.met))
        for name in (ledger.said, ledger.true, ledger.taken, ledger.left)
    )
    return Figures(season, said, true, taken, left, by, closed)
