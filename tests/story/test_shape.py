"""The shape of the shipped story: how much of it there is, how long a road is, where roads end and how they differ.

The bounds here are wider than those that the story is written to, so that few runs are enough; the figures of ten
thousand are in docs/writing-two-ledgers.md.
"""

import random
import re
from collections import Counter
from functools import cache
from itertools import combinations

import pytest

from glfstory.engine.run import begin
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Assign, Story
from glfstory.engine.walk import Walk
from glfstory.exploring.players import preferred
from glfstory.pages.sitting import sit
from glfstory.pages.words import plain
from tests.story.scenarios import story

RUNS, OF_A_POLICY = 1500, 250


@cache
def stage() -> Stage:
    return Stage(story())


class Road:
    """A run to its end, and what was met on it."""

    def __init__(self, seed: int, policy: str = "", length: str = "full", county: str = "") -> None:
        dice = random.Random(f"{seed} {policy}")
        self.walk = Walk(stage(), seed, Setup({"county": county or ("hard", "ordinary")[seed % 2]}, length))
        self.taken: list[tuple[str, str, str]] = []
        """Season, scene and choice of each decision."""
        self.fallen: list[bool] = []
        """Whether the post was lost or left before it."""
        self.walk.advance()
        post = stage().program.slots["post"]
        while self.walk.scene is not None:
            scene, choices = self.walk.scene.id, self.walk.open_choices()
            tags = story().policies.get(policy)
            choice = preferred(choices, tags, seed, scene) if tags else dice.choice(choices)
            self.taken.append((self.walk.season.id, scene, choice.id))
            self.fallen.append(self.walk.values[post] != "secretary")
            self.walk.choose(choice.id)
            self.walk.advance()

    @property
    def ending(self) -> str:
        return self.walk.ending.id if self.walk.ending else ""

    @property
    def storylets(self) -> set[str]:
        return {scene for _, scene, _ in self.taken if story().scenes[scene].weight}


@cache
def by_chance(length: str = "full", runs: int = RUNS) -> tuple[Road, ...]:
    return tuple(Road(seed, length=length) for seed in range(runs))


@cache
def by_policy(policy: str) -> tuple[Road, ...]:
    return tuple(Road(seed, policy) for seed in range(OF_A_POLICY))


def test_there_is_enough_of_it() -> None:
    scenes = story().scenes.values()
    assert len(scenes) >= 170
    assert sum(scene.weight is not None for scene in scenes) >= 100
    assert sum(len(scene.choices) for scene in scenes) >= 480
    assert [sum(ending.coda is coda for ending in story().endings.values()) for coda in (False, True)] == [13, 1]


def test_at_least_thirty_scenes_are_for_those_who_lost_or_left_the_post() -> None:
    own = [
        scene.id
        for scene in story().scenes.values()
        if re.search(r"== '(dismissed|commune)'|^dam_gang", scene.when or "")
    ]
    assert len(own) >= 30


def test_a_full_road_has_some_forty_five_decisions() -> None:
    roads = [*by_chance(), *(road for policy in story().policies for road in by_policy(policy))]
    counts = [len(road.taken) for road in roads if road.ending != "fell-with-them"]
    assert min(counts) >= 40
    assert max(counts) <= 48
    assert 44 <= sum(counts) / len(counts) <= 46.5


def test_a_short_road_has_some_twenty_two() -> None:
    counts = [len(road.taken) for road in by_chance("short", 300) if road.ending != "fell-with-them"]
    assert min(counts) >= 20
    assert max(counts) <= 24


def test_no_ending_crowds_out_another() -> None:
    met = Counter(road.ending for road in by_chance())
    assert set(met) == {ending.id for ending in story().endings.values() if not ending.coda}
    assert max(met.values()) <= 0.25 * RUNS
    assert min(met.values()) >= 0.003 * RUNS


@pytest.mark.parametrize("policy", sorted(story().policies))
def test_every_policy_comes_to_four_endings(policy: str) -> None:
    assert len({road.ending for road in by_policy(policy)}) >= 4


def test_the_gates_are_met() -> None:
    met = Counter(each for road in by_chance() for each in road.walk.met)
    assert 0.15 <= met["called-to-town"] / RUNS <= 0.35
    assert 0.04 <= met["called-to-town.go"] / RUNS <= 0.13
    assert 0.04 <= met["the-white-flag.leave"] / RUNS <= 0.12
    met = Counter(each for road in by_policy("zealous") for each in road.walk.met)
    assert met["called-to-town"] > 0.6 * OF_A_POLICY
    met = Counter(each for road in by_policy("honest") for each in road.walk.met)
    assert met["the-white-flag"] > 0.6 * OF_A_POLICY


def test_whoever_falls_has_something_to_decide_in_every_later_season() -> None:
    fallen = [road for road in by_chance() if road.ending != "fell-with-them" and road.fallen[-1]]
    assert len(fallen) > 300
    seasons = [season.id for season in story().seasons]
    for road in fallen:
        first = next(season for (season, _, _), fell in zip(road.taken, road.fallen, strict=True) if fell)
        assert set(seasons[seasons.index(first) :]) <= {season for season, _, _ in road.taken}


def test_one_policy_with_another_seed_meets_other_storylets() -> None:
    for policy in story().policies:
        for one, other in combinations(by_policy(policy)[:8], 2):
            differ = len(one.storylets ^ other.storylets) / len(one.storylets | other.storylets)
            assert differ >= 0.25, policy


def test_a_third_of_the_decisions_of_a_road_are_remembered() -> None:
    remembered = remembered_scenes(story())
    for road in by_chance()[:300]:
        told = [scene for _, scene, _ in road.taken]
        assert sum(scene in remembered for scene in told) >= len(told) / 3


def remembered_scenes(told: Story) -> set[str]:
    """Scenes after which others exist or read otherwise by what was chosen: it is named, or sets a word or flag."""
    read_later = set(re.findall(r"chose\(\\?'([a-z0-9-]+)\.", repr(told)))
    words = {each.id for each in told.variables.values() if each.kind in ("word", "flag")}
    for scene in told.scenes.values():
        effects = [each for choice in scene.choices for each in choice.do]
        if any(isinstance(each, Assign) and each.name in words for each in effects):
            read_later.add(scene.id)
    return read_later


def test_two_opposite_roads_share_less_than_half_of_their_words() -> None:
    shared = [of_the_shorter(words_of("honest", seed), words_of("zealous", seed)) for seed in (1, 2, 3)]
    assert sum(shared) / len(shared) < 0.5


def words_of(policy: str, seed: int) -> Counter[str]:
    """The paragraphs that a run of a policy shows, each with how often."""
    sitting, lines = sit(stage(), begin(story(), seed, Setup({"county": "hard"}))), Counter[str]()
    for _, _, choice in Road(seed, policy, county="hard").taken:
        lines.update(plain(line) for leaf in sitting.leaves for line in leaf.lines)
        sitting = sitting.choose(choice)
    lines.update(plain(line) for leaf in sitting.leaves for line in leaf.lines)
    return lines


def of_the_shorter(one: Counter[str], other: Counter[str]) -> float:
    """The share of words in paragraphs that both have."""
    both, *each = (sum(many * len(line.split()) for line, many in lines.items()) for lines in (one & other, one, other))
    return both / min(each)
