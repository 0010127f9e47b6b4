"""Who is here, left, taken or dead at the close of a season."""

from dataclasses import replace

from glfstory.engine.run import begin, choose, replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Assign, Member, Rule, Season, Story
from tests.build import choice, house, number, scene, story, text

FRAIL = tuple(Member(f"p{place}", f"P{place}", frailty=0.1 + 0.08 * place) for place in range(10))


def fates_after(told: Story, seed: int, *choices: str) -> dict[str, object]:
    stage, run = Stage(told), begin(told, seed)
    for each in choices:
        run = choose(stage, run, each)
    state = replay(stage, run).state
    return {member.id: state.values[stage.program.slots[f"fate {member.id}"]] for member in told.members}


def mourning(*members: Member, dead: str) -> Story:
    toll = Rule("toll", "", (Assign("toll", dead),))
    season = Season("one", 1957, "autumn", "Autumn", close=("toll",), turn=text("Over."))
    share = replace(number("toll"), step=0.001, high=1)
    return story(
        scene("x", order=10),
        seasons=(season, replace(season, id="two", year=1958)),
        rules={"toll": toll},
        variables={"n": number("n"), "toll": share},
        households=house(*members),
        toll="toll",
    )


def test_names_and_count_agree_and_the_frail_go_first() -> None:
    told = mourning(*FRAIL, dead="0.3")
    deaths = [name for seed in range(200) for name, fate in fates_after(told, seed, "a").items() if fate == "dead"]
    assert len(deaths) == 3 * 200
    assert deaths.count("p9") > 3 * deaths.count("p0")


def test_one_person_can_be_saved_at_anothers_cost() -> None:
    spared = tuple(replace(member, spared="chose('x.a')") if member.id == "p9" else member for member in FRAIL)
    told = mourning(*spared, dead="0.3")
    for seed in range(60):
        saved, lost = fates_after(told, seed, "a"), fates_after(told, seed, "b")
        assert saved["p9"] == "here"
        assert sum(fate == "dead" for fate in saved.values()) == sum(fate == "dead" for fate in lost.values()) == 3


def test_who_left_or_was_taken_is_passed_over_and_the_unborn_come_later() -> None:
    away = tuple(replace(member, left="season.year == 1957") for member in FRAIL[:4])
    child = Member("child", "Child", birth="season.year == 1958", frailty=0.9)
    told = mourning(*away, *FRAIL[4:], child, dead="0.6 if season.year == 1958 else 0")
    stage = Stage(told)
    first = replay(stage, begin(told, 3))
    assert first.state.values[stage.program.slots["fate child"]] == "unborn"
    fates = fates_after(told, 3, "a")
    assert [fates[member.id] for member in away] == ["left"] * 4
    assert sum(fate == "dead" for fate in fates.values()) == 6


def test_who_is_away_at_the_start_is_not_here() -> None:
    told = story(
        scene("x", choice("a", when="gone('son') and not here('son') and here('granny')"), choice("b"), order=10),
        households=house(Member("son", "The son", away=True), Member("granny", "Granny")),
    )
    assert replay(Stage(told), begin(told, 1)).open == ("a", "b")


def test_who_goes_after_another_goes_a_season_later_in_whatever_order_they_stand() -> None:
    first, second = Member("a", "A", left="season.year == 1957"), Member("b", "B", left="gone('a')")
    for members in ((first, second), (second, first)):
        told = story(scene("x", order=10, seasons=("two",)), households=house(*members))
        stage = Stage(told)
        state = replay(stage, begin(told, 1)).state
        assert [state.values[stage.program.fate_slots[name]] for name in ("a", "b")] == ["left", "here"]
