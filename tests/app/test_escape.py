"""Esc where it is also the first sign of other keys."""

import os
import selectors
import sys

import pytest
from textual import constants, events
from textual._xterm_parser import XTermParser

from glfstory.app.escape import Prompt, hasten

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells Esc by itself")


def test_the_driver_of_this_textual_can_be_told_sooner() -> None:
    assert hasten()


def test_after_input_it_looks_again_when_the_time_of_esc_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float | None] = []
    usual = selectors.SelectSelector.select

    def select(self: selectors.SelectSelector, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        asked.append(timeout)
        return usual(self, 0)

    monkeypatch.setattr(selectors.SelectSelector, "select", select)
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.025)
    end, inner = os.pipe()
    with Prompt() as prompt:
        prompt.register(end, selectors.EVENT_READ)
        prompt.select(0.1)
        os.write(inner, b"\x1b")
        assert prompt.select(0.1)
        os.read(end, 1)
        prompt.select(0.1)
        prompt.select(0.1)
    os.close(end)
    os.close(inner)
    assert asked == [0.1, 0.1, 0.025, 0.1]


def test_keys_that_begin_with_esc_stay_whole() -> None:
    keys = [each.key for each in XTermParser().feed("\x1b[B\x1bOP\x1b[5~") if isinstance(each, events.Key)]
    assert keys == ["down", "f1", "pageup"]
