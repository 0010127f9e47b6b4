"""Why a meter changed: the season's decisions and rules in words, with amounts that add up."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from glfstory.engine.run import begin, choose, replay
from glfstory.engine.stage import Stage
from glfstory.pages.sitting import sit
from glfstory.pages.why import apportioned, season_to_tell, told_seasons, why
from tests.engine.test_account import granary


def test_decisions_and_rules_stand_in_order_in_their_words() -> None:
    stage = Stage(granary())
    moment = replay(stage, choose(stage, begin(stage.story, 3), "leave"))
    name, days, _ = why(stage, moment, "one")
    assert (name.before, name.now, name.causes) == (50, 50, ())
    assert (days.title, days.season, days.before, days.now, days.change) == ("days", "Autumn 1957", 14, 14, 0)
    assert [(each.words, each.shown) for each in days.causes] == [
        ("You decided: leave", 11),
        ("As it went without you: sell", -3),
        ("People eat.", -8),
    ]
    people = days.causes[0].parts[0]
    assert (people.title, people.before, people.after) == ("people", "7 people", "4 people")
    assert [part.title for part in days.causes[2].parts] == ["stores"]


def test_nothing_is_told_before_it_is_shown() -> None:
    stage = Stage(granary())
    sitting = sit(stage, begin(stage.story, 3)).choose("leave")
    assert [each.cause for each in sitting.so_far.account] == ["first.leave"]


def test_a_season_in_which_nothing_moved_gives_way_to_the_one_before() -> None:
    stage = Stage(granary())
    moment = replay(stage, begin(stage.story, 3))
    assert (told_seasons(stage, moment), season_to_tell(stage, moment)) == (("one",), "one")
    moment = replay(stage, choose(stage, begin(stage.story, 3), "leave"))
    assert (told_seasons(stage, moment), season_to_tell(stage, moment)) == (("one", "two"), "two")


@given(st.lists(st.fractions(-50, 50), max_size=9), st.fractions(-50, 50))
def test_whole_amounts_add_up_and_stay_near(amounts: list[Fraction], start: Fraction) -> None:
    end = start + sum(amounts)
    total = round(end) - round(start)
    if not amounts:
        return
    whole = apportioned(amounts, total)
    assert sum(whole) == total
    assert all(abs(each - amount) <= 2 for each, amount in zip(whole, amounts, strict=True))


@given(seed=st.integers(0, 99), take=st.integers(0, 1))
def test_shown_amounts_add_up_to_the_shown_change_in_every_season(seed: int, take: int) -> None:
    stage = Stage(granary())
    run = begin(stage.story, seed)
    for _ in range(2):
        run = choose(stage, run, replay(stage, run).open[take])
    moment = replay(stage, run)
    for season in told_seasons(stage, moment):
        for each in why(stage, moment, season):
            assert sum(cause.shown for cause in each.causes) == each.change
