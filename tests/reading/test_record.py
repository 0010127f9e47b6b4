"""Cards that open in their season, and the timeline: what is refused, and what comes of the rest."""

from typing import Any

import pytest

SEASONS = (
    "\n  winter-58: {year: 1958, name: winter, title: Winter}"
    "\n  spring-59: {year: 1959, name: spring, title: Spring}"
    "\n  autumn-59: {year: 1959, name: autumn, title: Autumn}\nvariables:"
)
TERM = "{term: jin, says: Half a kilogram.}"


def opening(when: str) -> str:
    return TERM.replace("}", f", opens: {when}}}")


@pytest.mark.parametrize(
    ("when", "seasons", "codes"),
    [
        ("1958-autumn", "autumn-58", []),
        ("1958-winter", "winter-58", []),
        ("1959-spring", "winter-58", ["E514-late"]),
        ("1959-winter", "autumn-59", ["E514-late"]),
        ("1958-winter", "[winter-58, autumn-59]", []),
        ("1959-autumn", "[winter-58, autumn-59]", ["E514-late"]),
        ("1958-summer", "winter-58", ["E515-opens"]),
        ("autumn-58", "winter-58", ["E515-opens"]),
        ('"1958"', "winter-58", ["E515-opens"]),
        ("1958-autumn, late: true", "winter-58", ["E515-opens", "E514-late"]),
    ],
)
def test_a_mark_points_to_a_card_that_is_open_by_then(mended: Any, when: str, seasons: str, codes: list[str]) -> None:
    found = mended("\nvariables:", SEASONS, TERM, opening(when), "season: autumn-58", f"season: {seasons}")
    assert sorted(each.code for each in found) == sorted(codes)


def test_what_may_come_in_any_season_marks_what_is_open_from_the_first(mended: Any) -> None:
    storylet = ("    season: autumn-58\n    order: 10", "    weight: 2")
    assert mended(*storylet) == ()
    assert [each.code for each in mended(*storylet, "\nvariables:", SEASONS, TERM, opening("1958-winter"))] == [
        "E514-late"
    ]
    says = ("title: The Zhao house", 'title: The Zhao house\n    says: "A jin.[^jin]"')
    winter = ("season: autumn-58", "season: winter-58")
    found = mended(*says, *winter, "\nvariables:", SEASONS, TERM, opening("1958-winter"))
    assert [each.code for each in found] == ["E514-late"]
    assert "opens in 1958-winter" in found[0].says


def test_an_ending_may_point_to_whatever_opens_later(mended: Any) -> None:
    ending = ("text: It ends., facts", 'text: "It ends.[^jin]", facts')
    away = ("*{grain|jin}*.[^jin]", "*{grain|jin}*.")
    assert mended(*ending, *away, TERM, opening("1968-autumn")) == ()


def test_a_broken_season_says_nothing_about_cards(mended: Any) -> None:
    broken = SEASONS.replace("name: winter", "nome: winter")
    found = mended("\nvariables:", broken, TERM, opening("1958-winter"), "season: autumn-58", "season: winter-58")
    assert not {"E514-late", "E515-opens"} & {each.code for each in found}


EVENT = (
    "timeline:\n  sputnik-day: {when: 1958-08-29, above: A resolution., sure: verified, cites: [lu-2000]}\nglossary:"
)


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("when:", "when:", []),
        ("1958-08-29", "1958", []),
        ("1958-08-29", '"1957-11 / 1958-02"', []),
        ("1958-08-29", "29.8.1958", ["E516-timeline"]),
        ("above: A resolution., ", "", ["E516-timeline"]),
        (", cites: [lu-2000]", "", ["E516-timeline"]),
        ("verified, cites: [lu-2000]", "unchecked", []),
        ("verified", "certain", ["E106-not-one-of"]),
        ("[lu-2000]", "[lu-2001]", ["E402-unknown-id"]),
        ("cites: [lu-2000]", "facts: [quota]", []),
        ("cites: [lu-2000]", "facts: [jin]", ["E402-unknown-id"]),
        ("sputnik-day", "sputnik", ["E401-repeated-id"]),
        ("sputnik-day", "lu-2000", ["E401-repeated-id"]),
        ("sure:", "opens: 1959-autumn, sure:", []),
        ("sure:", "opens: 1959-fall, sure:", ["E515-opens"]),
    ],
)
def test_an_entry_of_the_timeline_has_a_date_and_a_ground(mended: Any, old: str, new: str, codes: list[str]) -> None:
    assert [each.code for each in mended("glossary:", EVENT.replace(old, new))] == codes


def test_the_timeline_is_in_the_order_of_its_dates(read_files: Any, mini: str) -> None:
    row = "{}: {{when: {}, sees: It is so., sure: unchecked}}"
    days = [("zeal", "1958-02"), ("ardour", "1958-08-29"), ("meals", "1958-08"), ("bids", '"1957-11 / 1958-02"')]
    rows = "\n  ".join(row.format(name, when) for name, when in days)
    story = read_files({"a.yaml": mini, "b.yaml": f"timeline:\n  {rows}\n"}).story
    assert list(story.timeline) == ["bids", "zeal", "meals", "ardour"]
