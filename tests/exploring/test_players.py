"""A mechanical player takes the choice with the first tag that it prefers."""

from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.engine.walk import Walk
from glfstory.exploring.players import play, preferred


def taken(told: Story, seed: int, *policy: str) -> set[str]:
    return set(play(Stage(told), seed, policy).met)


def test_the_first_preferred_tag_that_an_open_choice_bears(told: Story) -> None:
    assert "road.leap" in taken(told, 1, "brave", "bold")
    assert {("road.step" in taken(told, seed, "unheard", "bold")) for seed in range(40)} == {True, False}


def test_without_one_the_first_choice_that_is_always_open(told: Story) -> None:
    assert all("road.wait" in taken(told, seed, "unheard") for seed in range(20))


def test_a_closed_choice_is_not_preferred(told: Story) -> None:
    roads = [taken(told, seed, "shy") for seed in range(40)]
    assert {"road.stay" in road for road in roads} == {True, False}
    assert all("road.stay" in road or "road.wait" in road for road in roads)


def test_of_several_the_seed_and_the_scene_decide_and_nothing_drawn_before(told: Story) -> None:
    walk = Walk(Stage(told), 5)
    walk.advance()
    picks = {preferred(walk.open_choices(), ("bold",), 5, "road").id for _ in range(5)}
    assert len(picks) == 1
    assert {preferred(walk.open_choices(), ("bold",), seed, "road").id for seed in range(40)} == {"step", "leap"}
