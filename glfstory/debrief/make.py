"""The debrief of a run: everything that is there at once."""

from glfstory.debrief.bands import bands
from glfstory.debrief.ledgers import guess, ledgers
from glfstory.debrief.moving import moves
from glfstory.debrief.papers import papers
from glfstory.debrief.record import fact_and_fiction
from glfstory.debrief.roads import other_roads
from glfstory.debrief.shape import Bands, Debrief, Whole
from glfstory.engine.run import Run, replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Aftermath, Story
from glfstory.exploring.sampling import Progress
from glfstory.pages.code import run_code
from glfstory.pages.stop import WEIGHS
from glfstory.saving.resume import where

SAYS = (
    "This page lays your run beside the record. The village and its people are invented, the figures of the country "
    "are not; every number says which it is."
)


def debrief(stage: Stage, run: Run) -> Debrief:
    """What there is to say of a run at once.

    `stage` must stand under the run's own constants. Raises ValueError for a run of another story, as `replay` does.
    """
    moment = replay(stage, run)
    code = run_code(stage, moment.run).line or f"seed {run.seed}"
    return Debrief(
        title=stage.story.title,
        code=code,
        ending=moment.ending.title if moment.ending else where(stage, moment),
        is_over=moment.over,
        says=f"{SAYS} {WEIGHS}",
        guess=guess(stage.story),
        ledgers=ledgers(stage, moment),
        roads=other_roads(stage, moment),
        record=fact_and_fiction(stage, moment),
        papers=papers(stage, moment, code),
    )


def has_debrief(story: Story) -> bool:
    """Whether a story has more to say of a run that is over than the run's own ledgers."""
    return bool(story.nation or story.papers) or story.aftermath != Aftermath()


def all_bands(stage: Stage, run: Run, progress: Progress | None = None) -> Bands:
    """The bands of a run's roads, worked out in one go; a second or two."""
    found = Bands((), 0, "")
    for done, total, made in bands(stage, run):
        found = made or found
        if progress is not None:
            progress(done, total)
    return found


def whole(stage: Stage, run: Run, progress: Progress | None = None) -> Whole:
    """The debrief with everything that is worked out by many runs."""
    return Whole(debrief(stage, run), moves(stage, run), all_bands(stage, run, progress))
