"""Thousands of runs: the odds, what is seen, what is hunted, what is held, what fails."""

from dataclasses import replace

import pytest

from glfstory.engine.run import replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Block, Story
from glfstory.exploring.playtest.clamps import Count, Place
from glfstory.exploring.playtest.playing import asked, playtest
from glfstory.exploring.playtest.sights import Sight
from glfstory.exploring.playtest.trip import run_of
from tests.build import choice, scene, text

NEEDLE = [
    Sight("choice", "door.through"),
    *(Sight("choice", f"hidden.{each}") for each in "ab"),
    Sight("scene", "hidden"),
]


def test_a_random_player_takes_every_open_choice_and_option_alike(turns: Story) -> None:
    found = playtest(turns, ["random"], 1000)
    odds = found.groups[0].endings["early-bird"]
    assert odds.low < 0.5 < odds.high
    words = [dict(each.options)["county"] for each in asked(turns, "random", 1000, 0, "")]
    assert 450 < words.count("hard") < 550
    assert len({each.seed for each in asked(turns, "random", 1000, 0, "")}) > 990


def test_a_policy_plays_as_it_does_everywhere(turns: Story) -> None:
    found = playtest(turns, ["random", "left"], 20)
    assert [group.player for group in found.groups] == ["random", "left"]
    assert list(found.groups[1].endings) == ["early-bird"]
    assert all(trip.taken[:9] == bytes(9) for trip in found.groups[1].trips)


def test_the_same_seed_gives_the_same_for_any_number_of_processors(turns: Story) -> None:
    one, two = (playtest(turns, ["random"], 130, seed=3, hunt=250, jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert one.trips != playtest(turns, ["random"], 130, seed=4).trips


def test_what_no_player_saw_is_hunted_and_what_cannot_be_stays_unseen(turns: Story) -> None:
    found = playtest(turns, ["random"], 60, hunt=600)
    assert set(NEEDLE) <= {*found.missed}
    assert set(NEEDLE) <= {*found.found}
    assert [str(each) for each in found.unseen] == ["scene never", "choice never.a", "choice never.b"]
    assert not found.is_clean
    assert Sight("closed", "door.through") not in found.missed
    assert found.groups[0].endings["early-bird"].runs == 60


def test_the_hunt_ends_when_nothing_is_left(turns: Story) -> None:
    whole = replace(turns, scenes={name: each for name, each in turns.scenes.items() if name != "never"})
    found = playtest(whole, ["random"], 60, hunt=100_000)
    assert found.is_clean
    assert len(found.hunted) < 5000


def test_a_run_that_was_found_shows_it_when_it_is_played_again(turns: Story) -> None:
    found, stage = playtest(turns, ["random"], 60, hunt=600), Stage(turns)
    trip = found.found[Sight("choice", "door.through")]
    moment = replay(stage, run_of(stage, trip))
    assert "door.through" in moment.state.met
    assert moment.broken is None
    assert moment.ending is not None
    assert moment.ending.id == trip.ending
    assert replay(stage, run_of(stage, trip, to="door")).scene == "door"


def test_words_decisions_and_meters_of_a_road(turns: Story) -> None:
    group = playtest(turns, ["left"], 5).groups[0]
    turning, door, turns_of_seasons, ending, coda = 3 + 2 + 3, 3 + 3 + 3, 3 + 3, 2, 2
    assert group.words.half == 9 * turning + door + turns_of_seasons + ending + coda
    assert group.decisions.fewest == group.decisions.most == group.scenes.half == 10
    assert [(row.fewest, row.half, row.most) for row in group.meter(0, 1)] == [(9, 9, 9), (9, 9, 9)]


def test_a_value_that_is_held_is_counted_with_its_cause_and_season(narrow: Story) -> None:
    found = playtest(narrow, ["left"], 10)
    assert found.clamps[Place("n", "high", "turn-8.left", "one")] == Count(10, 10, 1)
    assert Place("n", "high", "turn-2.left", "one") not in found.clamps
    assert found.clamps[Place("n", "high")].runs == 10
    assert found.clamps[Place("n", "high")].times >= 60


def test_an_empty_page_is_a_failure_and_the_shortest_run_is_kept(turns: Story) -> None:
    blank = replace(scene("blank", order=55, seasons=("one",)), text=(Block(text("So.")[0].paragraphs, "n > 6"),))
    found = playtest(replace(turns, scenes={**turns.scenes, "blank": blank}), ["random"], 200)
    failed = found.failures[0]
    assert failed.says == "the scene blank shows an empty page"
    assert 150 < failed.runs < 200
    assert failed.trip.failure is not None
    assert failed.trip.failure.decisions == 9
    assert not found.is_clean


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ({"endings": {}}, "the run is over without an ending"),
        ({"scenes": {"shut": scene("shut", choice("a", when="n > 5"), order=1)}}, "the scene shut has no open choice"),
        ({"scenes": {"bad": scene("bad", choice("a", when="1 / n > 5"), order=1)}}, "ZeroDivisionError in one: "),
    ],
)
def test_whatever_goes_wrong_in_play_is_a_failure(turns: Story, broken: dict[str, object], says: str) -> None:
    found = playtest(replace(turns, **broken), ["random"], 20, hunt=20)
    assert [each.says.startswith(says) for each in found.failures] == [True]
    assert found.failures[0].runs >= 20


def test_the_rarest_road_to_an_ending_has_what_fewest_runs_had(turns: Story) -> None:
    found = playtest(turns, ["random"], 2000)
    rarest = {each.ending: each for each in found.rarest}
    assert rarest["early-bird"].runs == found.counts[found.sights.all.index(rarest["early-bird"].sight)]
    assert set(rarest) == {"early-bird", "late-bird"}
    assert rarest["early-bird"].trip.ending == "early-bird"


def test_progress_is_told_up_to_the_end(turns: Story) -> None:
    heard: list[tuple[int, int]] = []
    playtest(turns, ["random"], 60, hunt=300, progress=lambda done, total: heard.append((done, total)))
    assert heard[-1] == (360, 360)
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)
