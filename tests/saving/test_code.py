"""A run code is a whole run; a mistyped one is noticed, and one of another release says so."""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glfstory.engine import SEEDS
from glfstory.engine.release import play_hash
from glfstory.engine.run import Decision, Outside, Run, begin, branch, replay
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Constant, Input, Length, Option, Pack, Story
from glfstory.engine.walk import Walk
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from glfstory.saving.code import WrongCode, code_of, run_of
from glfstory.saving.letters import ALPHABET, checked, plain
from tests.build import choice, number, scene, story

dice_of = st.integers(0, 2**32).map(random.Random)
shares = st.floats(-1e6, 1e6).map(lambda value: round(value, 6))


def released(told: Story, number_of: str = "1", **others: str) -> Story:
    return replace(told, releases={**others, number_of: play_hash(told)})


@cache
def small(**more: str) -> Stage:
    told = story(
        scene("first", choice("a"), choice("b"), choice("c", when="n > 1"), order=1, seasons=("one",), reason=True),
        scene("second", choice("a", add=1), choice("b", when="n > share"), choice("c"), order=2, seasons=("one",)),
        scene("third", order=1, seasons=("two",)),
        options={"county": Option("county", "How hard.", ("mild", "hard"), "hard")},
        lengths={"full": Length("full"), "short": Length("short", "", "one", "one")},
        reasons={"fear": "Fear.", "belief": "Belief."},
        constants={
            "share": Constant("share", "A share.", "", {"else": 0.5}),
            "other": Constant("other", "O.", "", {"else": 1}),
        },
        inputs={"rival": Input("rival", "n", ("first", "third"), 0, 3000, 5)},
        variables={"n": number("n")},
    )
    return Stage(released(told, **more))


@cache
def two_ledgers() -> Stage:
    told = read(shipped_story()).story
    assert told is not None
    return Stage(released(told))


def by_chance(
    stage: Stage, dice: random.Random, *, reasons: bool = False, outside: bool = False, stop: int = 999
) -> Run:
    """A run whose setup and decisions are taken by chance, stopped after some of them."""
    told = stage.story
    options = {name: dice.choice(option.words) for name, option in told.options.items()}
    length = dice.choice(list(told.lengths))
    run = begin(told, dice.randrange(SEEDS), Setup(options, length, dict(stage.program.constants)))
    given_inputs = {}
    if outside:
        for each in told.inputs.values():
            for season in {season for name in each.scenes for season in told.scenes[name].seasons}:
                given_inputs[season, each.id] = dice.randrange(int((each.high - each.low) / each.step)) * each.step
    walk, taken = Walk(stage, run.seed, run.setup, given_inputs), []
    walk.advance()
    order = [season.id for season in told.seasons]
    waiting = sorted(given_inputs, key=lambda slot: order.index(slot[0]))
    while walk.scene is not None and stop > 0:
        while waiting and order.index(waiting[0][0]) <= walk.at:
            taken.append(Outside(*waiting[0], given_inputs[waiting.pop(0)]))
        reason = dice.choice(["", *told.reasons]) if reasons and walk.scene.reason else ""
        chosen = dice.choice(walk.open_choices()).id
        taken.append(Decision(walk.scene.id, chosen, reason))
        walk.choose(chosen)
        walk.advance()
        stop -= 1
    return replace(run, entries=(*taken, *(Outside(*slot, given_inputs[slot]) for slot in waiting)))


def letters(code: str) -> int:
    return len(plain(code))


@settings(max_examples=150, deadline=None)
@given(dice_of, st.integers(0, 50), st.booleans())
def test_every_run_of_two_ledgers_comes_back(dice: random.Random, stop: int, reasons: bool) -> None:
    run = by_chance(two_ledgers(), dice, reasons=reasons, stop=stop)
    code = code_of(two_ledgers(), run)
    assert run_of(two_ledgers(), code) == run
    assert letters(code) % 4 == 0


def test_a_full_run_has_24_to_28_letters_and_one_from_a_class_at_most_44() -> None:
    dice = random.Random(1958)
    alone = [by_chance(two_ledgers(), dice) for _ in range(200)]
    assert {letters(code_of(two_ledgers(), run)) for run in alone if run.setup.length == "full"} <= {24, 28}
    assert {letters(code_of(two_ledgers(), run)) for run in alone if run.setup.length == "short"} <= {16, 20, 24}
    with_reasons = [by_chance(two_ledgers(), dice, reasons=True) for _ in range(100)]
    assert max(letters(code_of(two_ledgers(), run)) for run in with_reasons) <= 32
    in_class = [by_chance(two_ledgers(), dice, reasons=True, outside=True) for _ in range(100)]
    assert max(letters(code_of(two_ledgers(), run)) for run in in_class) <= 44


