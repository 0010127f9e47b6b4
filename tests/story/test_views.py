"""What is laid over the page, on random roads of the shipped story."""

from fractions import Fraction

import pytest

from glfstory.app.widgets.household import listed
from glfstory.app.widgets.ledgerbars import account, bars
from glfstory.pages.chronicle import chronicle
from glfstory.pages.ledger import closed_books, ledger
from glfstory.pages.meters import title_of, value_of
from glfstory.pages.village import village
from glfstory.pages.why import told_seasons, why
from tests.story.test_two_ledgers import random_road, stage, story

NARROW = 72
"""Columns inside a sheet on the smallest screen."""


@pytest.mark.parametrize("seed", range(6))
def test_every_meters_account_adds_up_exactly(seed: int) -> None:
    moment = random_road(seed)[-1].moment
    first = stage().first_values(moment.run.setup)
    for place, meter in enumerate(story().meters):
        question = stage().program.question(meter)
        start, end = Fraction(question(first, set())), Fraction(question(moment.state.values, moment.state.met))
        assert start + sum(Fraction(each.after[place]) - Fraction(each.before[place]) for each in moment.account) == end
    for season in told_seasons(stage(), moment):
        for each in why(stage(), moment, season):
            assert sum(cause.shown for cause in each.causes) == each.change
            assert all(cause.words for cause in each.causes)


@pytest.mark.parametrize("seed", range(12))
def test_the_books_of_a_year_are_open_to_the_secretary_alone_and_at_the_end_to_everybody(seed: int) -> None:
    last = random_road(seed)[-1]
    while not last.is_last:
        shown = {year.year: year.is_closed for year in ledger(stage(), last.so_far)}
        if last.leaf.kind not in ("ending", "coda"):
            for closed, state in last.so_far.closes:
                if closed in story().ledger.at:  # type: ignore[union-attr]
                    assert shown[int(closed[:4])] == (value_of(stage(), "post", state) != "secretary")
        last = last.on()
    years = ledger(stage(), last.so_far)
    assert not any(year.is_closed for year in years)
    for drawn in (bars(years, NARROW, loose=False, left_unit="jin a head"), account(years, "jin a head", NARROW)):
        assert max(map(len, drawn.plain.splitlines())) <= NARROW


@pytest.mark.parametrize("seed", range(12))
def test_with_closed_books_nothing_beside_the_meters_is_told_in_figures(seed: int) -> None:
    for sitting in random_road(seed):
        closed = closed_books(stage(), sitting.so_far)
        titles = {season.title for season in story().seasons if season.id in closed}
        told = [
            each for entry in chronicle(stage(), sitting.so_far) if entry.season in titles for each in entry.changed
        ]
        figures = [each for each in told if "→" in each]
        assert all(each.startswith(tuple(map(title_of, story().meters))) for each in figures), figures
        for season in closed:
            assert not any(cause.parts for each in why(stage(), sitting.so_far, season) for cause in each.causes)


def test_every_word_that_the_chronicle_may_tell_has_words_to_be_read() -> None:
    kept = [each for each in story().variables.values() if each.kind == "word" and each.computed is None]
    assert [each.id for each in kept if set(each.labels) != set(each.words)] == []


@pytest.mark.parametrize("seed", range(6))
def test_every_household_stands_on_one_line_and_everyone_has_an_age(seed: int) -> None:
    homes = village(stage(), random_road(seed)[-1].moment)
    assert len(homes) == 12
    names, signs = max(len(home.title) for home in homes), max(2 * len(home.residents) for home in homes)
    assert max(listed(home, names, signs).cell_length for home in homes) + 2 <= NARROW
    for home in homes:
        for person in home.residents:
            assert person.age is None or 0 <= person.age < 100
            assert person.fate == "here" or person.told or not person.since
