"""The archive: cards by mark and by word, and those that wait for the end."""

from dataclasses import replace

import pytest

from glfstory.engine.run import begin
from glfstory.engine.stage import Stage
from glfstory.engine.story import Claim, Event, Fact, Source, Story, Term
from glfstory.pages.archive import card, dated, dispute, find, span
from glfstory.pages.sitting import sit
from tests.build import scene, story


def with_record() -> Story:
    """A story with an early fact, a late one and a term."""
    claim = Claim("They bid against each other.", "book", after="older", where="p. 9", value=3, unit="times")
    fact = Fact("red-flags", "Villages bid for flags.", "1958-03", "contradictory", "high", (claim,), "Not all did.")
    return story(
        scene("x", order=10),
        sources={"book": Source("book", "The book", "A. Author", 2003), "older": Source("older", "An older book")},
        facts={"red-flags": fact, "the-toll": replace(fact, id="the-toll", says="Many died.", late=True)},
        timeline={
            "first-bids": Event("first-bids", "1958-03", "verified", "A board.", "Bids.", ("red-flags",), ("book",)),
            "last-bids": Event("last-bids", "1958-11", "unchecked", sees="Silence.", opens="1958-winter"),
        },
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
    assert [each.id for each in find(told, "")] == ["red-flags", "mu", "first-bids", "book", "older"]
    assert [each.id for each in find(told, "died")] == []
    assert [each.id for each in find(told, "DIED", 2)] == ["the-toll"]


def test_what_opens_in_a_season_is_found_from_that_season_on() -> None:
    told = with_record()
    assert [each.id for each in find(told, "bids", 0)] == ["first-bids"]
    assert [each.id for each in find(told, "bids", 1)] == ["first-bids", "last-bids"]
    assert [each.heading for each in find(told, "november")] == []


def test_a_run_has_reached_the_season_before_the_reader_and_everything_at_its_end() -> None:
    told = replace(with_record(), scenes={name: scene(name, order=10, seasons=(name,)) for name in ("one", "two")})
    at = sit(Stage(told), begin(told, 7))
    reached = [at.reached]
    while not at.is_over:
        at = at.on() if not at.is_last else at.choose("a")
        reached.append(at.reached)
    assert reached == sorted(reached)
    assert (reached[0], set(reached), at.is_over) == (0, {0, 1, 2}, True)


def test_an_event_says_what_was_ordered_what_was_seen_and_what_is_behind_it() -> None:
    shown = card(with_record(), "first-bids")
    assert (shown.heading, shown.period) == ("First bids", "March 1958")
    assert shown.says == "A board.\n\nIn the village: Bids."
    assert shown.standing == "Read in a source. What a village sees is put together from several places."
    assert card(with_record(), "last-bids").standing == "From general knowledge, not checked."
    assert shown.see == ("Red flags", "A. Author, The book, 2003")


def test_a_disputed_fact_says_so_and_so_does_one_that_is_corrected() -> None:
    told = with_record()
    assert card(told, "red-flags").dispute == "disputed"
    assert dispute(replace(told.facts["red-flags"], status="single-source")) == "corrected"
    assert dispute(replace(told.facts["red-flags"], status="doubtful")) == "doubtful"
    assert dispute(replace(told.facts["red-flags"], status="corroborated", correction="")) == ""


def test_a_source_is_found_once_a_card_that_rests_on_it_is_open() -> None:
    told = with_record()
    late = {name: replace(fact, late=True) for name, fact in told.facts.items()}
    assert [each.id for each in find(replace(told, facts=late, timeline={}), "book")] == []
    assert [each.id for each in find(replace(told, facts=late, timeline={}), "book", 2)] == ["book", "older"]


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


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("1958", "1958"),
        ("1958-08", "August 1958"),
        ("1958-08-06 / 1958-08-09", "6 to 9 August 1958"),
        ("1958-11-28 / 1958-12-10", "28 November to 10 December 1958"),
        ("1957-11 / 1958-02", "November 1957 to February 1958"),
        ("1961-01 / 1961-06", "January to June 1961"),
    ],
)
def test_two_dates_say_once_what_they_share(when: str, words: str) -> None:
    assert span(when) == words
