"""The debrief of runs of Two Ledgers: every number in it comes from the run, a fact or the model."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest

from glfstory.debrief.make import debrief, whole
from glfstory.debrief.shape import Figure, Move, OfFact, OfRun, Paper, Statement, Whole, Work
from glfstory.engine.run import Run, replay
from glfstory.engine.story import Block, OneOf, Words
from glfstory.engine.walk import Walk
from glfstory.exploring.influence import influences
from glfstory.exploring.players import preferred
from glfstory.exploring.roads import nearest_policy
from glfstory.pages.words import plain
from tests.roads import played
from tests.story.test_record import texts
from tests.story.test_two_ledgers import stage, story

SEED = 7
KINDS = ("honest", "typical", "zealous")
CONTEXT = (Statement, Work, Move, Paper)
"""Words of the archive, whose numbers test_record.py holds, and of the story, whose numbers are inserts."""


@cache
def run(policy: str, length: str = "full") -> Run:
    """A run of the story as it is now, played to its end by a policy."""
    return played(stage(), policy, SEED, length)


@cache
def told(kind: str) -> Whole:
    return whole(stage(), run(kind))


def parts(value: Any, *leave: type) -> Iterator[Any]:
    """A value and everything in it, without what lies in parts of some kinds."""
    if isinstance(value, leave):
        return
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each, *leave)
    elif is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name), *leave)


def figures(kind: str) -> list[Figure]:
    return [each for each in parts(told(kind)) if isinstance(each, Figure)]


def stated(facts: tuple[str, ...]) -> set[float]:
    """Every number in the texts of some facts."""
    found = (text for name in facts for text in texts(story().facts[name]))
    return {float(each.replace(",", "")) for text in found for each in re.findall(r"\d[\d,]*(?:\.\d+)?(?!\d)", text)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_of_the_record_stands_in_its_fact_or_is_a_ratio_of_two_that_do(kind: str) -> None:
    found = [each for each in figures(kind) if isinstance(each.origin, OfFact)]
    assert len(found) > 40
    for each in found:
        known = stated(each.origin.facts) if isinstance(each.origin, OfFact) else set()
        ends = [end for end in (each.value, each.high) if end is not None]
        ratios = (times * one / other for times in (1, 100) for one in known for other in known if other)
        assert known.issuperset(ends) or any(ratio == pytest.approx(each.value) for ratio in ratios), each


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_of_the_run_is_what_stood_there(kind: str) -> None:
    moment = replay(stage(), run(kind))
    titles = {season.title: state for season in story().seasons for id, state in moment.closes if id == season.id}
    read = [each for each in figures(kind) if isinstance(each.origin, OfRun) and each.origin.where.count(",") == 1]
    assert len(read) > 30
    for each in read:
        name, when = each.origin.where.split(", ")
        if when in titles:
            assert stage().program.question(name)(titles[when].values, titles[when].met) == each.value


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_no_number_on_the_page_that_is_no_figure(kind: str) -> None:
    """Every number in words that the debrief makes is a year, a count of its own, or the value of a figure."""
    found = told(kind)
    shown = {round(each.value) for each in figures(kind)} | {season.year for season in story().seasons}
    shown.add(found.bands.weathers)
    own = {found.debrief.code, *(each.watermark for each in found.debrief.papers.papers)}
    figured = {each.words for each in figures(kind)}
    for words in parts(found, *CONTEXT, Figure):
        if isinstance(words, str) and words not in own | figured:
            for number in re.findall(r"\d[\d,.]*\d|\d", words):
                assert float(number.replace(",", "")) in shown, words


def test_what_a_paper_says_in_figures_is_worked_out_and_never_typed() -> None:
    for paper in story().papers.values():
        blocks = [block for part in paper.text for block in (part.blocks if isinstance(part, OneOf) else (part,))]
        assert all(isinstance(block, Block) for block in blocks)
        pieces = [piece for block in blocks for paragraph in block.paragraphs for piece in paragraph]
        assert not any(re.search(r"\d", piece.text) for piece in pieces if isinstance(piece, Words)), paper.id


@pytest.mark.parametrize("length", sorted(story().lengths))
@pytest.mark.parametrize("policy", sorted(story().policies))
def test_no_paper_says_what_was_weighed(policy: str, length: str) -> None:
    """Where the report was not the true figure, the true one stands on no paper."""
    found = debrief(stage(), run(policy, length))
    assert found.is_over
    assert len(found.papers.papers) >= 2
    said = {year.said.value for year in found.ledgers.own}
    true = {f"{year.true.value:,.0f}" for year in found.ledgers.own if year.true.value not in said}
    for paper in found.papers.papers:
        text = " ".join(map(plain, paper.lines))
        assert not any(figure in text for figure in true), paper.id


@pytest.mark.parametrize("kind", KINDS)
def test_the_greatest_entries_agree_with_changing_that_decision_by_hand(kind: str) -> None:
    """By another way than the product's: a walk of its own, scene by scene, choice by choice."""
    given, toll = run(kind), stage().program.slots["toll"]
    policy = story().policies[nearest_policy(stage(), given)]
    own = {decision.scene: decision.choice for decision in given.decisions}
    whole_roads = [
        each
        for each in influences(stage(), given)
        if all(len(other.closes) == len(each.own.closes) == len(story().seasons) for _, other in each.others)
    ]
    for each in sorted(whole_roads, key=lambda each: -abs(each.moved.toll))[:2]:
        ends = []
        for other, _ in each.others:
            walk = Walk(stage(), given.seed, given.setup)
            walk.advance()
            while walk.scene is not None:
                open_now = walk.open_choices()
                wanted = other if walk.scene.id == each.scene else own.get(walk.scene.id, "")
                found = next((choice for choice in open_now if choice.id == wanted), None)
                walk.choose((found or preferred(open_now, policy, given.seed, walk.scene.id)).id)
                walk.advance()
            ends.append(float(walk.values[toll]))
        last = replay(stage(), given).state.values[toll]
        assert each.moved.toll == pytest.approx(float(last) - sum(ends) / len(ends))


