"""The tree of kept runs, what a decision changed, the endings met, and the page of whoever stops."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from glfstory.engine.run import Run, begin, branch, choose, replay
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Assign, Ending, Member, Story, Variable
from glfstory.pages.chronicle import chronicle
from glfstory.pages.endings import gallery, told
from glfstory.pages.stop import stop
from glfstory.pages.tree import called, flat, shared, tree
from glfstory.saving.kept import KeptRun
from tests.build import choice, house, number, scene, story


def four() -> Story:
    """Four scenes with two choices each, and two endings."""
    names = ("one", "two", "three", "four")
    scenes = [scene(name, order=at, seasons=("one" if at < 2 else "two",)) for at, name in enumerate(names)]
    other = Ending("rich", "Rich", (), rank=1, when="n >= 8")
    first = story(*scenes, households=house(Member("granny", "Granny", left="n >= 4")))
    return replace(first, endings={**first.endings, "rich": other})


STAGE = Stage(four())
CHOICES = st.text("ab", max_size=4)


def run_of(choices: str, seed: int = 1, setup: Setup | None = None) -> Run:
    run = begin(STAGE.story, seed, setup)
    for each in choices:
        run = choose(STAGE, run, each)
    return run


def kept(choices: str, name: str = "", *, seed: int = 1, current: bool = False) -> KeptRun:
    moment = replay(STAGE, run_of(choices, seed))
    title = moment.ending.title if moment.ending else ""
    return KeptRun(name or choices, name or choices, moment.run, "", title, moment.over, current)


def test_a_run_leaves_goes_on_or_stands_where_it_parts_from_the_other() -> None:
    runs = [kept("abab"), kept("aa"), kept("b"), kept("ab"), kept("abb"), kept("aaa", seed=2)]
    twigs = tree(STAGE, run_of("aba"), runs)
    assert [(each.at, each.how, each.words, each.kept.name) for each in twigs] == [
        (1, "leaves", "b", "b"),
        (2, "leaves", "a", "aa"),
        (3, "stops", "", "ab"),
        (3, "leaves", "b", "abb"),
        (4, "goes on", "b", "abab"),
    ]
    assert [each.season for each in twigs] == [
        "Autumn 1957",
        "Autumn 1957",
        "Winter 1958",
        "Winter 1958",
        "Winter 1958",
    ]


def test_branches_of_a_branch_hang_from_it() -> None:
    twigs = tree(STAGE, run_of("aaaa"), [kept("bb"), kept("baa"), kept("bab")])
    assert [(depth, twig.at, twig.kept.name) for depth, twig in flat(twigs)] == [
        (0, 1, "baa"),
        (1, 2, "bb"),
        (1, 3, "bab"),
    ]


@given(CHOICES, st.lists(CHOICES, unique=True, max_size=6))
def test_every_kept_run_is_in_the_tree_once_at_its_fork(mine: str, others: list[str]) -> None:
    runs = [kept(each, f"run {each}") for each in others]
    found = flat(tree(STAGE, run_of(mine), runs))
    assert sorted(twig.kept.name for _, twig in found) == sorted(f"run {each}" for each in others if each != mine)
    for depth, twig in found:
        if depth == 0:
            assert shared(twig.kept.run, run_of(mine)) == twig.at - 1
            assert branch(twig.kept.run, twig.at - 1) == branch(run_of(mine), twig.at - 1)


def test_a_run_is_called_what_it_is_kept_as() -> None:
    runs = [kept("ab", "mine"), kept("ab", current=True)]
    assert called(run_of("ab"), runs) == "mine"
    assert called(run_of("a"), runs) == ""
    assert tree(STAGE, run_of("ab"), runs) == ()


def test_a_reason_makes_no_branch() -> None:
    stage = Stage(replace(four(), reasons={"fear": "I was afraid."}))
    run = choose(stage, begin(stage.story, 1), "a", "fear")
    assert tree(stage, run, [kept("a")]) == ()


def test_endings_are_told_with_their_runs_and_the_others_not_at_all() -> None:
    assert [each.title for each in gallery(STAGE, [kept("ab")])] == ["", ""]
    first, second = gallery(STAGE, [kept("aaaa", "poor"), kept("aaaa", current=True), kept("aaab", seed=3)])
    assert (first.title, second.title) == ("The end", "")
    assert [told(each) for each in first.runs] == [
        "poor, seed 1, ended 1958, 4 decisions",
        "aaab, seed 3, ended 1958, 4 decisions",
    ]
    met = gallery(STAGE, [kept("aaaa", "poor")], run_of("bbbb"))
    assert [(each.title, [run.name for run in each.runs]) for each in met] == [("Rich", [""]), ("The end", ["poor"])]


def test_a_decision_tells_what_it_changed_by_itself() -> None:
    effects = (
        Assign("n", "n + 5"),
        Assign("stores", "stores - 400"),
        Assign("trust", "trust - 1"),
        Assign("hall", "'closed'"),
        Assign("furnace", "True"),
    )
    variables = {
        "n": number("n", 5),
        "stores": Variable("stores", "Grain in the store.", "number", 1200, "jin", 0, 9000, 100),
        "trust": Variable("trust", "How far people tell you things.", "number", 50, "points", 0, 100, 1),
        "hall": Variable("hall", "What became of the hall.", "word", "open", words=("open", "closed")),
        "furnace": Variable("furnace", "Whether the furnace was built.", "flag", False),
    }
    one = scene("x", choice("a", do=effects), choice("b"), order=1, seasons=("one",))
    stage = Stage(story(one, variables=variables, meters=("n",)))
    for taken, changed in (
        (
            "a",
            (
                "n 5 → 10",
                "Grain in the store: 1,200 jin → 800 jin",
                "How far people tell you things: less",
                "What became of the hall: closed",
                "Whether the furnace was built: yes",
            ),
        ),
        ("b", ()),
    ):
        moment = replay(stage, choose(stage, begin(stage.story, 1), taken))
        assert chronicle(stage, moment)[0].changed == changed


def test_who_stops_is_told_how_the_village_stands() -> None:
    page = stop(STAGE, replay(STAGE, run_of("bbb")), keeps=True)
    assert page.season == "Winter 1958"
    assert page.homes == (("The house", "Left: Granny (Autumn 1957)."),)
    assert "This run is kept" in page.kept
    assert "its seed is 1" in stop(STAGE, replay(STAGE, run_of("")), keeps=False).kept
