"""Shares of runs, how sure they are, and whether they have moved since."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

Z = 1.959964
"""Deviations that hold 95 of 100."""


@dataclass(frozen=True, slots=True)
class Odds:
    """How many of so many runs came to something, and where the true share lies 95 times in 100 (Wilson's interval)."""

    count: int
    runs: int

    @property
    def share(self) -> float:
        """0 to 1; 0 of no runs."""
        return self.count / self.runs if self.runs else 0.0

    @property
    def low(self) -> float:
        """The lower end of the interval, 0 to 1."""
        return max(0.0, self._middle - self._reach) if self.count else 0.0

    @property
    def high(self) -> float:
        """The upper end of the interval, 0 to 1."""
        return min(1.0, self._middle + self._reach) if self.count < self.runs else 1.0

    @property
    def _middle(self) -> float:
        return (self.count + Z * Z / 2) / (self.runs + Z * Z)

    @property
    def _reach(self) -> float:
        n = self.runs
        return Z / (n + Z * Z) * math.sqrt(self.count * (n - self.count) / n + Z * Z / 4) if n else 0.5


@dataclass(frozen=True, slots=True)
class Moved:
    """An ending whose odds are no longer what they were."""

    player: str
    ending: str
    before: Odds
    now: Odds


Table = Mapping[str, Mapping[str, Odds]]
"""The odds of each ending, by player."""


def moved(before: Table, now: Table, bound: float) -> tuple[Moved, ...]:
    """The endings whose odds have moved by more than `bound` (0 to 1), and further than chance moves them.

    Chance explains it where the intervals of both share something. Players who are on one side only are passed over;
    an ending that is, came to none of the runs on the other.
    """
    found = []
    for player in (each for each in now if each in before):
        old, new = before[player], now[player]
        for ending in dict.fromkeys((*old, *new)):
            was, is_now = old.get(ending, _none(old)), new.get(ending, _none(new))
            apart = was.high < is_now.low or is_now.high < was.low
            if apart and abs(is_now.share - was.share) > bound:
                found.append(Moved(player, ending, was, is_now))
    return tuple(found)


def _none(odds: Mapping[str, Odds]) -> Odds:
    return Odds(0, max((each.runs for each in odds.values()), default=0))
