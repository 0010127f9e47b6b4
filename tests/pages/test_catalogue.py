"""The whole archive for readers and teachers: what holds a word, and all of it as data."""

from dataclasses import replace

from glfstory.pages.archive import Card
from glfstory.pages.catalogue import catalogue, data, opening, resting_on
from tests.pages.test_archive import with_record


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [each.id for each in cards]


def test_without_a_word_all_of_it_is_there_late_cards_too() -> None:
    found = catalogue(with_record())
    assert ids(found.facts) == ["red-flags", "the-toll"]
    assert ids(found.terms) == ["mu"]
    assert ids(found.timeline) == ["first-bids", "last-bids"]
    assert ids(found.sources) == ["book", "older"]


def test_a_word_is_looked_for_in_claims_and_corrections_too() -> None:
    assert ids(catalogue(with_record(), "against").cards) == ["red-flags", "the-toll"]
    assert ids(catalogue(with_record(), "NOT ALL").facts) == ["red-flags", "the-toll"]
    assert ids(catalogue(with_record(), "A. Author").cards) == ["red-flags", "the-toll", "first-bids", "book"]
    assert catalogue(with_record(), "nothing of the kind").cards == ()


def test_an_id_finds_its_own_card_alone() -> None:
    assert ids(catalogue(with_record(), "mu").cards) == ["mu"]
    assert ids(catalogue(with_record(), "book").cards) == ["book"]


def test_disputes_are_the_facts_that_are_contradicted_doubtful_or_corrected() -> None:
    told = with_record()
    plain = replace(told.facts["the-toll"], status="corroborated", correction="")
    assert ids(catalogue(replace(told, facts={**told.facts, "the-toll": plain})).disputes) == ["red-flags"]


def test_a_source_knows_what_rests_on_it() -> None:
    assert resting_on(with_record(), "book") == ("red-flags", "the-toll", "first-bids")
    assert resting_on(with_record(), "older") == ("red-flags", "the-toll")


def test_a_card_says_when_a_run_opens_it() -> None:
    told = with_record()
    assert opening(told.facts["red-flags"]) == ""
    assert opening(told.facts["the-toll"]) == "In a run this opens when it is over."
    assert opening(told.timeline["last-bids"]) == "In a run this opens in winter 1958."


def test_data_holds_every_field() -> None:
    told = with_record()
    rows = data(told, catalogue(told))
    assert list(rows) == ["story", "version", "facts", "disputes", "terms", "timeline", "sources"]
    fact = rows["facts"][0]
    assert (fact["status"], fact["sure"], fact["dispute"], fact["late"]) == ("contradictory", "high", "disputed", False)
    assert fact["claims"] == [
        {
            "says": "They bid against each other.",
            "source": "book",
            "after": "older",
            "where": "p. 9",
            "value": 3,
            "unit": "times",
        }
    ]
    assert rows["timeline"][1]["opens"] == "1958-winter"
    assert rows["sources"][0]["cited_by"] == ["red-flags", "the-toll", "first-bids"]
    assert rows["terms"][0]["characters"] == "亩"
