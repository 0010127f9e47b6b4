"""Conditions and effects: what is part of the language, what is refused, and what it can come out as."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.engine.analysis import check
from glfstory.engine.expressions import Scope
from glfstory.engine.program import Program, scope_of
from glfstory.engine.ranges import FALSE, TRUE, Flags, Numbers, WordSet
from glfstory.engine.story import Value
from tests.build import number, scene, story

SCOPE = Scope(
    ranges={
        "a": Numbers(0, 10),
        "b": Numbers(-5, 5),
        "post": WordSet(frozenset(("secretary", "dismissed"))),
        "lit": Flags(frozenset((True, False))),
        "season.year": Numbers(1957, 1962),
        "season.name": WordSet(frozenset(("autumn", "winter"))),
    },
    computed={"twice": "a * 2", "ring": "loop + 1", "loop": "ring + 1"},
    scenes={"the-scales": ["honest", "blank"]},
    members=("granny",),
)

REFUSED = [
    ("a / b", "zero"),
    ("a % b", "zero"),
    ("a / (a - a)", "zero"),
    ("sqrt(b)", "negative-root"),
    ("9**9**9", "forbidden"),
    ("__import__('os').system('x')", "forbidden"),
    ("(lambda: 1)()", "forbidden"),
    ("[x for x in (1, 2)]", "forbidden"),
    ("a.real", "forbidden"),
    ("a & 1", "forbidden"),
    ("max(*(1, 2))", "forbidden"),
    ("min(a, key=1)", "forbidden"),
    ("999999 * 999999 * 999999", "unbounded"),
    ("1e400", "unbounded"),
    ("(" * 150 + "a" + ")" * 150, None),
    ("(" * 300, "syntax"),
    ("a" * 401, "too-long"),
    ("", "syntax"),
    ("a = 3", "syntax"),
    ("standng + 1", "unknown-name"),
    ("season.month", "unknown-name"),
    ("post == 'secretry'", "unknown-word"),
    ("post in ('secretary', 'dismised')", "unknown-word"),
    ("post < 'secretary'", "kind"),
    ("post + 1", "kind"),
    ("'a' * 3", "kind"),
    ("post == 3", "kind"),
    ("not a", "kind"),
    ("a and lit", "kind"),
    ("1 if a else 2", "kind"),
    ("1 if lit else 'x'", "kind"),
    ("seen('the-scale')", "unknown-scene"),
    ("chose('the-scales.honst')", "unknown-choice"),
    ("chose('the-scales')", "unknown-choice"),
    ("alive('grany')", "unknown-person"),
    ("seen(post)", "arguments"),
    ("clamp(a, 1)", "arguments"),
    ("min(a)", "arguments"),
    ("ring", "circular"),
    ("post is 'secretary'", "forbidden"),
    ("a in b", "forbidden"),
]


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_what_is_refused(text: str, code: str | None) -> None:
    problems = check(text, SCOPE)[1]
    assert [problem.code for problem in problems][:1] == ([code] if code else [])


RANGES = [
    ("a", Numbers(0, 10)),
    ("-a", Numbers(-10, 0)),
    ("a * b", Numbers(-50, 50)),
    ("a - a", Numbers(-10, 10)),
    ("twice + 1", Numbers(1, 21)),
    ("ratio(a, b, 0)", Numbers(-10000, 10000)),
    ("ratio(a, a + 1, 0)", Numbers(0, 10)),
    ("clamp(b * 100, 0, 3)", Numbers(0, 3)),
    ("max(a, 3)", Numbers(3, 10)),
    ("abs(b)", Numbers(0, 5)),
    ("sqrt(a * 10)", Numbers(0, 10)),
    ("a // 3", Numbers(0, 3)),
    ("a % 3", Numbers(0, 3)),
    ("round(a / 3)", Numbers(0, 3)),
    ("a if lit else b", Numbers(-5, 10)),
    ("a > 10", FALSE),
    ("a >= 0", TRUE),
    ("0 <= a <= 10", TRUE),
    ("a > 10 or lit", Flags(frozenset((True, False)))),
    ("lit and a > 10", FALSE),
    ("season.year in (1950, 1951)", FALSE),
    ("post in ('secretary', 'dismissed')", Flags(frozenset((True, False)))),
    ("not (a < 11)", FALSE),
    ("chose('the-scales.honest') and not seen('the-scales')", Flags(frozenset((True, False)))),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_what_it_can_come_out_as(text: str, expected: object) -> None:
    assert check(text, SCOPE) == (expected, [])


def test_a_typo_is_answered_with_the_nearest_name() -> None:
    problems = check("post == 'secretry' and set('x')", SCOPE)[1]
    assert [(problem.start, problem.end) for problem in problems] == [(8, 18), (23, 31)]
    assert problems[0].fix == "did you mean 'secretary'?"


LEAVES = st.sampled_from(["a", "b", "0", "1", "2.5", "-3", "0.1", "0.7", "twice"])


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(inner, inner)
    return st.one_of(
        st.tuples(inner, st.sampled_from("+-*/%"), inner).map(lambda p: f"({p[0]} {p[1]} {p[2]})"),
        st.tuples(inner, inner).map(lambda p: f"({p[0]} // {p[1]})"),
        pair.map(lambda p: f"max({p[0]}, {p[1]})"),
        pair.map(lambda p: f"min({p[0]}, {p[1]})"),
        pair.map(lambda p: f"ratio({p[0]}, {p[1]}, 1)"),
        inner.map(lambda p: f"abs({p})"),
        inner.map(lambda p: f"sqrt({p})"),
        inner.map(lambda p: f"round({p})"),
        st.tuples(inner, inner, inner).map(lambda p: f"({p[0]} if {p[1]} > {p[2]} else {p[0]})"),
    )


TOLD = story(
    scene("x", order=10),
    variables={
        "a": number("a", high=10),
        "b": replace(number("b", high=5), low=-5),
        "twice": replace(number("twice"), computed="a * 2"),
    },
)
PROGRAM = Program(TOLD)


@given(st.recursive(LEAVES, _grown, max_leaves=8), st.integers(0, 10), st.integers(-5, 5))
def test_what_is_accepted_cannot_fail_and_stays_in_its_range(text: str, a: int, b: int) -> None:
    found, problems = check(text, scope_of(TOLD))
    if problems or not isinstance(found, Numbers):
        return
    values: list[Value] = [0] * len(PROGRAM.slots)
    values[PROGRAM.slots["a"]], values[PROGRAM.slots["b"]] = a, b
    value = PROGRAM.question(text)(values, frozenset())
    assert isinstance(value, int | float)
    slack = 1e-9 * max(1, abs(found.low), abs(found.high))
    assert found.low - slack <= value <= found.high + slack
