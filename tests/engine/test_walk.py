"""How a season goes: its order, its draws, what is passed, where `go` leads."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from glfstory.engine.run import Outside, begin, choose, replay
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Assign, Chance, Draw, Ending, Guard, Input, Length, Rule, Season, Story, Value
from glfstory.engine.walk import NotOpen, Walk
from tests.build import choice, number, scene, story, text
from tests.exploring.proving.made import Maker


def played(told: Story, *choices: str, seed: int = 1, setup: Setup | None = None) -> list[str]:
    """What a run shows: the kind of each page and the id of its scene or ending."""
    stage, run = Stage(told), begin(told, seed, setup)
    for each in choices:
        run = choose(stage, run, each)
    pages = replay(stage, run).pages
    return [" ".join(part for part in (page.kind, page.scene or page.ending) if part) for page in pages]


def value(told: Story, name: str, *choices: str, seed: int = 1, setup: Setup | None = None) -> object:
    stage, run = Stage(told), begin(told, seed, setup)
    for each in choices:
        run = choose(stage, run, each)
    state = replay(stage, run).state
    return stage.program.question(name)(state.values, state.met)


def test_a_run_from_its_first_page_to_its_last() -> None:
    told = story(scene("first", seasons=("one",), order=10), scene("last", seasons=("two",), order=10))
    assert played(told, "a", "b") == [
        "season",
        "passage first",
        "outcome first",
        "turn",
        "season",
        "passage last",
        "outcome last",
        "turn",
        "ending end",
    ]


def test_rules_come_before_draws_and_draws_before_fixed_scenes_at_one_number() -> None:
    season = Season(
        "one", 1957, "autumn", "Autumn", open=("add",), at=((10, ("double",)),), draws=(Draw(1, 10),), close=("add",)
    )
    rules = {
        "add": Rule("add", "", (Assign("n", "n + 1"),)),
        "double": Rule("double", "", (Assign("n", "n * 2"),)),
    }
    told = story(
        scene("fixed", choice("a"), choice("b"), order=10),
        scene("drawn", choice("a", add=10), choice("b"), weight=1),
        seasons=(season,),
        rules=rules,
    )
    assert played(told, "a")[:4] == ["season", "passage drawn", "outcome drawn", "passage fixed"]
    assert value(told, "n", "a", "a") == (1 * 2 + 10) + 1


def test_rules_on_the_way_run_where_no_scene_follows() -> None:
    season = Season("one", 1957, "autumn", "Autumn", at=((50, ("add",)),))
    told = story(scene("x", order=10), seasons=(season,), rules={"add": Rule("add", "", (Assign("n", "n + 1"),))})
    assert value(told, "n", "a") == 2


def test_a_passed_scene_leaves_what_its_stand_in_does_and_counts_as_unseen() -> None:
    told = story(
        scene("passed", choice("a", add=7), choice("b"), order=10, when="n > 50", unplayed="a", seasons=("one",)),
        scene("after", choice("x", when="not seen('passed') and not chose('passed.a')"), choice("y"), order=20),
    )
    assert played(told)[:2] == ["season", "passage after"]
    assert replay(Stage(told), begin(told, 1)).open == ("x", "y")
    assert value(told, "n") == 7


def test_outside_the_length_seasons_run_unseen() -> None:
    told = story(
        scene("first", choice("a", add=3), choice("b"), seasons=("one",), order=10, unplayed="a"),
        scene("last", seasons=("two",), order=10),
        lengths={"full": Length("full"), "short": Length("short", first="two")},
    )
    setup = Setup(length="short")
    assert played(told, setup=setup) == ["season", "passage last"]
    assert value(told, "n", setup=setup) == 3


def test_each_storylet_is_met_before_the_next_is_drawn() -> None:
    season = Season("one", 1957, "autumn", "Autumn", draws=(Draw(3, 10),))
    told = story(
        scene("opens", choice("a", add=1), choice("b"), weight=1, when="n == 0"),
        scene("opened", choice("a"), choice("b"), weight=1, when="n == 1"),
        seasons=(season,),
    )
    assert played(told, "a", "a") == [
        "season",
        "passage opens",
        "outcome opens",
        "passage opened",
        "outcome opened",
        "ending end",
    ]


def test_a_storylet_that_does_not_enter_a_run_does_not_reshuffle_it() -> None:
    season = Season("one", 1957, "autumn", "Autumn", draws=(Draw(4, 10),))
    names = [f"s{number}" for number in range(12)]
    base = story(*(scene(name, weight=1) for name in names), seasons=(season,))
    more = replace(base, scenes={**base.scenes, "new": scene("new", weight=0.5)})
    for seed in range(40):
        before, after = played(base, "a", "a", "a", "a", seed=seed), played(more, "a", "a", "a", "a", seed=seed)
        if "passage new" not in after:
            assert before == after


def test_go_leads_on_and_the_season_goes_on_behind_the_scene_that_called() -> None:
    told = story(
        scene("call", choice("a", go="aside"), choice("b"), order=10, seasons=("one",)),
        scene("aside", choice("a", go="aside"), choice("b")),
        scene("next", order=20, seasons=("one",)),
    )
    shown = played(told, "a", "a")
    assert [page for page in shown if page.startswith("passage")] == ["passage call", "passage aside", "passage next"]


def test_go_to_an_ending_first_runs_what_the_season_still_holds() -> None:
    seasons = (
        Season("one", 1957, "autumn", "Autumn", at=((50, ("add",)),), close=("add",), turn=text("Over.")),
        Season("two", 1958, "winter", "Winter"),
    )
    told = story(
        scene("call", choice("a", go="fell"), choice("b"), order=10),
        scene("later", choice("a", add=10), choice("b"), order=60, unplayed="a"),
        seasons=seasons,
        rules={"add": Rule("add", "", (Assign("n", "n + 1"),))},
        endings={
            "fell": Ending("fell", "Fell", text("Fell."), rank=1, early=True, when="n > 90"),
            "end": Ending("end", "End", text("End."), rank=9),
        },
    )
    assert played(told, "a") == ["season", "passage call", "outcome call", "turn", "ending fell"]
    assert value(told, "n", "a") == 12


def test_endings_are_asked_by_rank_early_ones_at_every_close_and_codas_after() -> None:
    endings = {
        "late": Ending("late", "", text("x"), rank=5, when="n > 0"),
        "early": Ending("early", "", text("x"), rank=3, when="n >= 2", early=True),
        "else": Ending("else", "", text("x"), rank=9),
        "stone": Ending("stone", "", text("x"), coda=True),
    }
    told = story(scene("x", choice("a", add=1), choice("b", add=2), choice("c"), order=10), endings=endings)
    assert played(told, "a")[-2:] == ["ending late", "coda stone"]
    assert played(told, "b")[-3:] == ["turn", "ending early", "coda stone"]
    assert played(told, "c")[-2:] == ["ending else", "coda stone"]


def test_a_scene_without_choices_is_passed_by_a_key_and_is_no_decision() -> None:
    silent = replace(scene("silent", order=10, seasons=("one",)), choices=())
    told = story(silent, scene("asks", order=20, seasons=("one",)))
    moment = replay(Stage(told), begin(told, 1))
    assert [page.scene for page in moment.pages] == ["", "silent", "asks"]
    assert moment.scene == "asks"


def test_an_input_is_fixed_when_its_scene_is_reached_or_passed() -> None:
    told = story(
        scene("bid", order=10, seasons=("one",), when="n < 5"),
        variables={"n": number("n", 4)},
        inputs={"rival": Input("rival", "n * 2.3", ("bid",), 0, 1000, 5)},
    )
    assert value(told, "rival") == 10
    assert value(replace(told, variables={"n": number("n", 9)}), "rival") == 20
    run = replace(begin(told, 1), entries=(Outside("one", "rival", 333),))
    moment = replay(Stage(told), run)
    assert moment.state.values[Stage(told).program.slots["rival"]] == 335


def test_an_input_is_fixed_anew_in_each_season_of_its_scene() -> None:
    told = story(scene("bid", order=10), inputs={"rival": Input("rival", "season.year", ("bid",), 0, 3000, 1)})
    assert value(told, "rival") == 1957
    assert value(told, "rival", "a") == 1958


def test_a_chance_holds_for_its_season_or_its_year() -> None:
    odds = {"else": {"fair": 1, "dry": 1}}
    told = story(
        scene("x", order=10),
        chances={"weather": Chance("weather", "year", odds), "visit": Chance("visit", "season", odds)},
    )
    weather = {value(told, "weather", seed=seed) for seed in range(20)}
    assert weather == {"fair", "dry"}
    assert [value(told, "visit", seed=seed) for seed in range(20)] != [
        value(told, "weather", seed=seed) for seed in range(20)
    ]


def test_numbers_are_kept_on_their_step_and_inside_their_range() -> None:
    coarse = replace(number("n", 0, 1000), step=100)
    fine = replace(number("f"), step=0.1, high=1)
    do = (Assign("n", "1249 + 1"), Guard("n == 1000", (Assign("f", "0.25"),), (Assign("f", "9"),)))
    told = story(scene("x", choice("a", do=do), choice("b"), order=10), variables={"n": coarse, "f": fine})
    assert (value(told, "n", "a"), value(told, "f", "a")) == (1000, 0.2)


def test_a_closed_or_unknown_choice_is_refused() -> None:
    told = story(scene("x", choice("a", when="n > 5"), choice("b"), choice("c"), order=10))
    for wrong in ("a", "z"):
        with pytest.raises(NotOpen):
            choose(Stage(told), begin(told, 1), wrong)


def test_the_heavier_storylet_is_drawn_more_often() -> None:
    season = Season("one", 1957, "autumn", "Autumn", draws=(Draw(1, 10),))
    told = story(scene("heavy", weight=3), scene("light", weight=1), seasons=(season,))
    stage = Stage(told)
    heavy = sum(replay(stage, begin(told, seed)).scene == "heavy" for seed in range(2000))
    assert 0.71 < heavy / 2000 < 0.79


def test_a_chance_of_the_year_is_one_in_all_its_seasons() -> None:
    odds = {"else": {"fair": 1, "dry": 1}}
    seasons = tuple(Season(name, year, name, name) for name, year in (("a", 1957), ("b", 1957), ("c", 1958)))
    told = story(
        *(scene(f"in-{season.id}", order=1, seasons=(season.id,)) for season in seasons),
        seasons=seasons,
        chances={"weather": Chance("weather", "year", odds), "visit": Chance("visit", "season", odds)},
    )
    stage = Stage(told)
    seen = []
    for seed in range(60):
        run = choose(stage, choose(stage, begin(told, seed), "a"), "a")
        asked = [page.state.values for page in replay(stage, run).pages if page.kind == "passage"]
        seen.append([[values[stage.program.slots[name]] for values in asked] for name in ("weather", "visit")])
    assert all(weather[0] == weather[1] for weather, _ in seen)
    assert any(weather[1] != weather[2] for weather, _ in seen)
    assert any(visit[0] != visit[1] for _, visit in seen)


def test_no_storylet_is_drawn_outside_the_length() -> None:
    seasons = (
        Season("one", 1957, "autumn", "Autumn", draws=(Draw(1, 10),)),
        Season("two", 1958, "winter", "Winter"),
    )
    told = story(
        scene("drawn", weight=1),
        scene("last", seasons=("two",), order=10),
        seasons=seasons,
        lengths={"short": Length("short", first="two")},
    )
    assert played(told, "a", setup=Setup(length="short"))[:2] == ["season", "passage last"]


def test_a_length_names_seasons_that_are_shown_and_draw_nothing() -> None:
    seasons = tuple(Season(name, 1957, name, name, draws=(Draw(1, 10),)) for name in ("one", "two"))
    told = story(
        scene("drawn", weight=1),
        scene("last", seasons=("one",), order=20),
        seasons=seasons,
        lengths={"full": Length("full"), "short": Length("short", undrawn=("one",))},
    )
    assert played(told, "a", setup=Setup(length="full"))[:3] == ["season", "passage drawn", "outcome drawn"]
    assert played(told, "a", setup=Setup(length="short"))[:2] == ["season", "passage last"]
    assert "passage drawn" in played(told, "a", "a", setup=Setup(length="short"))


def test_an_input_starts_inside_its_range() -> None:
    told = story(scene("x", order=10), inputs={"rival": Input("rival", "n", (), 50, 1000, 5)})
    assert value(told, "rival") == 50


def test_inputs_of_one_scene_do_not_see_each_other() -> None:
    inputs = {"a": Input("a", "b + 1", ("x",), 0, 100, 1), "b": Input("b", "7", ("x",), 0, 100, 1)}
    told = story(scene("x", order=10), inputs=inputs)
    turned = replace(told, inputs=dict(reversed(inputs.items())))
    assert value(told, "a") == value(turned, "a") == 1


def test_a_copied_walk_goes_its_own_way() -> None:
    told = story(scene("x", choice("a", add=5), choice("b", add=9), order=10))
    walk = Walk(Stage(told), 1)
    walk.advance()
    other = walk.copy()
    other.choose("b")
    walk.choose("a")
    place = walk.stage.program.slots["n"]
    assert (walk.values[place], other.values[place]) == (5, 9)
    assert walk.met == {"x", "x.a"}


WHOLE = [("1 // 0.1", 10), ("7 // 2", 3), ("-7 // 2", -4), ("0.7 // 0.1", 6)]


@pytest.mark.parametrize(("expression", "result"), WHOLE)
def test_whole_division_is_the_floor_of_the_quotient(expression: str, result: int) -> None:
    assert value(story(scene("x", order=10)), expression) == result


def test_who_listens_hears_every_page_that_is_recorded_while_the_walk_stands_at_it() -> None:
    short = {"short": Length("short", last="one")}
    told = story(scene("a", order=1, seasons=("one",)), scene("b", order=1, seasons=("two",)), lengths=short)
    heard: list[tuple[str, str, str, tuple[Value, ...]]] = []

    def listen(walk: Walk, kind: str, name: str, choice: str, changes: object) -> None:
        heard.append((kind, name, choice, walk.state().values))

    walk = Walk(Stage(told), 1, Setup(length="short"), record=True, told=listen)
    walk.advance()
    walk.choose("b")
    walk.advance()
    pages = [(page.kind, page.scene or page.ending, page.choice, page.state.values) for page in walk.pages or ()]
    assert heard == pages
    assert [row[0] for row in heard] == ["season", "passage", "outcome", "turn", "ending"]


def test_a_number_that_would_leave_its_range_is_told_and_held_as_it_is_without() -> None:
    leap = choice("leap", add=7)
    told = story(scene("a", leap, choice("stay"), order=1, seasons=("one",)), variables={"n": number("n", high=5)})
    heard: list[tuple[int, str, float, float, float]] = []

    def held(effects: int, name: str) -> Callable[[float, float, float], float]:
        def note(value: float, low: float, high: float) -> float:
            heard.append((effects, name, value, low, high))
            return high

        return note

    ends = []
    for stage in (Stage(told), Stage(told, held=held)):
        walk = Walk(stage, 1)
        walk.advance()
        walk.choose("leap")
        walk.advance()
        ends.append(walk.values)
    assert ends[0] == ends[1]
    assert heard == [(id(leap.do), "n", 7, 0, 5)]


@pytest.mark.parametrize("number", range(12))
def test_a_walk_that_is_recorded_goes_as_one_that_is_not(number: int) -> None:
    stage = Stage(Maker(number).story())
    for seed in range(5):
        recorded, bare = Walk(stage, seed, record=True), Walk(stage, seed)
        while not (recorded.over and bare.over):
            recorded.advance()
            bare.advance()
            assert recorded.open_choices() == bare.open_choices()
            for walk in (recorded, bare):
                if walk.scene is not None:
                    walk.choose(walk.open_choices()[seed % len(walk.open_choices())].id)
        assert (recorded.values, recorded.met, recorded.ending) == (bare.values, bare.met, bare.ending)
