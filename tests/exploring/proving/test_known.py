"""Stories whose truth is known."""

from dataclasses import replace
from typing import Any

import pytest

from glfstory.engine.stage import Stage
from glfstory.engine.story import Assign, Chance, Draw, Ending, Length, Member, Rule, Scene, Season, Story
from glfstory.exploring.proving.proof import OPEN, Effort, Proof, Verdict, prove
from glfstory.exploring.proving.report import as_data, as_play_file, as_text
from glfstory.pages.play_file import play_through
from tests.build import choice, house, number, scene, story, text
from tests.exploring.proving.test_truth import holds

SMALL = Effort(runs=30, hunt=60, states=20_000, seeds=3000)


def verdict(told: Story, name: str, effort: Effort = SMALL, length: str = "") -> Verdict:
    return next(each for each in prove(told, effort, length=length).verdicts if each.sight.id == name)


def endings(**when: str) -> dict[str, Ending]:
    found = {name: Ending(name, name, text("x"), rank, when=each) for rank, (name, each) in enumerate(when.items())}
    return {**found, "end": Ending("end", "", text("x"), 99)}


def fixed(id: str, season: str, **more: Any) -> Scene:
    return scene(id, choice("a", add=1), choice("b"), order=1, seasons=(season,), **more)


def test_an_ending_that_needs_two_contradictory_numbers_cannot_come() -> None:
    told = story(fixed("x", "one"), endings=endings(never="n > 5 and n < 3"))
    assert verdict(told, "never").says == "'n > 5' never holds (n is 0 to 1)"
    told = story(scene("x", choice("a", add=5), choice("b"), order=1), endings=endings(never="n > 3 and n < 3"))
    assert verdict(told, "never").says == "'n > 3 and n < 3' never holds (n is 0 to 5)"


def test_a_flag_that_is_needed_seasons_later_is_kept() -> None:
    seasons = tuple(Season(name, 1957 + at, "autumn", name) for at, name in enumerate(("one", "two", "three", "four")))
    early = scene("early", choice("a"), choice("b"), order=1, seasons=("one",))
    between = [scene(f"s{name}", order=1, seasons=(name,)) for name in ("two", "three")]
    late = scene("late", order=1, seasons=("four",), when="chose('early.b') and not seen('never-met')")
    told = story(early, *between, late, scene("never-met"), seasons=seasons)
    found = verdict(told, "late", replace(SMALL, runs=1, hunt=40))
    assert found.state == "reachable"
    assert found.run is not None
    assert found.run.decisions[0].choice == "b"
    assert "no choice leads to it" in verdict(told, "never-met").says


def test_what_only_the_whole_space_shows_is_proved_by_searching_it() -> None:
    told = story(
        *(scene(f"s{at}", choice("a", add=2), choice("b", add=4), order=at, seasons=("one",)) for at in range(8)),
        endings=endings(odd="n == 19"),
    )
    found = verdict(told, "odd")
    assert found.state == "unreachable"
    assert "merged states were searched" in found.says


def test_two_choices_of_one_scene_are_never_both_taken_however_large_the_rest_is() -> None:
    asked = "chose('s3.a') and chose('s3.b')"
    told = story(
        *(scene(f"s{at}", choice("a", add=at), choice("b", add=2), order=at, seasons=("one",)) for at in range(1, 12)),
        scene("both", order=1, seasons=("two",), when=f"n > 20 and {asked}"),
    )
    found = verdict(told, "both", replace(SMALL, states=30))
    assert found.state == "unreachable"
    assert "with all left open that it does not ask about itself" in found.says
    assert verdict(told, "both.a", replace(SMALL, states=30)).says == "its scene both cannot be reached"


def test_a_budget_that_does_not_suffice_is_told_and_nothing_more() -> None:
    told = story(
        *(scene(f"s{at}", choice("a", add=2), choice("b", add=4), order=at, seasons=("one",)) for at in range(8)),
        endings=endings(odd="n == 19"),
    )
    found = verdict(told, "odd", replace(SMALL, states=10))
    assert found.state == "unknown"
    assert found.says == "not seen in 90 runs, and 10 merged states did not settle it"


