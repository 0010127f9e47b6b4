"""Whoever branches, names, takes up and removes runs loses nothing to a death.

`tests/bench/kills.py` dies 500 times.
"""

import pytest

from tests.bench.kills import kill


@pytest.mark.parametrize("first", [0, 500])
def test_nothing_that_was_kept_is_lost_at_any_death(first: int) -> None:
    deaths = kill(4, first)
    assert deaths.lost == []
    assert deaths.told > 0
