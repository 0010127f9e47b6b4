"""Drawings say what their numbers say, at the width of a desk and of a telephone."""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.debrief.charts import Bar, Group
from glfstory.debrief.shape import Figure, OfRun
from glfstory.exporting.html.axes import scale_for
from glfstory.exporting.html.bars import bar_chart
from glfstory.exporting.html.curves import Area, Curve, apart, curve_chart
from glfstory.exporting.html.drawing import LETTER, NARROW, WIDE, Frame
from glfstory.exporting.html.elements import element

YEARS = ("1957", "1958", "1959")
WIDTHS = pytest.mark.parametrize("width", [WIDE, NARROW])


def number(value: float) -> Figure:
    return Figure(value, f"{value:g}", OfRun("here"))


def frame(width: float) -> Frame:
    return Frame("here", "A title", "A sentence.", width)


def texts(drawn: Element) -> list[str]:
    return [each.text or "" for each in drawn.iter("text")]


def assert_inside(drawn: Element) -> None:
    """No word and no shape lies outside the drawing."""
    _, _, width, height = map(float, drawn.get("viewBox", "").split())
    for each in drawn.iter("text"):
        x, y, length = float(each.get("x", 0)), float(each.get("y", 0)), len(each.text or "") * LETTER * 0.9
        left = {"end": x - length, "middle": x - length / 2}.get(each.get("text-anchor", ""), x)
        assert left >= -1, each.text
        assert left + length <= width + 1, each.text
        assert 0 < y <= height
    for each in drawn.iter("rect"):
        assert float(each.get("x", 0)) + float(each.get("width", 0)) <= width


@WIDTHS
def test_bars_are_as_long_as_their_numbers(width: float) -> None:
    bars = (
        Bar("said", number(400), "400", "said"),
        Bar("true", number(100), "100", "true"),
        Bar("taken", None, "–", "taken"),
    )
    drawn = bar_chart(frame(width), [Group("1958", bars)])
    said, true = (float(each.get("width", 0)) for each in drawn.iter("rect"))
    assert said == pytest.approx(4 * true, abs=0.1)
    assert texts(drawn) == ["1958", "said", "400", "true", "100", "taken", "–"]
    assert_inside(drawn)


@WIDTHS
@pytest.mark.parametrize("many", [1, 2, 5])
def test_long_words_are_told_whole_wherever_they_find_room(width: float, many: int) -> None:
    long = " ".join(["true: the older official series"] * many)
    bars = (Bar(long, number(200), "200", "true"), Bar("taken", number(50), "50", "taken"))
    drawn = bar_chart(frame(width), [Group("1958", bars)])
    assert long in " ".join(texts(drawn))
    assert "taken" in texts(drawn)
    assert_inside(drawn)


@WIDTHS
def test_curves_have_their_names_at_their_ends_or_a_letter_that_leads_there(width: float) -> None:
    curves = [Curve("your run", (1, 2, 3), 0), Curve("honest reports", (3, None, 2.9), 1)]
    drawn = curve_chart(frame(width), YEARS, "jin", curves, [Area("nine in ten", (0, 1, 2), (2, 3, 4), 0)])
    told = " ".join(texts(drawn))
    assert all(name in told for name in ("your run", "honest reports", "nine in ten", *YEARS))
    lines = [each for each in drawn.iter("polyline") if "," in (each.get("points") or "")]
    dashes = {(each.get("class") or "").split()[-1] for each in lines}
    assert dashes == {"line-0", "line-1"}
    signs = {re.sub(r"^M\S+ ", "", each.get("d", "")) for each in drawn.iter("path")}
    assert len(signs) == 2, "lines are told apart by their signs too"
    assert_inside(drawn)


@given(st.lists(st.floats(0, 200), min_size=1, max_size=8).map(sorted))
def test_names_at_the_ends_never_lie_on_each_other(heights: list[float]) -> None:
    made = apart(heights, 16, 200)
    assert all(below - above >= 16 - 1e-6 for above, below in pairwise(made))
    assert max(made) <= 200 + 1e-6


@given(st.just(0.0) | st.floats(0.001, 1e9))
def test_a_scale_reaches_over_the_largest_number_in_few_steps(most: float) -> None:
    scale = scale_for(5, most, 700)
    assert scale.top >= most * 0.999
    assert 1 <= round(scale.top / scale.step) <= 5


def test_an_element_takes_words_elements_and_lists_of_them() -> None:
    made = element("p", "one ", element("em", "two"), [" three", None], class_="look", data_x=None, width=2.50)
    assert "".join(made.itertext()) == "one two three"
    assert made.attrib == {"class": "look", "width": "2.5"}
    assert element("p", "a\x1bb").text == "a b"
