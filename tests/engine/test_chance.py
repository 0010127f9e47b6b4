"""Keyed chance: the same for the same key, on every machine and in every order."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.engine.chance import in_order, natural_log, outcome, unit


def test_the_numbers_are_fixed_forever() -> None:
    drawn = [unit(7, "chance", "weather", 1958), unit(0, "draw", "1957-autumn", "persimmons"), unit(1048575, "x")]
    assert [round(number, 12) for number in drawn] == [0.123992799885, 0.006434334683, 0.064883498366]


@given(st.integers(0, 2**20 - 1), st.text(max_size=8))
def test_a_unit_lies_between_zero_and_one(seed: int, name: str) -> None:
    assert 0 < unit(seed, name) < 1


@given(st.floats(1e-300, 1e300))
def test_the_logarithm_is_a_logarithm(x: float) -> None:
    assert natural_log(x) == pytest.approx(math.log(x), rel=1e-12, abs=1e-13)


@given(st.integers(0, 2**20 - 1), st.permutations(["fair", "dry", "flood"]))
def test_the_order_of_outcomes_does_not_matter(seed: int, names: list[str]) -> None:
    odds = {"fair": 0.3, "dry": 0.5, "flood": 0.2}
    assert outcome(seed, "weather", 1959, {name: odds[name] for name in names}) == outcome(seed, "weather", 1959, odds)


def test_outcomes_come_as_often_as_their_weights_say() -> None:
    seen = Counter(outcome(seed, "weather", 1959, {"fair": 3, "dry": 1, "never": 0}) for seed in range(4000))
    assert seen["never"] == 0
    assert 0.72 < seen["fair"] / 4000 < 0.78


def test_the_heavier_comes_sooner() -> None:
    pairs = [[(unit(seed, "a"), 3.0, "a"), (unit(seed, "b"), 1.0, "b")] for seed in range(4000)]
    assert 0.72 < sum(in_order(pair) == ["a", "b"] for pair in pairs) / 4000 < 0.78


@given(st.lists(st.tuples(st.floats(1e-16, 1 - 1e-16), st.sampled_from([1.0, 2.0, 0.5])), max_size=12), st.booleans())
def test_the_order_is_that_of_our_own_logarithm(rows: list[tuple[float, float]], twins: bool) -> None:
    if twins:  # hardly apart, or not at all
        rows = [*rows, *((math.nextafter(u, 0.5), weight) for u, weight in rows), *rows]
    units = [(u, weight, str(place)) for place, (u, weight) in enumerate(rows)]
    assert in_order(units) == [name for _, name in sorted((-natural_log(u) / w, name) for u, w, name in units)]
