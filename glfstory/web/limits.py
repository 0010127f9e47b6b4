"""How often one address may do something; held in memory for as long as the server runs, and written nowhere."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

MOST = 2000
"""Addresses that are remembered; the one seen longest ago goes first."""
AT_HOME = ("127.0.0.1", "::1", "localhost")
"""Who sits at the laptop itself is not limited."""


@dataclass
class Allowance:
    """So many at once, and so many more a second, for each address."""

    burst: float
    a_second: float
    clock: Callable[[], float]
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, address: str) -> bool:
        """Whether this address may once more."""
        if address in AT_HOME:
            return True
        now = self.clock()
        left, then = self._left.pop(address, (self.burst, now))
        left = min(self.burst, left + (now - then) * self.a_second)
        may = left >= 1
        self._left[address] = (left - 1 if may else left), now
        if len(self._left) > MOST:
            self._left.popitem(last=False)
        return may
