"""The papers of the village as a run filed them, and the page that asks another reader to judge by them."""

from glfstory.debrief.ledgers import years_of
from glfstory.debrief.shape import OfRun, Paper, Papers
from glfstory.engine import story as engine
from glfstory.engine.page import State
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.pages.words import screens

ASKS = (
    "These papers were filed by one village. Some figures on them may be what was weighed, and some are not; none of "
    "them says which.",
    "Read them in the order of their dates. What do you think the harvest really was in each year? Which paper did you "
    "believe, and which not? What would you have asked for, if you had sat in the county office?",
    "What the scales said stands overleaf. The village is invented; papers like these were not.",
)


def papers(stage: Stage, moment: Moment, code: str) -> Papers:
    """All papers of the story whose condition held when they were written."""
    story, closes = stage.story, dict(moment.closes)
    order = {season.id: place for place, season in enumerate(story.seasons)}
    shown = sorted(story.papers.values(), key=lambda each: (order.get(each.season or "", len(order)), each.id))
    filed = [(each, closes.get(each.season) if each.season else moment.state) for each in shown]
    found = tuple(
        _paper(stage, each, state, f"Fiction: {story.title}, run {code}")
        for each, state in filed
        if state is not None and stage.program.holds(each.when, state.values, state.met)
    )
    own = years_of(stage, moment.closes, OfRun, "") if found else ()
    return Papers(found, ASKS if own else (), tuple(row.true for row in own), tuple(row.year for row in own))


def _paper(stage: Stage, paper: engine.Paper, state: State, watermark: str) -> Paper:
    lines = tuple(line for page in screens(stage.program, paper.text, state) for line in page)
    return Paper(paper.id, paper.kind, paper.title, lines, watermark)
