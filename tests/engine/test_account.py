"""The engine's account of the meters: who moved them, in order, and nothing left over."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from glfstory.engine.run import begin, choose, replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Assign, Choice, Guard, Input, Rule, Season, Story, Variable, Words
from glfstory.engine.walk import Walk
from tests.build import number, scene, story, text


def granary() -> Story:
    """Two seasons; a stored meter, a computed one, and one that asks what was met."""

    def act(id: str, *do: Assign | Guard) -> Choice:
        return Choice(id, (Words(id),), do, text(f"You took {id}."))

    seasons = (
        Season("one", 1957, "autumn", "Autumn 1957", open=("reap",), close=("eat", "eat", "fade")),
        Season("two", 1958, "winter", "Winter 1958", close=("eat",)),
    )
    variables = {
        "name": number("name", 50),
        "stores": Variable("stores", "Grain.", "number", 300, "jin", 0, 9000, 1),
        "people": Variable("people", "People.", "number", 7, "people", 1, 9, 1),
        "days": Variable("days", "Days of food.", "number", unit="days", computed="stores / people / 3"),
        "nerve": Variable("nerve", "Nerve.", "number", computed="2 if seen('last') else 1"),
        "rumour": number("rumour"),
    }
    rules = {
        "reap": Rule("reap", "The rice comes in.", (Assign("stores", "stores + 100 * heard"),)),
        "eat": Rule("eat", "People eat.", (Assign("stores", "stores - 11 * people"),)),
        "fade": Rule("fade", "A name fades.", (Guard("name > 50", (Assign("name", "name - 1"),)),)),
    }
    return story(
        scene(
            "first",
            act("lie", Assign("name", "name + 6")),
            act("leave", Assign("people", "people - 3")),
            order=1,
            seasons=("one",),
        ),
        scene("passed", act("sell", Assign("stores", "stores - 40")), order=2, when="name > 99", unplayed="sell"),
        scene("last", act("a"), act("b", Assign("rumour", "5")), order=3, seasons=("two",)),
        seasons=seasons,
        variables=variables,
        rules=rules,
        meters=("name", "days", "nerve"),
        inputs={"heard": Input("heard", "rumour + 1", ("first",), 0, 9, 1)},
    )


def test_every_cause_is_entered_in_its_order_with_what_it_moved() -> None:
    stage = Stage(granary())
    run = choose(stage, begin(stage.story, 3), "leave")
    account = replay(stage, run).account
    assert [(each.season, each.kind, each.cause) for each in account] == [
        ("one", "choice", "first.leave"),
        ("one", "stand-in", "passed.sell"),
        ("one", "rule", "eat"),
        ("one", "rule", "eat"),
        ("two", "stand-in", "passed.sell"),
        ("two", "scene", "last"),
    ]
    first = account[0]
    assert (first.before, first.after) == ((50, 300 / 7 / 3, 1), (50, 25, 1))
    assert first.parts == (("people", 7, 4),)


@given(seed=st.integers(0, 999), takes=st.lists(st.integers(0, 1), min_size=2, max_size=2))
def test_what_moved_a_meter_adds_up_to_its_change(seed: int, takes: list[int]) -> None:
    stage = Stage(granary())
    run = begin(stage.story, seed)
    for take in takes:
        run = choose(stage, run, replay(stage, run).open[take])
    moment = replay(stage, run)
    for place, meter in enumerate(stage.story.meters):
        question = stage.program.question(meter)
        start, end = (
            Fraction(question(*each))
            for each in ((stage.first_values(run.setup), set()), (moment.state.values, moment.state.met))
        )
        moved = [Fraction(each.after[place]) - Fraction(each.before[place]) for each in moment.account]
        assert start + sum(moved) == end


def test_a_walk_that_records_nothing_keeps_no_account() -> None:
    stage = Stage(granary())
    assert Walk(stage, 1).account is None
    assert Walk(stage, 1, record=True).copy().account is None
