"""The other roads as they are told: what was changed, where it led, and in how many weathers."""

from dataclasses import replace

import pytest

from glfstory.debrief.bands import bands
from glfstory.debrief.roads import NONE, TAKEN, other_roads
from glfstory.debrief.shape import OfModel, OfRun
from glfstory.engine.stage import Stage
from glfstory.engine.story import Aftermath
from tests.debrief.conftest import moment_of, run_of
from tests.debrief.village import told_village


def test_each_road_tells_its_years_its_dead_and_what_was_changed(stage: Stage) -> None:
    own, honest, mild = other_roads(stage, moment_of(stage, "match", "match", "give")).roads
    assert [row.taken.words for row in own.years] == ["550 jin", "550 jin"]
    assert (own.toll and own.toll.words, own.changed) == ("about 20 of the village's people", 0)
    assert [row.taken.words for row in honest.years] == ["275 jin", "275 jin"]
    assert (honest.toll and honest.toll.words, honest.changed) == ("about 4 of the village's people", 2)
    assert honest.remark == "By winter 1958 the books were in other hands."
    assert [row.taken.words for row in mild.years] == ["200 jin", "200 jin"]
    assert (mild.changed, mild.remark) == (0, "")
    assert isinstance(own.years[0].taken.origin, OfRun)
    assert isinstance(mild.years[0].taken.origin, OfModel)


def test_the_road_that_was_taken_says_so(stage: Stage) -> None:
    own, honest, mild = other_roads(stage, moment_of(stage, "honest", "honest", "give")).roads
    assert honest.remark == TAKEN
    assert [row.taken.value for row in honest.years] == [row.taken.value for row in own.years]
    assert mild.remark != TAKEN


def test_a_story_that_names_no_roads_says_so() -> None:
    stage = Stage(replace(told_village(), aftermath=Aftermath()))
    found = other_roads(stage, moment_of(stage, "match", "match", "give"))
    assert (found.says, len(found.roads)) == (NONE, 1)
    assert found.roads[0].toll is not None
    assert found.roads[0].toll.words == "about 20 of each hundred people", "nothing says how many people there were"


def test_a_road_that_ends_before_the_run_says_when(stage: Stage) -> None:
    story = stage.story
    end = replace(story.endings["end"], id="early", title="Sent away", rank=1, early=True, when="said == harvest")
    stage = Stage(replace(story, endings={**story.endings, "early": end}))
    honest = other_roads(stage, moment_of(stage, "match", "match", "give")).roads[1]
    assert honest.remark == "It ends in autumn 1957, and yours did not: Sent away."
    assert (len(honest.years), honest.toll) == (1, None)


@pytest.mark.parametrize("weathers", [1, 30, 41])
def test_the_bands_come_in_steps_and_are_there_in_the_last(stage: Stage, weathers: int) -> None:
    steps = list(bands(stage, run_of(stage, "match", "honest", "give"), weathers))
    assert [made for _, _, made in steps[:-1]] == [None] * (len(steps) - 1)
    assert [done for done, _, _ in steps] == sorted({done for done, _, _ in steps})
    done, total, made = steps[-1]
    assert made is not None
    assert done == total == 3 * weathers
    assert [(band.road, band.runs) for band in made.bands] == [(road, weathers) for road in ("own", "honest", "mild")]
    own = made.bands[0].years[0].taken
    assert (own.low.value, own.middle.value, own.high.value) == (550, 550, 550), "the rain changes nothing here"
    assert f"in {weathers} other weathers" in made.says


def test_a_band_lies_where_the_weather_puts_it() -> None:
    base = told_village()
    rain = replace(base.rules["levy"].do[0], expression="levy * said * (0.5 if rain == 'dry' else 1)")
    levy = replace(base.rules["levy"], do=(rain, *base.rules["levy"].do[1:]))
    stage = Stage(replace(base, rules={"levy": levy}))
    *_, (_, _, made) = bands(stage, run_of(stage, "match", "match", "give"), 60)
    assert made is not None
    taken = made.bands[0].years[0].taken
    assert (taken.low.value, taken.high.value) == (275, 550)
    dead = made.bands[0].toll
    assert dead is not None
    assert dead.low.value < dead.middle.value < dead.high.value