@settings(max_examples=60, deadline=None)
@given(dice_of)
def test_a_run_with_numbers_from_outside_comes_back_to_the_same_state(dice: random.Random) -> None:
    stage = two_ledgers()
    run = by_chance(stage, dice, outside=True)
    back = run_of(stage, code_of(stage, run))
    assert back.decisions == run.decisions
    assert replay(stage, back).state == replay(stage, run).state
    assert code_of(stage, back) == code_of(stage, run)


@settings(max_examples=100, deadline=None)
@given(
    dice_of,
    st.dictionaries(
        st.sampled_from(["share", "other"]), st.floats(-1e6, 1e6).map(lambda value: round(value, 6)), min_size=1
    ),
)
def test_a_run_with_a_changed_model_comes_back_on_a_stage_without_the_change(
    dice: random.Random, constants: dict[str, float]
) -> None:
    stage = Stage(small().story, constants)
    run = by_chance(stage, dice, reasons=True, outside=True)
    back = run_of(small(), code_of(stage, run))
    assert (back.setup, back.decisions) == (run.setup, run.decisions)


def test_one_changed_constant_costs_a_group_or_two() -> None:
    dice = random.Random(4)
    stage = Stage(two_ledgers().story, {"own_weight": 0.7})
    runs = [by_chance(stage, dice) for _ in range(50)]
    assert max(letters(code_of(stage, run)) for run in runs) <= 36
    assert run_of(two_ledgers(), code_of(stage, runs[0])) == runs[0]


def test_a_code_stays_what_it_is() -> None:
    """Codes are on paper: if this fails, either take the change back or give the form of codes a number."""
    run = replace(
        begin(small().story, 7),
        entries=(Decision("first", "b", "fear"), Decision("second", "c"), Decision("third", "a")),
    )
    assert code_of(small(), run) == "13ND-6M00-2N3Z"


def test_a_code_may_be_typed_in_any_way() -> None:
    run = by_chance(small(), random.Random(3))
    code = code_of(small(), run)
    for typed in (code.lower(), code.replace("-", " "), code.replace("-", ""), f" {code.replace('0', 'O')}\n"):
        assert run_of(small(), typed) == run


def test_what_has_no_code() -> None:
    run = by_chance(small(), random.Random(3))
    packed_story = replace(small().story, packs=(Pack("doctor"),))
    unreleased = replace(small().story, releases={})
    assert code_of(Stage(packed_story), run) == code_of(Stage(unreleased), run) == ""
    assert code_of(small(), replace(run, story="other")) == ""
    assert code_of(small(), replace(run, setup=Setup())) == ""
    assert code_of(small(), replace(run, entries=(Decision("first", "d"),))) == ""
    assert code_of(small(), replace(run, entries=(Decision("third", "a"),))) == ""
    assert code_of(small(), replace(run, entries=(Decision("first", "a", "greed"),))) == ""
    assert code_of(Stage(small().story, {"share": 0.3}), run) == ""


def refused(stage: Stage, code: str) -> str:
    with pytest.raises(WrongCode) as wrong:
        run_of(stage, code)
    sentence = str(wrong.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("", "A run code is missing"),
        (" - ", "A run code is missing"),
        ("ABCU", "A run code holds no 'U'"),
        ("AB!D", "A run code holds no '!'"),
        ("AB\x1b[", "A run code holds no '\\x1b'"),
        ("大跃进", "A run code holds no '\\u5927'"),
        ("ABC", "this one has 3 letters and figures: one is missing, or one too many."),
        ("A" * 404, "this one has 404"),
        ("ABCD-EFGH", "This is no run code of Small"),
        ("ZZZZ", "This is no run code of Small"),
    ],
)
def test_what_is_no_code_is_refused_with_the_reason(code: str, says: str) -> None:
    assert says in refused(small(), code)


