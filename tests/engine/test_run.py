"""A run is its decisions: replayed, undone, branched and carried to another version, it stays the same run."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.engine import codec
from glfstory.engine.run import Decision, Run, back, begin, branch, choose, replay
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Chance, Constant, Draw, Member, Option, Story, Variable
from glfstory.engine.walk import NotOpen, Walk
from tests.build import choice, house, scene, story


def busy() -> Story:
    """A story with draws, chances, closed choices, an aside and people."""
    scenes = [
        scene(f"s{place}", choice("a", add=place), choice("b"), choice("c", when=f"n > {place * 3}"), weight=1 + place)
        for place in range(8)
    ]
    told = story(
        scene("fixed", choice("a", go="aside"), choice("b", add=5), order=20),
        scene("aside"),
        *scenes,
        chances={"weather": Chance("weather", "year", {"else": {"fair": 2, "dry": 1}})},
        households=house(Member("m", "M", left="n > 9")),
    )
    return replace(told, seasons=tuple(replace(season, draws=(Draw(3, 10),)) for season in told.seasons))


STORY = busy()
STAGE = Stage(STORY)


def random_run(seed: int, stage: Stage = STAGE) -> Run:
    """A run to its end, its decisions taken by chance."""
    dice = random.Random(seed)
    walk = Walk(stage, seed)
    entries = []
    walk.advance()
    while not walk.over:
        taken = dice.choice(walk.open_choices())
        entries.append(Decision(walk.scene.id if walk.scene else "", taken.id))
        walk.choose(taken.id)
        walk.advance()
    return replace(begin(stage.story, seed), entries=tuple(entries))


@given(st.integers(0, 2**20 - 1))
def test_replayed_it_is_the_same_run(seed: int) -> None:
    run = random_run(seed)
    moment = replay(STAGE, run)
    assert moment.over
    assert moment.broken is None
    assert moment.run.entries == run.entries
    again = replay(Stage(codec.from_json(codec.to_json(STORY))), moment.run)
    assert (again.pages, again.state, again.closes) == (moment.pages, moment.state, moment.closes)


@given(st.integers(0, 2**20 - 1), st.integers(0, 8))
def test_undone_and_redone_it_is_the_same_run(seed: int, steps: int) -> None:
    run = random_run(seed)
    shorter = back(run, steps)
    for decision in run.decisions[len(shorter.decisions) :]:
        shorter = choose(STAGE, shorter, decision.choice)
    assert shorter.entries == run.entries
    assert replay(STAGE, shorter).state == replay(STAGE, run).state


@given(st.integers(0, 2**20 - 1), st.integers(0, 8))
def test_a_branch_shares_its_head(seed: int, at: int) -> None:
    run = random_run(seed)
    head = branch(run, at)
    before, after = replay(STAGE, head), replay(STAGE, run)
    assert after.pages[: len(before.pages)] == before.pages


@given(st.integers(0, 2**20 - 1))
def test_exploring_without_pages_comes_to_the_same_state(seed: int) -> None:
    run = random_run(seed)
    walk = Walk(STAGE, seed)
    walk.advance()
    for decision in run.decisions:
        other = walk.copy()
        other.choose(decision.choice)
        other.advance()
        walk = other
    assert walk.state() == replay(STAGE, run).state


def test_the_fresh_pages_are_those_after_the_last_decision() -> None:
    run = choose(STAGE, begin(STORY, 1), "b")
    moment = replay(STAGE, run)
    assert [page.kind for page in moment.pages[moment.fresh :]] == ["outcome", "passage"]
    assert moment.pages[-1].scene == moment.scene


def test_a_decision_that_is_gone_is_named_and_the_rest_still_holds() -> None:
    run = random_run(5)
    third = run.decisions[2]
    scenes = dict(STORY.scenes)
    del scenes[third.scene]
    moment = replay(Stage(replace(STORY, scenes=scenes)), run)
    assert moment.broken is not None
    assert (moment.broken.number, moment.broken.decision) == (2, third)
    assert moment.run.decisions == run.decisions[:2]


def test_renamed_scenes_and_choices_find_their_way() -> None:
    told = story(scene("old", choice("yes"), choice("no"), order=10, seasons=("one",)))
    run = choose(Stage(told), begin(told, 1), "yes")
    new = story(
        scene("new", choice("aye"), choice("no"), order=10, seasons=("one",)),
        renamed={"old": "new", "old.yes": "new.aye"},
    )
    moment = replay(Stage(new), run)
    assert moment.broken is None
    assert moment.run.decisions == (Decision("new", "aye"),)


@pytest.mark.parametrize(
    ("seed", "setup"),
    [
        (-1, Setup()),
        (2**20, Setup()),
        (1, Setup(options={"county": "hard"})),
        (1, Setup(length="long")),
        (1, Setup(constants={"share": 1.0})),
    ],
)
def test_a_run_that_the_story_does_not_know_is_not_begun(seed: int, setup: Setup) -> None:
    with pytest.raises(ValueError, match=r"seed|option|length|constant"):
        begin(STORY, seed, setup)


def test_an_unknown_reason_is_refused() -> None:
    with pytest.raises(NotOpen):
        choose(STAGE, begin(STORY, 1), "a", "because")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"form": 99}', '{"form": 1, "story": {"id": 3}}', "[" * 9999]
)
def test_what_is_no_played_story_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        codec.from_json(text)


def test_a_run_keeps_its_options_and_length_whatever_the_defaults_become() -> None:
    county = Option("county", "", ("hard", "mild"), "hard")
    only = scene("x", choice("a", when="county == 'hard'"), choice("b"), choice("c"), order=10)
    told = story(only, options={"county": county})
    run = choose(Stage(told), begin(told, 1), "a")
    assert run.setup == begin(told, 1, Setup({"county": "hard"}, "full")).setup
    milder = replace(told, options={"county": replace(county, start="mild")})
    assert replay(Stage(milder), run).broken is None


def test_a_run_is_not_replayed_under_other_constants_or_in_another_story() -> None:
    told = story(scene("x", order=10), constants={"k": Constant("k", "", "", {"else": 1})})
    run = begin(told, 1, Setup(constants={"k": 2.0}))
    assert replay(Stage(told, {"k": 2.0}), run).scene == "x"
    with pytest.raises(ValueError, match="not replayed"):
        replay(Stage(told), run)
    with pytest.raises(ValueError, match="not replayed"):
        replay(STAGE, begin(replace(told, id="other"), 1))


def test_the_json_form_keeps_a_flag_a_flag() -> None:
    flag = Variable("built", "", "flag", False)
    told = codec.from_json(codec.to_json(story(scene("x", order=10), variables={"built": flag})))
    assert repr(told.variables["built"]) == repr(flag)
