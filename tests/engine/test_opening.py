"""When the archive opens a card."""

import pytest

from glfstory.engine.opening import first_at, opens_at
from glfstory.engine.story import Season, Term

SEASONS = tuple(
    Season(f"{year}-{name}", year, name, "")
    for year, name in ((1957, "autumn"), (1957, "winter"), (1958, "spring"), (1958, "autumn"), (1958, "winter"))
)


@pytest.mark.parametrize(
    ("when", "place"),
    [("1956-winter", 0), ("1957-spring", 0), ("1957-winter", 1), ("1958-spring", 2), ("1958-winter", 4)],
)
def test_a_card_opens_in_the_first_season_that_has_come_so_far(when: str, place: int) -> None:
    assert first_at(SEASONS, when) == place


def test_what_opens_after_the_last_season_waits_for_the_end_as_what_is_late_does() -> None:
    assert opens_at(SEASONS, Term("a", "a", "a")) == 0
    assert opens_at(SEASONS, Term("a", "a", "a", late=True)) == len(SEASONS)
    assert opens_at(SEASONS, Term("a", "a", "a", opens="1961-spring")) == len(SEASONS)
