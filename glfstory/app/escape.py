"""Esc without a long wait, in terminals that send it as the first sign of every other key too.

Textual waits 100 milliseconds for the rest of such a key, and looks only every 100 whether the time is over.
"""

import os
import selectors
from types import SimpleNamespace

from textual import constants

SOON = 0.025
"""Seconds; the other signs of a key come in the same moment, over a network too."""


class Prompt(selectors.SelectSelector):
    """A selector that comes back in time after input, to see whether it was Esc alone; else it waits as it is told."""

    def __init__(self) -> None:
        super().__init__()
        self._is_after_input = False

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready."""
        delay = constants.ESCAPE_DELAY if self._is_after_input else timeout
        found = super().select(timeout if delay is None or timeout is None else min(timeout, delay))
        self._is_after_input = bool(found)
        return found


def hasten() -> bool:
    """Has the driver of Linux and macOS use it; whether there was one that can. A set ESCDELAY goes before SOON."""
    try:
        from textual.drivers import linux_driver
    except ImportError:  # Windows tells Esc by itself
        return False
    if not hasattr(linux_driver, "selectors"):
        return False
    vars(linux_driver).update(selectors=SimpleNamespace(**{**vars(selectors), "SelectSelector": Prompt}))
    if "ESCDELAY" not in os.environ:
        vars(constants).update(ESCAPE_DELAY=SOON)
    return True
