"""Looks for a seed under which a way that the search found can be played."""

from collections.abc import Sequence

from glfstory.engine import SEEDS
from glfstory.engine.chance import outcome, unit
from glfstory.engine.run import Run
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Chance
from glfstory.exploring.playtest.sights import Sight
from glfstory.exploring.proving.statements import Event
from glfstory.exploring.proving.witness import Witnesses, played


def run_for(witnesses: Witnesses, sight: Sight, way: Sequence[Event], length: str, seeds: int, seed: int) -> Run | None:
    """The first of so many seeds' runs that goes this way and comes to the sight; None where none of them does."""
    stage = witnesses.stage
    setup = Setup({each.name: each.value for each in way if each.kind == "option"}, length)
    wishes = dict(each.name.split(".", 1) for each in way if each.kind == "choice")
    chances = _chances(stage, way)
    for number in range(min(seeds, SEEDS)):
        # the seeds are taken from anywhere, none of them twice
        tried = (int(unit(seed, "seeds") * SEEDS) + number * STEP) % SEEDS
        if all(outcome(tried, chance.id, when, odds) == value for chance, when, odds, value in chances):
            witnesses.see(played(stage, tried, setup, wishes=wishes))
            if sight in witnesses.runs:
                return witnesses.runs[sight]
    return None


STEP = 385_187
"""An odd number, so that adding it comes to every seed before it comes to one again."""
Asked = tuple[Chance, str | int, dict[str, float], str]


def _chances(stage: Stage, way: Sequence[Event]) -> list[Asked]:
    """The outcomes that the way needs, of the chances whose odds the season alone decides."""
    found: list[Asked] = []
    for season, opening in zip(stage.story.seasons, stage.beginnings, strict=True):
        for chance, odds in opening.drawn:
            when = season.year if chance.each == "year" else season.id
            needed = {
                each.value for each in way if (each.kind, each.name) == ("chance", chance.id) and each.when == str(when)
            }
            found += [(chance, when, dict(odds), value) for value in needed] if odds else []
    return found
