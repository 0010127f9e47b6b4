"""What in a run is record, what was composed, and where historians disagree."""

from collections.abc import Iterable

from glfstory.debrief.figures import recorded
from glfstory.debrief.shape import Estimate, FactAndFiction, Statement, Work
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import TOLL, Fact, NationalFigure, Source, Story
from glfstory.pages.archive import card, sources_of
from glfstory.pages.leaf import leaves

DISPUTED = ("contradictory", "doubtful", "interpretive")
"""The status of facts on which sources or historians disagree."""


def fact_and_fiction(stage: Stage, moment: Moment) -> FactAndFiction:
    """The record that the run met with its sources, and what opens only now."""
    story = stage.story
    met = [story.facts[name] for name in _marks(stage, moment) if name in story.facts]
    estimates = sorted((row for row in story.nation.values() if row.measure == TOLL), key=lambda row: row.value)
    behind = [story.facts[name] for name in dict.fromkeys(row.fact for row in story.nation.values())]
    late = [fact for fact in story.facts.values() if fact.late]
    told = {fact.id: fact for fact in (*met, *behind)}
    disputed = {fact.id: fact for fact in (*met, *behind, *late) if fact.status in DISPUTED}
    return FactAndFiction(
        met=_statements(story, met),
        works=_works(story, (name for fact in told.values() for name in sources_of(fact))),
        composed=story.aftermath.composed,
        disputed=_statements(story, disputed.values()),
        estimates=tuple(_estimate(story, row) for row in estimates),
        estimates_say=story.facts[estimates[0].fact].says if estimates else "",
        reading=tuple(_work(story, name) for name in story.aftermath.reading),
    )


def _marks(stage: Stage, moment: Moment) -> tuple[str, ...]:
    """The marks of all pages of the run, each once."""
    return tuple(dict.fromkeys(mark for page in moment.pages for leaf in leaves(stage, page) for mark in leaf.marks))


def _statements(story: Story, facts: Iterable[Fact]) -> tuple[Statement, ...]:
    cards = [card(story, fact.id) for fact in facts]
    return tuple(
        Statement(each.id, each.heading, each.says, each.standing, each.dispute, each.correction) for each in cards
    )


def _works(story: Story, sources: Iterable[str]) -> tuple[Work, ...]:
    works = (_work(story, name) for name in dict.fromkeys(sources))
    return tuple(sorted(works, key=lambda work: work.words.casefold()))


def _work(story: Story, name: str) -> Work:
    shown = card(story, name)
    return Work(name, shown.heading, shown.says)


def _estimate(story: Story, row: NationalFigure) -> Estimate:
    who = _author(story.sources[row.source]) if row.source else ""
    return Estimate(who, recorded(row), row.says)


def _author(source: Source) -> str:
    return source.author or source.title
