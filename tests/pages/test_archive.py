"""The archive: cards by mark and by word, and those that wait for the end."""

from dataclasses import replace

import pytest

from glfstory.engine.story import Claim, Fact, Source, Story, Term
from glfstory.pages.archive import card, dated, find
from tests.build import scene, story


def with_record() -> Story:
    """A story with an early fact, a late one and a term."""
    claim = Claim("They bid against each other.", "book", after="older", where="p. 9", value=3, unit="times")
    fact = Fact("red-flags", "Villages bid for flags.", "1958-03", "contradictory", "high", (claim,), "Not all did.")
    return story(
        scene("x", order=10),
        sources={"book": Source("book", "The book", "A. Author", 2003), "older": Source("older", "An older book")},
        facts={"red-flags": fact, "the-toll": replace(fact, id="the-toll", says="Many died.", late=True)},
        glossary={"mu": Term("mu", "mu", "A fifteenth of a hectare.", "亩", "mǔ")},
    )


def test_a_card_says_who_says_what_after_whom_and_how_sure() -> None:
    shown = card(with_record(), "red-flags")
    assert shown.standing == "The sources disagree. What stands above is well established."
    assert shown.period == "March 1958"
    assert shown.correction == "Not all did."
    [voice] = shown.voices
    assert voice.who == "A. Author, The book, 2003, after An older book"
    assert (voice.where, voice.value) == ("p. 9", "3 times")


def test_a_term_shows_its_characters_and_pinyin() -> None:
    assert card(with_record(), "mu").heading == "mu 亩 mǔ"


def test_late_cards_are_found_only_when_the_run_is_over() -> None:
    told = with_record()
    assert [each.id for each in find(told, "")] == ["red-flags", "mu"]
    assert [each.id for each in find(told, "died")] == []
    assert [each.id for each in find(told, "DIED", over=True)] == ["the-toll"]


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("1957-11-13", "13 November 1957"),
        ("1959-01", "January 1959"),
        ("1957-11 / 1958-01", "November 1957 / January 1958"),
        ("1958-1960", "1958-1960"),
        ("autumn 1958", "autumn 1958"),
    ],
)
def test_dates_are_shown_in_words(period: str, words: str) -> None:
    assert dated(period) == words
