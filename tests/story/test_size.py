"""How long the shipped story is, and its roads: bounds for readers, which `glfstory stats` shows."""

from functools import cache

from glfstory.exploring.prose.census import Census
from glfstory.exploring.prose.roads import Roads, roads
from tests.story.scenarios import story


@cache
def road(length: str) -> Roads:
    return next(each for each in roads(story(), 150) if each.length == length)


def test_all_of_it_is_a_short_book() -> None:
    assert 40_000 <= Census(story()).words <= 60_000


def test_many_facts_are_met_on_the_way() -> None:
    assert Census(story()).facts >= 90


def test_a_full_road_is_read_in_one_sitting() -> None:
    full = road("full")
    assert 40 <= full.decisions.fewest <= full.decisions.most <= 48
    assert 7000 <= full.words.fewest <= full.words.most <= 9000


def test_a_short_road_fits_into_a_lesson() -> None:
    short = road("short")
    assert 20 <= short.decisions.fewest <= short.decisions.most <= 24
    assert 3500 <= short.words.fewest <= short.words.most <= 4500
