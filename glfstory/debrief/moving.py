"""What moved what, in words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from glfstory.debrief.figures import amount, dead, dead_words
from glfstory.debrief.roads import other_roads
from glfstory.debrief.shape import Figure, Move, Moved, Moves, OfModel, OfRun
from glfstory.engine.page import Page
from glfstory.engine.run import Moment, Run, replay
from glfstory.engine.stage import Stage
from glfstory.exploring.influence import Influence, Levels, influences
from glfstory.pages.leaf import choice_words
from glfstory.pages.meters import title_of

MOST = 5
"""Decisions that are told of each meter."""
METHOD = (
    "Each of your decisions was taken in every other way that was open, and the run played on from there: with the "
    "choices that you made where they could still be made, else with those that come nearest to yours. A decision "
    "counts for as much as your run differs from the mean of these others. The rows do not add up, because one "
    "decision leads to the next."
)
SAME = (
    "In these scenes another choice would have moved nothing that is counted here. What they decided is not in these "
    "numbers."
)
WEATHER = "The weather of each year was drawn before it came. No decision changes it."


@dataclass(frozen=True, slots=True)
class Scale:
    """A meter or the toll: how it is read, and how a change of it is told."""

    id: str
    title: str
    read: Callable[[Levels], float]
    now: Figure
    change: Callable[[float], str]
    """A change in words; an empty string for one too small to tell."""
    is_toll: bool = False


def moves(stage: Stage, run: Run) -> Moves:
    """What moved the meters and the toll of a run that is over; some hundred runs are played for it."""
    moment = replay(stage, run)
    found = tuple(influences(stage, moment.run))
    if not found or not moment.over:
        return Moves((), (), "", (), (), METHOD)
    own = found[0].own.until(len(moment.closes))
    scales = tuple(_scales(stage, own))
    beyond = tuple(_beyond(stage, moment, found, own.toll))
    idle = [each for each in found if each.others and not any(scale.change(scale.read(each.moved)) for scale in scales)]
    return Moves(
        each=tuple(_moved(stage, moment, found, scale) for scale in scales),
        same=tuple(_named(stage, moment, each) for each in idle),
        same_says=SAME if idle else "",
        beyond=tuple(says for says, _ in beyond),
        figures=tuple(figure for _, figures in beyond for figure in figures),
        method=METHOD,
    )


def _scales(stage: Stage, own: Levels) -> Iterator[Scale]:
    """The toll first, then the meters."""
    if stage.story.toll:
        now = dead(stage, own.toll, OfRun("toll"))
        yield Scale("toll", "The dead", lambda levels: levels.toll, now, lambda share: _people(stage, share), True)
    for place, name in enumerate(stage.story.meters):
        variable, mean = stage.story.variables[name], own.meters[place]
        now = Figure(mean, f"{amount(mean)} {variable.unit}", OfRun(f"{name}, mean over the seasons"))
        title = f"{title_of(name).capitalize()}, on average over the seasons"
        yield Scale(name, title, _reader(place), now, _teller(variable.unit))


def _reader(place: int) -> Callable[[Levels], float]:
    return lambda levels: levels.meters[place]


def _teller(unit: str) -> Callable[[float], str]:
    def told(change: float) -> str:
        return f"{abs(change):.1f} {unit} {'more' if change > 0 else 'less'}" if abs(change) >= 0.1 else ""

    return told


def _people(stage: Stage, share: float) -> str:
    words = dead_words(stage, abs(share), "more" if share > 0 else "fewer")
    return words if words.startswith("about") else ""


def _moved(stage: Stage, moment: Moment, found: Sequence[Influence], scale: Scale) -> Moved:
    ranked = sorted(found, key=lambda each: -round(abs(scale.read(each.moved)), 9))
    rows = [(each, scale.change(scale.read(each.moved))) for each in ranked[:MOST]]
    told = tuple(_move(stage, moment, each, scale, words) for each, words in rows if words)
    return Moved(scale.id, scale.title, scale.now, told, scale.is_toll)


def _move(stage: Stage, moment: Moment, each: Influence, scale: Scale, words: str) -> Move:
    page, scene = _page(moment, each), stage.story.scenes[each.scene]
    says = {choice.id: choice_words(stage, choice, page.state) for choice in scene.choices}
    season = next(season.title for season in stage.story.seasons if season.id == page.season)
    change = Figure(scale.read(each.moved), words, OfModel(f"{scale.id}, decision {each.number} taken otherwise"))
    others = tuple(says[other] for other, _ in each.others)
    return Move(each.number, season, scene.title, says[each.choice], others, change)


def _named(stage: Stage, moment: Moment, each: Influence) -> str:
    page, scene = _page(moment, each), stage.story.scenes[each.scene]
    season = next(season.title for season in stage.story.seasons if season.id == page.season)
    return f"{scene.title} ({season})"


def _page(moment: Moment, each: Influence) -> Page:
    return next(page for page in moment.pages if page.kind == "passage" and page.scene == each.scene)


def _beyond(
    stage: Stage, moment: Moment, found: Sequence[Influence], toll: float
) -> Iterator[tuple[str, tuple[Figure, ...]]]:
    """What one decision could have done to the toll, and what none could, a sentence each with its figures."""
    if stage.story.chances:
        yield WEATHER, ()
    if not stage.story.toll:
        return
    closes = len(moment.closes)
    courses = [course for each in found for _, course in each.others if len(course.closes) >= closes]
    tolls = [toll, *(course.until(closes).toll for course in courses)]
    own, origin = dead(stage, toll, OfRun("toll")), OfModel("toll, each decision taken otherwise")
    fewest, most = (dead(stage, end(tolls), origin) for end in (min, max))
    yield (
        f"In your run {own.words} died. With any one of your decisions taken otherwise and the rest as it was, it "
        f"would have been between {round(fewest.value):,} and {round(most.value):,}.",
        (fewest, most, own),
    )
    for road in other_roads(stage, moment).roads[1:]:
        if road.toll and not stage.story.aftermath.roads[road.id].prefer:
            yield (
                f"With {road.title} and all your own decisions, {road.toll.words} would have died. That was not "
                "yours to decide.",
                (road.toll,),
            )
