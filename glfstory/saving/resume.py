"""A saved run under the story as it is today, with a sentence for whatever no longer holds."""

from dataclasses import dataclass, replace

from glfstory.engine.run import Moment, Run, replay
from glfstory.engine.stage import Stage
from glfstory.saving.wishes import fitting


@dataclass(frozen=True, slots=True)
class Resumed:
    """What of a saved run still holds."""

    run: Run
    when: str
    """Where it stands: "Winter 1957, 9 decisions"."""
    over: bool
    """Whether it has ended."""
    lost: str = ""
    """What no longer holds and why, in whole sentences; an empty string where everything does."""


def resume(stage: Stage, run: Run) -> Resumed:
    """A saved run of this story, replayed as far as it goes."""
    setup, lost = fitting(stage.story, run.setup)
    moment = replay(stage, replace(run, setup=setup))
    sentences = list(lost)
    if moment.broken is not None:
        scene, choice = moment.broken.decision.scene, moment.broken.decision.choice
        sentences.append(
            f"The story has changed since this run was saved: its decision {moment.broken.number + 1} "
            f"({scene}: {choice}) no longer exists, because {moment.broken.says}. Play goes on from there."
        )
    return Resumed(moment.run, where(stage, moment), moment.over, " ".join(sentences))


def where(stage: Stage, moment: Moment) -> str:
    """Where a run stands, in a few words."""
    number = len(moment.run.decisions)
    decisions = f"{number} decision{'' if number == 1 else 's'}"
    if moment.ending is not None:
        return f"{moment.ending.title}, {decisions}"
    here = moment.pages[-1].season if moment.pages else ""
    title = next((season.title for season in stage.story.seasons if season.id == here), "")
    return f"{title}, {decisions}" if title else decisions
