"""The archive of Two Ledgers against what it was written from: claims, corrections, terms, and every single number."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from glfstory.engine.opening import opens_at
from glfstory.engine.story import Claim, Event, Fact, Term
from tests.story.numerals import numbers
from tests.story.test_two_ledgers import story

HERE = Path(__file__).parent
NUMBERS: dict[str, Any] = yaml.safe_load((HERE / "numbers.yaml").read_text(encoding="utf-8"))
DIGEST: dict[str, Any] = yaml.safe_load((HERE / "digest.yaml").read_text(encoding="utf-8"))
MOVED = "moved"


def texts(record: Fact | Event | Term) -> list[str]:
    """Everything that a card says in words of its own, without the places in its sources."""
    match record:
        case Fact():
            said = [part for claim in record.claims for part in (claim.says, f"{claim.value or ''} {claim.unit}")]
            return [record.title, record.says, record.period, record.correction, *said]
        case Event():
            return [record.title, record.when, record.above, record.sees]
        case Term():
            return [record.term, record.says]


def stated(record: Fact | Event | Term) -> set[str]:
    return {number for text in texts(record) for number in numbers(text)}


def listed(kind: str, name: str) -> set[str]:
    rows = NUMBERS[kind].get(name, {})
    return {number for origin, found in rows.items() if origin != MOVED for number in found}


@pytest.mark.parametrize("name", story().facts)
def test_every_number_of_a_fact_is_listed_with_its_origin_and_every_listed_number_is_there(name: str) -> None:
    assert stated(story().facts[name]) == listed("facts", name)


@pytest.mark.parametrize("name", story().timeline)
def test_so_is_every_number_of_the_timeline(name: str) -> None:
    assert stated(story().timeline[name]) == listed("timeline", name)


@pytest.mark.parametrize("name", story().glossary)
def test_so_is_every_number_of_a_term(name: str) -> None:
    assert stated(story().glossary[name]) == listed("glossary", name)


def test_a_number_that_would_tell_the_end_stands_on_the_card_that_it_was_moved_to() -> None:
    moved = [(name, row[MOVED]) for name, row in NUMBERS["facts"].items() if MOVED in row]
    assert moved
    for name, rows in moved:
        for number, other in rows.items():
            assert number in stated(story().facts[other])
            assert number not in stated(story().facts[name])


def test_nothing_is_listed_that_does_not_exist() -> None:
    assert NUMBERS["facts"].keys() <= story().facts.keys()
    assert NUMBERS["timeline"].keys() <= story().timeline.keys()
    assert NUMBERS["glossary"].keys() <= story().glossary.keys()


def test_all_facts_of_the_digest_are_here() -> None:
    assert len(DIGEST["facts"]) == 137
    assert DIGEST["facts"].keys() <= story().facts.keys()


def voice(claim: Claim) -> str:
    return f"{claim.source} after {claim.after}" if claim.after else claim.source


@pytest.mark.parametrize("name", DIGEST["facts"])
def test_a_fact_has_the_status_the_certainty_and_the_voices_of_the_digest(name: str) -> None:
    row, fact = DIGEST["facts"][name], story().facts[name]
    assert fact.status == row["status"]
    assert fact.sure == row.get("ours", row["sure"])
    assert fact.correction or "ours" not in row
    assert set(row["says"]) <= {voice(claim) for claim in fact.claims}


@pytest.mark.parametrize("name", DIGEST["corrected"])
def test_what_is_wrong_or_contradicted_says_so_beside_the_claim(name: str) -> None:
    assert story().facts[name].correction


def test_many_cards_show_sources_that_disagree() -> None:
    def disagree(fact: Fact) -> bool:
        claimed = {claim.source for claim in fact.claims}
        return fact.status == "contradictory" or bool(fact.correction and set(fact.cites) - claimed)

    assert sum(map(disagree, story().facts.values())) >= 25


def test_the_terms_of_the_glossary_have_their_characters_and_pinyin() -> None:
    assert len(DIGEST["terms"]) == 48
    ours = {term.characters: term.pinyin for term in story().glossary.values()}
    assert {sign: ours.get(sign) for sign in DIGEST["terms"]} == DIGEST["terms"]


def test_the_timeline_goes_from_1957_to_1962_and_tells_nothing_ahead_of_its_season() -> None:
    events = list(story().timeline.values())
    assert 60 <= len(events) <= 90
    assert {event.when[:4] for event in events} == {"1957", "1958", "1959", "1960", "1961", "1962"}
    for event in events:
        year, month = int(event.when[:4]), int(event.when[5:7])
        if not event.opens and not event.late:
            assert event.when < "1957-11-14"
        elif not event.late:
            assert int(event.opens[:4]) in (year, year - (month < 3)), event.id


def test_no_card_is_open_before_what_it_tells_of_has_begun() -> None:
    """By the year that its period begins with; a card without a year, or with an earlier one, is open at once."""
    for fact in story().facts.values():
        began = fact.period[:4]
        if began.isdecimal() and int(began) >= 1959 and not fact.late and int(began) < 1970:
            assert fact.opens >= f"{int(began) - 1}-winter", fact.id


def test_what_the_famine_cost_and_why_waits_for_the_end() -> None:
    for name in ("death-toll", "famine-onset", "weather-role", "deaths-in-villages", "studies-of-causes"):
        assert opens_at(story().seasons, story().facts[name]) == len(story().seasons)
