"""Syllables beside a pronouncing dictionary, sentences, and the grade."""

import math

import pytest

from glfstory.exploring.prose.readability import grade, sentences, syllables

KNOWN = {
    1: """by change cup curl drawn foot go guessed lays like march missed moves names nod plugs points quill rich rubs
        scare tell the third those top tray tube weighed years""",
    2: """ages benches between buttons cadres castor catches counting country ever fourteen halfway holding inside
        ladder leaders leading mainly morale music number offers oxen patches payment quarter relieved
        shoulders sitting summer thinking whirlwind whitewash willow""",
    3: """admired anything attendance carpenter collected corrected correction grandmother including measurements
        medicine nursery overnight remember reservoir severely somebody spectacles suspected tobacco visitor
        visitors waterworks whoever""",
    4: """accordingly agronomist anybody everybody necessary operator photographer responsible secretaries
        thermometer""",
    5: "rectification university",
}
"""A hundred words, drawn by chance from the story, with the syllables that the CMU dictionary gives them."""
MISSED = {"admired": 2}
"""What the estimate gives the other."""


def test_of_a_hundred_words_ninety_nine_have_the_syllables_of_the_dictionary() -> None:
    rows = [(word, count) for count, words in KNOWN.items() for word in words.split()]
    assert len(rows) == 100
    assert {word: syllables(word) for word, count in rows if syllables(word) != count} == MISSED


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("People's", 2),
        ("It’s", 1),
        ("didn't", 2),
        ("don't", 1),
        ("going", 2),
        ("asked", 1),
        ("wanted", 2),
        ("pages", 2),
        ("table", 2),
        ("something", 2),
        ("idea", 3),
        ("socialism", 4),
        ("Liugou", 2),
        ("1958", 1),
        ("hm", 1),
    ],
)
def test_endings_names_and_what_is_spoken_apart(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("", 0),
        ("One. Two! Three?", 3),
        ("It weighs 1.5 jin.", 1),
        ('"Sit down," he says. "There."', 2),
        ("He waits...", 1),
        ("Without an end", 1),
        ("One. And a half", 2),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, many: int) -> None:
    assert sentences(text) == many


def test_the_grade_is_flesch_and_kincaids() -> None:
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade(["Go on.", "The committee remembered everything."]) == pytest.approx(
        0.39 * 6 / 2 + 11.8 * (2 + 1 + 3 + 3 + 3) / 6 - 15.59
    )
    assert math.isnan(grade(["...", ""]))
