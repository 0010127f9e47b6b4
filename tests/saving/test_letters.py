"""The letters of a code: what is mistaken for each other is read as one, and mistakes are noticed."""

import random
from itertools import combinations
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.saving.digits import Digits, NoSuchDigits, decimal, packed, whole
from glfstory.saving.letters import ALPHABET, checked, grouped, is_whole, letters_of, number_of, plain

words = st.text(ALPHABET, min_size=1, max_size=30)


def test_the_alphabet_has_no_letter_that_is_mistaken_for_another() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


@given(words)
def test_letters_are_read_however_they_are_typed(letters: str) -> None:
    spoken = grouped(letters).replace("0", "o").replace("1", "l")
    assert plain(spoken) == plain(spoken.lower()) == plain(f"  {spoken.replace('-', ' ')}\n") == letters
    assert all(len(group) == 4 for group in grouped(letters).split("-")[:-1])


@given(st.integers(0, 2**300))
def test_a_number_comes_back(number: int) -> None:
    assert number_of(letters_of(number)) == number


@given(words, st.integers(0, 31), st.integers(0, 31), st.sampled_from(ALPHABET), st.sampled_from(ALPHABET))
def test_one_or_two_mistyped_letters_are_noticed(letters: str, first: int, second: int, one: str, other: str) -> None:
    code = checked(letters, "small")
    assert is_whole(code, "small")
    wrong = list(code)
    wrong[first % len(code)], wrong[second % len(code)] = one, other
    assert is_whole("".join(wrong), "small") == ("".join(wrong) == code)


def test_any_two_that_change_places_are_noticed_in_codes_of_every_length() -> None:
    dice = random.Random(7)
    for length in range(1, 62):
        code = checked("".join(dice.choice(ALPHABET) for _ in range(length)), "small")
        for one, other in combinations(range(len(code)), 2):
            if code[one] != code[other]:
                wrong = list(code)
                wrong[one], wrong[other] = wrong[other], wrong[one]
                assert not is_whole("".join(wrong), "small")


def test_a_code_of_another_kind_is_noticed() -> None:
    assert not is_whole(checked("ABCDEF", "small"), "large")


@given(st.lists(st.integers(1, 40).flatmap(lambda radix: st.tuples(st.integers(0, radix - 1), st.just(radix)))))
def test_digits_of_any_radix_come_back_and_leave_what_stood_above_them(digits: list[tuple[int, int]]) -> None:
    number, many = packed(digits)
    assert 0 <= number < many == prod(radix for _, radix in digits)
    reader = Digits(number + 7 * many)
    assert [reader.take(radix) for _, radix in digits] == [digit for digit, _ in digits]
    assert reader.number == 7


@given(st.integers(0, 2**80), st.floats(-1e9, 1e9).map(lambda number: round(number, 9)))
def test_numbers_come_back_to_the_last_place(number: int, fraction: float) -> None:
    reader = Digits(packed([*whole(number), *decimal(fraction)])[0])
    assert (reader.take_whole(), reader.take_decimal(), reader.number) == (number, fraction, 0)


@pytest.mark.parametrize("digits", [[(0, 2), (0, 64), *whole(10**400)], [(0, 2), (0, 64), *whole(2)]])
def test_a_number_too_large_for_a_run_is_none(digits: list[tuple[int, int]]) -> None:
    with pytest.raises(NoSuchDigits):
        Digits(packed(digits)[0]).take_decimal()


@pytest.mark.parametrize("number", [1e-60, 1e200, float("nan"), float("inf")])
def test_a_number_that_is_too_fine_or_too_large_has_no_digits(number: float) -> None:
    with pytest.raises(ValueError, match="no place in a code"):
        decimal(number)
