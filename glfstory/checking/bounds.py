"""The numbers that comparisons leave of a range."""

import math
from dataclasses import dataclass, replace

NEAR = 1e-9
"""Steps nearer to each other than this part of one are the same."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """All numbers from `low` to `high`, without some of them; with a step, its multiples alone."""

    low: float
    high: float
    step: float = 0
    above_low: bool = False
    """Whether `low` itself is left out."""
    below_high: bool = False
    without: frozenset[float] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether any number is left."""
        if self.low == self.high:
            return not (self.above_low or self.below_high or self.low in self.without)
        if self.low > self.high:
            return False
        if not self.step or (self.high - self.low) / self.step > len(self.without):
            return True
        first = round(self.low / self.step)
        every = (at * self.step for at in range(first, round(self.high / self.step) + 1))
        return any(all(abs(each - gone) > NEAR for gone in self.without) for each in every)

    def cut(self, sign: str, number: float) -> "Bounds":
        """What is left where the number is `< <= > >= ==` or `!=` this one."""
        match sign:
            case "==":
                return self.cut(">=", number).cut("<=", number)
            case "!=":
                return replace(self, without=self.without | {number})
            case ">" | ">=":
                return self._from(number, outside=sign == ">")
            case _:
                return self._to(number, outside=sign == "<")

    def _from(self, number: float, *, outside: bool) -> "Bounds":
        if self.step:
            steps = number / self.step
            next_one = math.floor(steps + NEAR) + 1 if outside else math.ceil(steps - NEAR)
            return replace(self, low=max(self.low, next_one * self.step))
        if (number, outside) > (self.low, self.above_low):
            return replace(self, low=number, above_low=outside)
        return self

    def _to(self, number: float, *, outside: bool) -> "Bounds":
        if self.step:
            steps = number / self.step
            last_one = math.ceil(steps - NEAR) - 1 if outside else math.floor(steps + NEAR)
            return replace(self, high=min(self.high, last_one * self.step))
        if (-number, outside) > (-self.high, self.below_high):
            return replace(self, high=number, below_high=outside)
        return self
