"""What moved what, in words."""

from dataclasses import replace

from glfstory.debrief.moving import SAME, WEATHER, moves
from glfstory.engine.stage import Stage
from tests.debrief.conftest import run_of
from tests.debrief.village import told_village


def test_the_decisions_that_moved_most_come_first_and_small_ones_not_at_all(stage: Stage) -> None:
    found = moves(stage, run_of(stage, "match", "honest", "give"))
    toll, standing = found.each
    assert (toll.id, toll.is_toll, toll.now.words) == ("toll", True, "about 12 of the village's people")
    assert [(each.number, each.change.words) for each in toll.moves] == [
        (1, "about 8 more of the village's people"),
        (2, "about 8 fewer of the village's people"),
    ]
    assert toll.moves[0].took == "match"
    assert toll.moves[0].instead == ("honest",)
    assert [(each.number, each.change.words) for each in standing.moves] == [
        (1, "10.0 points more"),
        (2, "5.0 points less"),
    ], "the first moved it at both closes, the second at the last one only"


def test_a_decision_that_moved_nothing_is_named_with_an_honest_remark(stage: Stage) -> None:
    found = moves(stage, run_of(stage, "match", "honest", "give"))
    assert (found.same, found.same_says) == (("Bowl (Winter 1958)",), SAME)


def test_it_is_told_what_one_decision_could_have_done_and_what_none_could(stage: Stage) -> None:
    weather, one, others = moves(stage, run_of(stage, "match", "match", "give")).beyond
    assert weather == WEATHER
    assert one.startswith("In your run about 20 of the village's people died.")
    assert one.endswith("it would have been between 12 and 20.")
    assert others.startswith("With a mild county and all your own decisions, about 4 of the village's people would")


def test_without_toll_chances_and_other_choices_nothing_is_made_up() -> None:
    base = told_village()
    stage = Stage(replace(base, toll=None, chances={}, scenes={"bowl": base.scenes["bowl"]}))
    found = moves(stage, run_of(stage, "give"))
    assert [each.id for each in found.each] == ["standing"]
    assert found.beyond == ()


def test_a_run_that_is_not_over_moves_nothing_yet(stage: Stage) -> None:
    assert moves(stage, run_of(stage, "match")).each == ()
