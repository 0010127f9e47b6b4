"""Shares of runs, their intervals, and what counts as moved."""

import pytest

from glfstory.exploring.playtest.odds import Odds, moved


@pytest.mark.parametrize(
    ("count", "runs", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 10, 0, 0.2775), (10, 10, 0.7225, 1), (81, 263, 0.2553, 0.3662), (0, 0, 0, 1)],
)
def test_wilsons_interval(count: int, runs: int, low: float, high: float) -> None:
    odds = Odds(count, runs)
    assert (odds.low, odds.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))
    assert odds.low <= odds.share <= odds.high


def ids(before: tuple[int, int], now: tuple[int, int], bound: float) -> list[str]:
    return [each.ending for each in moved({"p": {"end": Odds(*before)}}, {"p": {"end": Odds(*now)}}, bound)]


def test_an_ending_has_moved_where_the_bound_and_chance_are_both_passed() -> None:
    assert ids((200, 1000), (300, 1000), 0.02) == ["end"]
    assert ids((200, 1000), (300, 1000), 0.15) == []
    assert ids((2, 10), (3, 10), 0.02) == []


def test_an_ending_that_is_gone_or_new_has_moved_too() -> None:
    before = {"p": {"old": Odds(100, 1000), "both": Odds(900, 1000)}}
    now = {"p": {"new": Odds(100, 1000), "both": Odds(900, 1000)}, "other": {"new": Odds(5, 5)}}
    assert [(each.ending, each.before.count, each.now.count) for each in moved(before, now, 0.02)] == [
        ("old", 100, 0),
        ("new", 0, 100),
    ]
