"""The shipped story as a province of scripted brigades: the lie grows with the share that pads."""

from itertools import pairwise
from pathlib import Path

import pytest

from glfstory.classroom import teaching
from glfstory.classroom.lesson import plan
from glfstory.classroom.room import Room
from glfstory.classroom.store import Store
from glfstory.engine.release import play_hash
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story

BRIGADES = 28
SHOWN = ["1958-autumn", "1959-autumn", "1960-autumn"]


@pytest.fixture(scope="module")
def story() -> Story:
    found = read(shipped_story()).story
    assert found is not None
    return found


def times(story: Story, folder: Path, *others: str) -> list[float]:
    """How many times the true harvest was reported, in the years of the short run, each released after the other."""
    lesson = plan(story, seed=7, brigades=BRIGADES, others=others, length="short")
    folder.mkdir()
    store = Store.create(folder / "class.sqlite", lesson, play_hash(story), "plum", "key", ["CODE"] * BRIGADES)
    room = Room(store, Stage(story), lambda: 0.0)
    for _ in range(len(lesson.holds) + 1):
        teaching.release(room, bring_along=False)
    years = room.years()
    assert [year.season for year in years] == SHOWN, "years that are not played are nobody's question"
    return [year.times for year in years]


def test_with_all_honest_it_stays_near_one(story: Story, tmp_path: Path) -> None:
    assert all(0.98 <= each <= 1.02 for each in times(story, tmp_path / "honest", "honest"))


def test_it_rises_over_the_years_and_with_the_share_that_pads(story: Story, tmp_path: Path) -> None:
    shares = ["honest honest honest modest", "honest honest modest modest", "honest modest modest modest"]
    found = [times(story, tmp_path / str(place), *others.split()) for place, others in enumerate(shares)]
    for one in found:
        assert 1 < one[0] < one[1] < one[2]
    for fewer, more in pairwise(found):
        assert all(one < other for one, other in zip(fewer, more, strict=True))


def test_one_in_four_who_claims_a_record_carries_those_who_only_say_the_same(story: Story, tmp_path: Path) -> None:
    same = times(story, tmp_path / "same", *["typical"] * 4)
    carried = times(story, tmp_path / "carried", "typical", "typical", "typical", "zealous")
    assert all(one > other + 0.5 for one, other in zip(carried, same, strict=True))
