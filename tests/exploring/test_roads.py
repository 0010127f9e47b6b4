"""Other roads of a run: its own decisions wherever they can still be taken, and what each of them moved."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.engine.run import Decision, Outside, Run, begin, choose, replay
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Input, Length, OtherRoad, Story
from glfstory.exploring.influence import influences
from glfstory.exploring.roads import begun, follow, guide_of, nearest_policy, on_road
from glfstory.exploring.weathers import Way, in_weathers, other_seeds, way_of
from tests.debrief.conftest import run_of
from tests.debrief.village import told_village

ROAD = OtherRoad("honest", "honest reports", at="report", prefer=("weighed",))
CHOICES = st.tuples(*[st.sampled_from(["honest", "match"])] * 2, st.sampled_from(["give", "keep"]))


@pytest.fixture
def stage() -> Stage:
    return Stage(told_village())


def walked(stage: Stage, run: Run, road: OtherRoad | None = None, seed: int | None = None) -> dict[str, str]:
    """The choices of a road, by scene."""
    guide = guide_of(stage, run)
    walk = begun(stage, run, seed)
    follow(walk, on_road(guide, road) if road else guide)
    return dict(each.split(".") for each in sorted(walk.met) if "." in each)


@given(CHOICES)
def test_a_run_that_follows_itself_is_itself(choices: tuple[str, ...]) -> None:
    stage = Stage(told_village())
    run = run_of(stage, *choices)
    walk = begun(stage, run)
    assert follow(walk, guide_of(stage, run)) == 0
    assert walk.state() == replay(stage, run).state


def test_a_road_takes_its_choice_where_it_asks_for_one_and_the_runs_elsewhere(stage: Stage) -> None:
    run = run_of(stage, "match", "match", "keep")
    assert walked(stage, run, ROAD) == {"scales-one": "honest", "scales-two": "honest", "bowl": "keep"}
    everywhere = replace(ROAD, at=None)
    assert walked(stage, run, everywhere) == walked(stage, run, ROAD)
    assert walked(stage, run, replace(ROAD, at="nowhere")) == walked(stage, run)


def test_a_choice_that_is_closed_on_the_road_is_left_to_the_nearest_policy() -> None:
    base = told_village()
    scales = base.scenes["scales-two"]
    shut = replace(scales, choices=(scales.choices[0], replace(scales.choices[1], when="said > harvest")))
    stage = Stage(replace(base, scenes={**base.scenes, "scales-two": shut}))
    run = run_of(stage, "match", "match", "keep")
    first = replace(ROAD, at=None, prefer=())
    guide = replace(on_road(guide_of(stage, run), first), fixed={"scales-one": "honest"})
    walk = begun(stage, run)
    assert follow(walk, guide) == 2
    assert {"scales-one.honest", "scales-two.honest", "bowl.keep"} <= walk.met


@pytest.mark.parametrize(("choices", "policy"), [(("match", "match"), "typical"), (("honest", "honest"), "honest")])
def test_the_nearest_policy_agrees_with_most_of_the_decisions(
    stage: Stage, choices: tuple[str, ...], policy: str
) -> None:
    assert nearest_policy(stage, run_of(stage, *choices, "keep")) == policy
    assert nearest_policy(Stage(replace(stage.story, policies={})), run_of(stage, *choices, "keep")) == ""


def with_input() -> Story:
    """The village, whose scales say what comes from outside."""
    base = told_village()
    scales = base.scenes["scales-one"]
    match = replace(scales.choices[1], do=(replace(scales.choices[1].do[0], expression="rival"),))
    scenes = {**base.scenes, "scales-one": replace(scales, choices=(scales.choices[0], match))}
    return replace(base, scenes=scenes, inputs={"rival": Input("rival", "1500", ("scales-one",), 0, 9000, 100)})


def test_numbers_from_outside_belong_to_the_runs_own_weather_and_neighbours() -> None:
    stage = Stage(with_input())
    taken = (Decision("scales-one", "match"), Decision("scales-two", "match"), Decision("bowl", "keep"))
    run = replace(begin(stage.story, 7), entries=(Outside("one", "rival", 4000), *taken))
    own = Way("own", stage, guide_of(stage, run), "two")
    changed = way_of(stage, run, own, OtherRoad("mild", "mild", changed={"levy": 0.1}))
    for way, seed, said in ((own, None, 4000), (own, 8, 1500), (changed, None, 1500)):
        walk, _ = way.walk(run, seed)
        closed = dict(walk.closes)["one"]
        assert way.stage.program.question("said")(closed.values, closed.met) == said


def test_constants_of_the_run_hold_on_all_its_roads() -> None:
    stage = Stage(told_village(), {"levy": 0.2})
    run = replace(run_of(Stage(told_village()), "match", "match", "keep"), setup=Setup(constants={"levy": 0.2}))
    own = Way("own", stage, guide_of(stage, run), "two")
    (reading,) = in_weathers(way_of(stage, run, own, ROAD), run, [9])
    assert [year and year[2] for year in reading.years] == [200, 200]


def test_other_weathers_are_always_the_same_and_never_the_runs_own(stage: Stage) -> None:
    run = run_of(stage, "match", seed=2**20 - 3)
    seeds = other_seeds(run, 200)
    assert seeds == other_seeds(run, 200)
    assert len(set(seeds)) == 200
    assert run.seed not in seeds


@given(CHOICES)
def test_what_a_decision_moved_is_the_run_less_the_same_run_with_the_other_choice(choices: tuple[str, ...]) -> None:
    stage = Stage(told_village())
    run = run_of(stage, *choices)
    other = {"honest": "match", "match": "honest", "give": "keep", "keep": "give"}

    def levels(taken: list[str]) -> tuple[float, float]:
        closes = [state for _, state in replay(stage, run_of(stage, *taken)).closes]
        standing, dead = (stage.program.slots[name] for name in ("standing", "dead"))
        return sum(float(state.values[standing]) for state in closes) / 2, float(closes[-1].values[dead])

    for place, each in enumerate(influences(stage, run)):
        changed = [other[choice] if at == place else choice for at, choice in enumerate(choices)]
        (now, died), (then, had_died) = levels(list(choices)), levels(changed)
        assert each.moved.meters == pytest.approx((now - then,))
        assert each.moved.toll == pytest.approx(died - had_died)


def test_an_alternative_that_ends_the_run_is_compared_at_its_own_end(stage: Stage) -> None:
    story = stage.story
    end = replace(story.endings["end"], id="early", rank=1, early=True, when="said == harvest")
    stage = Stage(replace(story, endings={**story.endings, "early": end}))
    first, second, _ = influences(stage, run_of(stage, "match", "match", "keep"))
    assert first.moved.toll == pytest.approx(0.1 - 0.02), "after the first year alone"
    assert second.moved.toll == pytest.approx(0.2 - 0.12)


def test_a_run_that_begins_late_is_compared_close_by_close_with_what_is_not_shown() -> None:
    stage = Stage(replace(told_village(), lengths={"late": Length("late", first="two")}))
    run = begin(stage.story, 7, Setup(length="late"))
    for each in ("match", "keep"):
        run = choose(stage, run, each)
    report, _ = influences(stage, run)
    assert report.moved.toll == pytest.approx((0.02 + 0.1) - (0.02 + 0.02))
    assert report.moved.meters == pytest.approx(((50 + 50) / 2 - (50 + 40) / 2,))