def test_what_one_seed_in_many_allows_is_found_with_that_seed() -> None:
    seasons = tuple(Season(name, 1957 + at, "autumn", name) for at, name in enumerate(("one", "two")))
    told = story(
        scene("x", choice("a"), choice("b"), order=1, seasons=("two",)),
        seasons=seasons,
        rules={"count": Rule("count", "", (Assign("n", "n + (1 if weather == 'rare' else 0)"),))},
        chances={"weather": Chance("weather", "season", {"else": {"rare": 1, "usual": 19}})},
        endings=endings(twice="n == 2"),
        variables={"n": number("n")},
    )
    told = replace(told, seasons=tuple(replace(season, close=("count",)) for season in seasons))
    proof = prove(told, replace(SMALL, hunt=0))
    found = next(each for each in proof.verdicts if each.sight.id == "twice")
    assert found.state == "reachable"
    assert holds(proof, found)
    without = verdict(told, "twice", replace(SMALL, hunt=0, seeds=1))
    assert without.state == "unknown"
    assert without.says.startswith(OPEN)


def test_a_year_has_one_weather_in_all_its_seasons() -> None:
    seasons = tuple(Season(name, 1957, name, name) for name in ("one", "two"))
    odds = {"else": {"dry": 1, "wet": 1}}
    told = story(
        scene(
            "x", choice("a", do=(Assign("n", "1 if weather == 'dry' else 2"),)), choice("b"), order=1, seasons=("one",)
        ),
        seasons=seasons,
        chances={"weather": Chance("weather", "year", odds)},
        endings=endings(both="n == 1 and weather == 'wet'"),
    )
    assert verdict(told, "both").state == "unreachable"
    turned = replace(told, chances={"weather": Chance("weather", "season", odds)})
    assert verdict(turned, "both").state == "reachable"


def test_a_storylet_that_a_draw_leaves_out_may_come_all_the_same() -> None:
    season = Season("one", 1957, "autumn", "Autumn", draws=(Draw(1, 10),))
    told = story(scene("often", weight=10_000), scene("seldom", weight=1), seasons=(season,))
    assert verdict(told, "seldom", replace(SMALL, seeds=20_000)).state == "reachable"


def test_a_shorter_length_hides_what_lies_outside() -> None:
    lengths = {"full": Length("full"), "short": Length("short", first="two")}
    told = story(fixed("x", "one"), fixed("y", "two"), lengths=lengths)
    assert verdict(told, "x").state == "reachable"
    assert verdict(told, "x", length="short").says == "none of its seasons is shown and come to"


def test_fates_that_are_asked_for_decide() -> None:
    told = story(
        fixed("x", "one"),
        scene("y", order=1, seasons=("two",), when="not alive('old')"),
        scene("z", order=2, seasons=("two",), when="not alive('old') and not alive('boy')"),
        households=house(Member("old", "Old"), Member("boy", "Boy")),
        rules={"hunger": Rule("hunger", "", (Assign("toll", "n / 2"),))},
        toll="toll",
        variables={"n": number("n"), "toll": replace(number("toll", high=1), step=0.1)},
    )
    told = replace(told, seasons=tuple(replace(season, close=("hunger",)) for season in told.seasons))
    assert verdict(told, "y").state == "reachable"
    assert verdict(told, "z").state == "unreachable"


@pytest.fixture
def mixed() -> Proof:
    told = story(fixed("x", "one"), fixed("y", "two", when="n > 0"), endings=endings(never="n > 50"))
    return prove(told, SMALL)


def test_every_run_is_a_test_that_a_story_can_keep(mixed: Proof) -> None:
    for each in mixed.verdicts:
        if each.run is not None:
            assert play_through(mixed.story, as_play_file(each, each.run)) == ()


def test_the_run_to_a_scene_ends_where_it_is_met(mixed: Proof) -> None:
    runs = {each.sight.id: each.run for each in mixed.verdicts if each.run is not None}
    assert [len(runs[name].decisions) for name in ("x", "x.a", "y", "y.b", "end")] == [0, 1, 1, 2, 1]


def test_the_report_tells_what_is_not_reachable_and_how_to_come_to_the_rest(mixed: Proof) -> None:
    told = as_text(mixed, Stage(mixed.story))
    assert "Small, length full, played alone: " in told
    assert "ending never: 'n > 50' never holds (n is 0 to 2)" in told
    assert "ending end: 1 decision, --seed " in told
    assert told.endswith("1 unreachable.")
    assert "scene x: 0 decisions" in as_text(mixed, Stage(mixed.story), everything=True)


def test_the_result_does_not_depend_on_the_number_of_processors(mixed: Proof) -> None:
    stage = Stage(mixed.story)
    assert as_data(prove(mixed.story, SMALL, jobs=2), stage) == as_data(mixed, stage)
