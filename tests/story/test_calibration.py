"""The model of Two Ledgers against the record, with fixed seeds; `glfstory calibrate` prints the same."""

import os
from functools import cache
from pathlib import Path

import pytest

from glfstory.exploring.calibration import Calibration, calibrate, sensitivity
from glfstory.exploring.report import as_text
from tests.story.scenarios import story

RUNS = 1000
JOBS = min(4, os.cpu_count() or 1)
GUIDE = Path(__file__).parents[2] / "docs" / "model.md"
RULE_LINES = 80
"""Assignments that the rules of the model may have, to be read in one sitting."""


@cache
def calibrated() -> Calibration:
    return calibrate(story(), RUNS, jobs=JOBS)


def test_every_number_and_relation_is_as_asked() -> None:
    missed = [row.measure.id for row in calibrated().rows if not row.holds]
    missed += [each.relation.id for each in calibrated().held if not each.holds]
    assert missed == [], as_text(story(), calibrated(), {})


def test_what_is_asked_covers_the_targets() -> None:
    asked = {row.measure.id for row in calibrated().rows if row.measure.is_asked}
    assert {f"harvest_in_{year}" for year in range(1958, 1962)} <= asked
    assert {f"taken_in_{year}" for year in range(1958, 1962)} <= asked
    assert {f"kept_of_{year}" for year in range(1957, 1962)} <= asked
    assert {"died_in_1960", "toll_worst", "toll_of_weather"} <= asked


def test_no_constant_inside_its_range_turns_the_ranking() -> None:
    rows = sensitivity(story(), 16, jobs=JOBS)
    with_range = [each for each in story().constants.values() if each.low is not None]
    assert len(rows) > len(with_range)
    assert [(row.constant, row.to) for row in rows if row.broken] == []


def test_every_constant_has_a_unit_a_range_and_grounds() -> None:
    for constant in story().constants.values():
        assert constant.unit, constant.id
        assert constant.low is not None, constant.id
        assert constant.facts or constant.assumed, constant.id


def test_the_model_can_be_read_in_one_sitting() -> None:
    assert sum(len(rule.do) for rule in story().rules.values()) <= RULE_LINES


@pytest.mark.parametrize("line", [line for line in GUIDE.read_text("utf-8").splitlines() if line[:4].strip() == ""])
def test_every_line_of_the_model_that_the_guide_quotes_is_in_the_story(line: str) -> None:
    if not line.strip().startswith(("- ", "growth:", "food:", "fed:", "hunger:")):
        return
    model = (Path(__file__).parents[2] / "story" / "model.yaml").read_text("utf-8")
    assert line.strip() in model
