"""The shipped story: it is clean, its own tests pass, every road ends, and every house is met on the way."""

import random
from functools import cache
from pathlib import Path

import pytest

from glfstory.checking.check import check
from glfstory.engine.run import begin
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Story
from glfstory.engine.walk import Walk
from glfstory.exploring.players import preferred
from glfstory.pages.play_file import play_through
from glfstory.pages.sitting import Sitting, sit
from glfstory.pages.words import plain
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story

FOLDER = shipped_story()
HOUSES = (
    *("the Zhaos", "Chen Guilan", "Li Dehou", "Wang Shouyi", "He Jianguo", "Ma "),
    *("Wu ", "Xu Yuzhen", "Deng Cheng'en", "Yang Shuanzhu", "Fan ", "Guo"),
)


@cache
def story() -> Story:
    read_story = read(FOLDER).story
    assert read_story is not None
    return read_story


@cache
def stage() -> Stage:
    return Stage(story())


def random_road(seed: int) -> list[Sitting]:
    """The sittings of a run whose decisions are taken by chance."""
    dice, road = random.Random(seed), [sit(stage(), begin(story(), seed))]
    while not road[-1].moment.over:
        road.append(road[-1].choose(dice.choice(road[-1].moment.open)))
    return road


def test_there_is_nothing_to_mend() -> None:
    assert [f"{each.path}:{each.line} {each.says}" for each in check(FOLDER)] == []


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.play")), ids=lambda path: path.stem)
def test_its_own_tests_pass(path: Path) -> None:
    assert play_through(story(), path.read_text(encoding="utf-8")) == ()


def by_chance(seed: int, dice: random.Random, *, zealous_to: int = 0) -> Walk:
    """A run whose decisions are taken by chance; up to a year, by one who rises."""
    walk = Walk(stage(), seed, Setup({"county": dice.choice(["hard", "ordinary"])}))
    walk.advance()
    while walk.scene is not None:
        choices, rising = walk.open_choices(), walk.season.year < zealous_to
        zeal = preferred(choices, story().policies["zealous"], seed, walk.scene.id)
        walk.choose((zeal if rising else dice.choice(choices)).id)
        walk.advance()
    return walk


def test_every_run_ends_and_between_them_they_meet_every_scene_choice_and_ending() -> None:
    dice = random.Random(1958)
    runs = [by_chance(seed, dice) for seed in range(2500)]
    runs += [by_chance(seed, dice, zealous_to=1959) for seed in range(200)]
    assert {run.ending.id for run in runs if run.ending} == {end.id for end in story().endings.values() if not end.coda}
    met = set[str]().union(*(run.met for run in runs))
    every = {f"{scene.id}.{choice.id}" for scene in story().scenes.values() for choice in scene.choices}
    assert sorted(every - met) == []


@pytest.mark.parametrize("seed", range(12))
def test_on_every_road_all_twelve_houses_are_met(seed: int) -> None:
    road = random_road(seed)
    words = " ".join(plain(line) for sitting in road for leaf in sitting.leaves for line in leaf.lines)
    assert [house for house in HOUSES if house not in words] == []


@pytest.mark.parametrize("seed", range(12))
def test_no_scene_of_a_road_marks_what_is_kept_for_the_end(seed: int) -> None:
    late = {each.id for each in story().facts.values() if each.late} | {
        each.id for each in story().glossary.values() if each.late
    }
    for sitting in random_road(seed):
        assert not late & {
            mark for leaf in sitting.leaves if leaf.kind not in ("ending", "coda") for mark in leaf.marks
        }


def stores_after(report: str, seed: int) -> float:
    """What is in the store at the end of autumn 1958 after one report, all else alike."""
    walk = Walk(stage(), seed)
    walk.advance()
    while walk.season.id != "1958-winter":
        taken = report if walk.scene and walk.scene.id == "the-scales-1958" else walk.open_choices()[0].id
        walk.choose(taken)
        walk.advance()
    return float(stage().program.question("stores")(walk.values, walk.met))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_higher_the_report_the_less_is_left(seed: int) -> None:
    left = [stores_after(report, seed) for report in ("below", "honest", "modest", "match", "sputnik")]
    assert left == sorted(left, reverse=True)
    assert left[0] - left[-1] > 10_000


def test_what_was_said_in_1957_is_three_parts_of_the_levy_of_1958() -> None:
    walk = Walk(stage(), 7)
    walk.advance()
    quotas = []
    for report in ("honest", "sputnik"):
        other = walk.copy()
        while not other.over and other.season.id != "1958-winter":
            scene = other.scene.id if other.scene else ""
            taken = {"the-scales-1957": report, "the-scales-1958": "modest"}.get(scene, other.open_choices()[0].id)
            other.choose(taken)
            other.advance()
        quotas.append(float(stage().program.question("quota")(other.values, other.met)))
    assert quotas[1] > 1.2 * quotas[0]
