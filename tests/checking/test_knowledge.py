"""What is told to be impossible never is: conditions are held against every case there can be."""

import ast
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from glfstory.checking.bounds import Bounds
from glfstory.checking.knowledge import UNMET, WAITING, Knowledge, Occasion
from glfstory.engine.expressions import Scope
from glfstory.engine.ranges import EITHER, Numbers, WordSet
from glfstory.engine.story import Season

SEASONS = tuple(Season(f"s{at}", 1958 + at // 2, ("spring", "autumn")[at % 2], "S") for at in range(4))
SCOPE = Scope(
    {
        "a": Numbers(0, 3),
        "b": Numbers(0, 3),
        "f": EITHER,
        "g": EITHER,
        "w": WordSet(frozenset(("x", "y", "z"))),
        "season.year": Numbers(1958, 1959),
        "season.name": WordSet(frozenset(("spring", "autumn"))),
    },
    computed={"both": "f and a > 1"},
    scenes={"one": ["left", "right"], "two": ["left", "right"]},
)
KNOWN = Knowledge(SCOPE, SEASONS, {"a": 1, "b": 1}, {"one": (0, 10.0), "two": (2, 10.0)})

atoms = st.sampled_from(
    [
        *(
            f"{name} {sign} {number}"
            for name in "ab"
            for sign in ("<", "<=", ">", ">=", "==", "!=")
            for number in range(4)
        ),
        *("a < b", "b < a", "a == b", "a + b > 4", "0 < a < 2", "2 >= b", "a in (1, 3)", "not f", "f", "g", "f == g"),
        *("w == 'x'", "w != 'x'", "w in ('x', 'y')", "both", "season.year > 1958", "season.name == 'autumn'"),
        *("seen('one')", "seen('two')", "chose('one.left')", "chose('one.right')", "chose('two.left')"),
    ]
)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("not ({})".format, inner),
    ),
    max_leaves=6,
)


def cases(at: int) -> list[dict[str, Any]]:
    """Every state of the small story in a season."""
    found = []
    fates = (UNMET, WAITING, "left", "right")
    for a, b, f, g, w, one, two in product(range(4), range(4), (0, 1), (0, 1), "xyz", fates, fates):
        if two == UNMET or at >= 2:
            found.append({"a": a, "b": b, "f": bool(f), "g": bool(g), "w": w, "one": one, "two": two})
    return found


def truth(condition: str, case: dict[str, Any], at: int) -> bool:
    met: dict[str, Any] = {
        "seen": lambda scene: case[scene] != UNMET,
        "chose": lambda id: case[id.split(".")[0]] == id.split(".")[1],
        "both": case.get("f") and case["a"] > 1,
        "season": SEASONS[at],
    }
    return bool(eval(compile(ast.parse(condition, mode="eval"), "c", "eval"), {**case, **met}))


CASES = {at: cases(at) for at in range(4)}


@settings(max_examples=120, deadline=None, derandomize=True)
@given(condition=conditions, wanted=st.booleans(), at=st.integers(0, 3), given_too=conditions)
def test_what_cannot_hold_holds_nowhere(condition: str, wanted: bool, at: int, given_too: str) -> None:
    occasion = Occasion(frozenset((at,)), given=((given_too, True),))
    if not KNOWN.can_hold([(condition, wanted)], occasion):
        assert not any(truth(given_too, each, at) and truth(condition, each, at) == wanted for each in CASES[at])


def test_contradictions_are_seen() -> None:
    everywhere = Occasion(frozenset(range(4)))
    for condition in (
        "a > 3",
        "a > 1 and a < 2",
        "a < b and b < a",
        "a == 1 and a == 2",
        "a > 0 and a < 3 and a != 1 and a != 2",
        "f and not f",
        "w == 'x' and w in ('y', 'z')",
        "w != 'x' and w != 'y' and w != 'z'",
        "both and a < 1",
        "both and not f",
        "chose('one.left') and chose('one.right')",
        "chose('one.left') and not seen('one')",
        "season.year == 1958 and season.year == 1959",
        "not (f or not f)",
        "(a > 2 or b > 2) and a + b < 3 and a < 3 and b < 3",
    ):
        assert not KNOWN.can_hold([(condition, True)], everywhere), condition
    assert not KNOWN.can_hold([("seen('two')", True)], Occasion(frozenset((0, 1))))
    assert not KNOWN.can_hold([("seen('two')", True)], Occasion(frozenset((2,)), order=5))
    assert KNOWN.can_hold([("seen('two')", True)], Occasion(frozenset((2,)), order=15))


def test_what_would_take_long_to_tell_is_taken_to_be_possible() -> None:
    pairs = " and ".join(f"(a == {at % 4} or b == {at % 3})" for at in range(14))
    assert KNOWN.can_hold([(pairs, True), ("a > 9", True)], Occasion(frozenset((0,)))) is False
    assert isinstance(KNOWN.can_hold([(pairs, True)], Occasion(frozenset((0,)))), bool)


signs = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(cuts=st.lists(st.tuples(signs, st.integers(-1, 7)), max_size=5), by_steps=st.booleans())
def test_bounds_keep_every_number_that_is_left(cuts: list[tuple[str, int]], by_steps: bool) -> None:
    bounds = Bounds(0, 6, 1 if by_steps else 0)
    for sign, number in cuts:
        bounds = bounds.cut(sign, number)
    tried = range(7) if by_steps else [at / 4 for at in range(25)]
    left = (
        [each for each in tried if all(truth(f"{each} {sign} {number}", {}, 0) for sign, number in cuts)]
        if cuts
        else [0]
    )
    assert bounds.is_open == bool(left)
