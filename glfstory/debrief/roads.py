"""The other roads of a run, in the same weather."""

from collections.abc import Iterable

from glfstory.debrief.figures import toll
from glfstory.debrief.ledgers import years_of
from glfstory.debrief.shape import OfModel, OfRun, OtherRoads, Road
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import OtherRoad
from glfstory.engine.walk import State
from glfstory.exploring.roads import guide_of
from glfstory.exploring.weathers import Way, way_of

OWN = "own"
NONE = "This story names no other roads, and so no reports that could have been others."
IN_MODEL = (
    "In this model: the same weather, your other decisions wherever they could still be taken, and other reports or "
    "other neighbours."
)
TAKEN = "It is the road that you took."


def other_roads(stage: Stage, moment: Moment) -> OtherRoads:
    """The run itself, and the roads that the story names."""
    roads = [own_road(stage, moment)]
    for way, road in zip(ways(stage, moment)[1:], stage.story.aftermath.roads.values(), strict=True):
        roads.append(_other(stage, moment, way, road))
    return OtherRoads(tuple(roads), IN_MODEL if len(roads) > 1 else NONE, stage.story.aftermath.limits)


def ways(stage: Stage, moment: Moment) -> tuple[Way, ...]:
    """The run's own way first, then the story's roads in order, ready to be walked."""
    guide = guide_of(stage, moment.run)
    named = stage.story.aftermath.roads.values()
    return (Way(OWN, stage, guide), *(way_of(stage, moment.run, guide, road) for road in named))


def own_road(stage: Stage, moment: Moment) -> Road:
    """The run itself."""
    years = years_of(stage, moment.closes, OfRun, "")
    dead = toll(stage, moment.state, OfRun("toll"))
    return Road(OWN, "your run", "As you decided.", years, dead, 0, _lost(stage, moment.closes))


def _other(stage: Stage, moment: Moment, way: Way, road: OtherRoad) -> Road:
    walk, changed = way.walk(moment.run)
    years = years_of(way.stage, walk.closes, OfModel, f", {road.id}")
    dead = toll(way.stage, walk.state(), OfModel(f"toll, {road.id}"))
    remark = _lost(way.stage, walk.closes) if changed or road.changed else TAKEN
    return Road(road.id, road.title, road.says, years, dead, changed, remark)


def _lost(stage: Stage, closes: Iterable[tuple[str, State]]) -> str:
    """Since when the books were another's, if they ever were."""
    ledger = stage.story.ledger
    if ledger is None or ledger.open is None:
        return ""
    titles = {season.id: season.title for season in stage.story.seasons}
    for season, state in closes:
        if season in ledger.at and not stage.program.holds(ledger.open, state.values, state.met):
            return f"By {titles[season][0].lower()}{titles[season][1:]} the books were in other hands."
    return ""