def test_a_code_of_another_release_or_story_is_named() -> None:
    code = code_of(small(), by_chance(small(), random.Random(3)))
    later = Stage(replace(small().story, releases={"1": "old", "2": play_hash(small().story)}))
    assert refused(later, code) == (
        "This code is of release 1 of Small, and here is release 2: a glfstory of that time plays it."
    )
    assert refused(small(), code_of(later, by_chance(later, random.Random(3)))) == (
        "This code is of release 2 of Small, and here is release 1: a newer glfstory may have it."
    )
    unreleased = Stage(replace(small().story, releases={}))
    assert "what is open here is no release" in refused(unreleased, code)
    assert "no run code of Other" in refused(Stage(replace(small().story, id="other", title="Other")), code)


@pytest.mark.parametrize("release", [1, 30, 31, 32, 62, 200])
def test_releases_have_room(release: int) -> None:
    stage = Stage(released(replace(small().story, releases={}), str(release)))
    run = by_chance(stage, random.Random(release))
    code = code_of(stage, run)
    assert run_of(stage, code) == run
    assert f"release {release} of Small" in refused(Stage(released(replace(small().story, releases={}), "7")), code)


def test_a_story_that_changed_under_its_number_takes_no_old_codes() -> None:
    code = code_of(small(), by_chance(small(), random.Random(3)))
    again = released(replace(small().story, releases={}, variables={"n": number("n", 5)}))
    assert "This is no run code" in refused(Stage(again), code)


@cache
def codes() -> list[tuple[Run, str]]:
    dice, stage = random.Random(1962), two_ledgers()
    runs = [branch(by_chance(stage, dice, reasons=at % 3 == 0), dice.randrange(60)) for at in range(40)]
    return [(run, plain(code_of(stage, run))) for run in runs]


Mistake = Callable[[random.Random, str], str]


def mistyped(dice: random.Random, code: str) -> str:
    at = dice.randrange(len(code))
    return code[:at] + dice.choice(ALPHABET) + code[at + 1 :]


def swapped(dice: random.Random, code: str) -> str:
    one, other = sorted(dice.sample(range(len(code)), 2))
    return code[:one] + code[other] + code[one + 1 : other] + code[one] + code[other + 1 :]


def mistyped_twice(dice: random.Random, code: str) -> str:
    return mistyped(dice, mistyped(dice, code))


def swapped_twice(dice: random.Random, code: str) -> str:
    return swapped(dice, swapped(dice, code))


def left_out(dice: random.Random, code: str) -> str:
    at = dice.randrange(len(code))
    return code[:at] + code[at + dice.choice([1, 4]) :]


def doubled(dice: random.Random, code: str) -> str:
    at = dice.randrange(len(code))
    return code[:at] + code[at : at + dice.choice([1, 4])] + code[at:]


def of_noise(dice: random.Random, code: str) -> str:
    return "".join(chr(dice.choice([dice.randrange(32, 127), dice.randrange(0x3000)])) for _ in code)


def of_letters(dice: random.Random, code: str) -> str:
    return code[0] + "".join(dice.choice(ALPHABET) for _ in code[1:])


def with_right_checks(dice: random.Random, code: str) -> str:
    return checked(mistyped_twice(dice, code[:-2]), "two-ledgers")


MISTAKES = (
    mistyped,
    swapped,
    mistyped_twice,
    swapped_twice,
    left_out,
    doubled,
    of_noise,
    of_letters,
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.__name__)
def test_ten_thousand_mistakes_never_lead_to_a_wrong_run(mistake: Mistake) -> None:
    dice, stage = random.Random(mistake.__name__), two_ledgers()
    for _ in range(10_000 // len(MISTAKES) + 1):
        run, code = dice.choice(codes())
        wrong = mistake(dice, code)
        if plain(wrong) == code:
            assert run_of(stage, wrong) == run
        else:
            refused(stage, wrong)


def test_whoever_works_out_the_checks_of_a_wrong_code_meets_the_fingerprint() -> None:
    """No slip of a hand does this; one in 256 may come to another run's own code, and no other gets through."""
    dice, stage, through = random.Random("checks"), two_ledgers(), 0
    for _ in range(1000):
        run, code = dice.choice(codes())
        wrong = with_right_checks(dice, code)
        try:
            found = run_of(stage, wrong)
        except WrongCode:
            continue
        assert found == run if wrong == code else plain(code_of(stage, found)) == wrong
        through += wrong != code
    assert through <= 8
