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
SHOWN = ("1958-autumn", "1959-autumn", "1960-autumn")


@pytest.fixture(scope="module")
def story() -> Story:
    found = read(shipped_story()).story
    assert found is not None
    return found


def times(story: Story, folder: Path, *others: str) -> list[float]:
    """How many times the true harvest was reported, in the years of the short run."""
    lesson = plan(story, seed=7, brigades=BRIGADES, others=others, length="short")
    folder.mkdir()
    store = Store.create(folder / "class.sqlite", lesson, play_hash(story), "plum", "key", ["CODE"] * BRIGADES)
    room = Room(store, Stage(story), lambda: 0.0)
    teaching.release(room, bring_along=False)
    teaching.end(room)
    return [year.times for year in room.years() if year.season in SHOWN]


def test_with_all_honest_it_stays_near_one(story: Story, tmp_path: Path) -> None:
    assert all(0.98 <= each <= 1.03 for each in times(story, tmp_path / "honest", "honest"))


def test_it_rises_over_the_years_and_with_the_share_that_pads(story: Story, tmp_path: Path) -> None:
    shares = [("honest", "honest", "typical", "modest"), ("honest", "typical", "modest"), ("typical", "modest")]
    found = [times(story, tmp_path / str(place), *others) for place, others in enumerate(shares)]
    for one in found:
        assert one[0] > 1
        assert one[-1] > one[0]
    for fewer, more in pairwise(found):
        assert all(one < other for one, other in zip(fewer, more, strict=True))
