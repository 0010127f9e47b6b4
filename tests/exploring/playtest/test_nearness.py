"""How far a condition is from holding."""

import pytest

from glfstory.engine.program import Program
from glfstory.engine.story import Variable
from glfstory.exploring.playtest.nearness import distance
from tests.build import choice, number, scene, story

VARIABLES = {"n": number("n"), "m": number("m"), "post": Variable("post", "", "word", words=("in", "out"))}


@pytest.fixture
def program() -> Program:
    return Program(story(scene("road", choice("go"), choice("stay")), variables=VARIABLES))


def far(program: Program, condition: str | None, *, wanted: bool = True, n: int = 0, m: int = 0) -> float:
    values = [{"n": n, "m": m, "post": "in"}.get(name, 0) for name in program.slots]
    return distance(program, condition, wanted=wanted)(values, {"road", "road.go"})


@pytest.mark.parametrize("condition", [None, "n < 1", "n == 0 and m == 0", "n > 5 or m < 1", "post in ('in', 'out')"])
def test_nothing_where_it_holds_and_something_where_it_should_not(program: Program, condition: str | None) -> None:
    assert far(program, condition) == 0
    assert far(program, condition, wanted=False) > 0


@pytest.mark.parametrize(
    "condition", ["n > 50", "n >= 50", "n == 50", "not n < 50", "10 < n <= 99", "n > 50 or n > 60"]
)
def test_a_number_comes_nearer_step_by_step(program: Program, condition: str) -> None:
    gaps = [far(program, condition, n=n) for n in (0, 9, 30, 49, 51)]
    assert gaps[:-1] == sorted(gaps[:-1], reverse=True)
    assert gaps[0] > gaps[1] > 0


def test_of_several_all_are_needed_or_the_nearest(program: Program) -> None:
    assert far(program, "n > 50 and m > 50", n=51, m=30) < far(program, "n > 50 and m > 50", n=40, m=30)
    assert far(program, "n > 50 or m > 50", n=0, m=49) == far(program, "m > 50", m=49)


def test_what_is_yes_or_no_is_one_away(program: Program) -> None:
    assert far(program, "post == 'out'") == 1
    assert far(program, "chose('road.stay')") == 1
    assert far(program, "not seen('road')") == 1
    assert far(program, "chose('road.go')") == 0
