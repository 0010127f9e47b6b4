"""The other roads of a run as lines, in the same weather."""

from glfstory.debrief.figures import people_words
from glfstory.debrief.ledgers import own_years
from glfstory.debrief.shape import Figure, OfRun, OtherRoads, Road
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.pages.meters import value_of

OWN = "own"
NONE = "This story names no other roads: it does not say which of its scenes are reports."
IN_MODEL = "In this model, the same weather and your other decisions would have come to this."


def other_roads(stage: Stage, moment: Moment) -> OtherRoads:
    """The run itself, and the roads that the story names, in the same weather."""
    story = stage.story
    roads = (own_road(stage, moment),)
    return OtherRoads(roads, IN_MODEL if len(roads) > 1 else NONE, story.aftermath.limits)


def own_road(stage: Stage, moment: Moment) -> Road:
    """The run itself."""
    columns = stage.story.ledger
    years = own_years(stage, columns, moment.closes) if columns else ()
    return Road(OWN, "your run", "As you decided.", years, toll_of(stage, moment), 0)


def toll_of(stage: Stage, moment: Moment) -> Figure | None:
    """How many had died in the run so far."""
    story = stage.story
    if story.toll is None:
        return None
    share = float(value_of(stage, story.toll, moment.state))
    return Figure(share, people_words(share * 100), OfRun(story.toll))