@pytest.mark.parametrize(("kind", "road"), [("honest", "honest"), ("typical", "typical")])
def test_a_run_of_a_policy_is_its_own_road(kind: str, road: str) -> None:
    own, *others = told(kind).debrief.roads.roads
    same = next(each for each in others if each.id == road)
    assert same.changed == 0
    assert [year.taken.value for year in same.years] == [year.taken.value for year in own.years]


def test_the_roads_lie_as_the_model_says() -> None:
    """For whoever claimed records: fewer die with typical reports, and fewer still with honest ones."""
    tolls = {road.id: road.toll.value for road in told("zealous").debrief.roads.roads if road.toll}
    assert tolls["honest"] < tolls["typical"] < tolls["own"]
    assert tolls["honest-neighbours"] < tolls["own"]
    for kind in KINDS:
        by_road = {band.road: band.toll for band in told(kind).bands.bands}
        assert by_road.keys() == {"own", "honest", "typical", "honest-neighbours"}


def test_the_tolls_estimates_stand_by_author_and_none_is_the_answer() -> None:
    found = told("honest").debrief.record
    assert len(found.estimates) >= 8
    assert all(each.who and each.method for each in found.estimates)
    assert [each.figure.value for each in found.estimates] == sorted(each.figure.value for each in found.estimates)
    assert "no single" in found.estimates_say


def test_deaths_are_told_as_people_and_never_as_a_share_or_a_score() -> None:
    for kind in KINDS:
        found = told(kind)
        toll = next(each for each in found.moves.each if each.is_toll)
        tolls = [road.toll.words for road in found.debrief.roads.roads if road.toll]
        for words in (toll.now.words, *tolls, *(move.change.words for move in toll.moves)):
            assert re.fullmatch(r"about \d+ (more |fewer )?of the village's people", words)
