"""The other roads of a run, in the same weather."""

from collections.abc import Iterator

from glfstory.debrief.figures import dead, toll
from glfstory.debrief.ledgers import other_hands, years_of
from glfstory.debrief.shape import OfModel, OfRun, OtherRoads, Road
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import OtherRoad
from glfstory.engine.walk import Walk
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
    aftermath, found = stage.story.aftermath, ways(stage, moment)
    roads = (_own(stage, moment), *(_other(moment, way, aftermath.roads[way.id]) for way in found[1:]))
    return OtherRoads(roads, IN_MODEL if len(roads) > 1 else NONE, aftermath.limits)


def ways(stage: Stage, moment: Moment) -> tuple[Way, ...]:
    """The run's own way first, then the story's roads in order, ready to be walked."""
    last = moment.closes[-1][0] if moment.closes else ""
    own = Way(OWN, stage, guide_of(stage, moment.run), last)
    return (own, *(way_of(stage, moment.run, own, road) for road in stage.story.aftermath.roads.values()))


def _own(stage: Stage, moment: Moment) -> Road:
    years = years_of(stage, moment.closes, OfRun, "")
    died = toll(stage, moment.state, OfRun("toll"))
    return Road(OWN, "your run", "As you decided.", years, died, 0, other_hands(stage, moment.closes))


def _other(moment: Moment, way: Way, road: OtherRoad) -> Road:
    walk, changed = way.walk(moment.run)
    years = years_of(way.stage, walk.closes, OfModel, f", {road.id}")
    share = way.toll(walk)
    died = None if share is None else dead(way.stage, share, OfModel(f"toll, {road.id}"))
    remark = " ".join(_remarks(way, walk, moment)) if changed or road.changed else TAKEN
    return Road(road.id, road.title, road.says, years, died, changed, remark)


def _remarks(way: Way, walk: Walk, moment: Moment) -> Iterator[str]:
    """Since when the books were in other hands, and whether the road ends with another season than the run."""
    if lost := other_hands(way.stage, walk.closes):
        yield lost
    if walk.season.id != way.until and walk.ending is not None:
        when = walk.season.title
        yield f"It ends in {when[:1].lower()}{when[1:]}, and yours did not: {walk.ending.title}."
