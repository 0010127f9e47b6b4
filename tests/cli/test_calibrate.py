"""`glfstory calibrate` as it is run from a shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MODEL = """\
constants:
  stride: {says: A stride., unit: steps, value: 2, range: [1, 4], assumed: So.}
policies:
  brisk: [fast]
tags:
  fast: Goes on.
measures:
  far:
    says: How far the brisk come
    heading: The road
    unit: steps
    show: steps * stride
    policy: brisk
    record: 24
    within: 1
    assumed: Counted by hand.
relations:
  moves: {says: They move., holds: far > 0, always: true}
"""


@pytest.fixture
def measured(road: Path) -> Path:
    (road / "model.yaml").write_text(MODEL, encoding="utf-8")
    return road


def test_the_rows_stand_beside_the_record_with_deviation_and_source(glfstory: Run, measured: Path) -> None:
    done = glfstory("calibrate", measured, "--runs", 5)
    assert (done.returncode, done.stderr) == (0, "")
    assert "yes How far the brisk come" in done.stdout
    assert "24.0       24   +0.0  ±1 [1]" in done.stdout
    assert "[1] Counted by hand." in done.stdout
    assert done.stdout.endswith("1 of 1 numbers and 1 of 1 relations are as asked.\n")


def test_a_missed_row_is_a_finding(glfstory: Run, measured: Path) -> None:
    done = glfstory("calibrate", measured, "--runs", 5, "--set", "stride=3")
    assert done.returncode == 1
    assert "stride = 3" in done.stdout
    assert "NO  How far the brisk come" in done.stdout


def test_json_holds_the_same(glfstory: Run, measured: Path) -> None:
    told = json.loads(glfstory("calibrate", measured, "--runs", 5, "--json").stdout)
    assert (told["runs"], told["met"]) == (5, True)
    assert told["rows"][0]["model"] == 24
    assert told["relations"] == [{"id": "moves", "says": "They move.", "holds": True}]


def test_the_result_does_not_depend_on_the_processors(glfstory: Run, measured: Path) -> None:
    one, two = (glfstory("calibrate", measured, "--runs", 120, "--jobs", jobs).stdout for jobs in (1, 2))
    assert one == two


def test_sensitivity_moves_each_constant_to_both_ends(glfstory: Run, measured: Path) -> None:
    done = glfstory("calibrate", measured, "--runs", 5, "--sensitivity")
    assert done.returncode == 0
    assert [line.split()[:2] for line in done.stdout.splitlines() if line.startswith("stride")] == [
        ["stride", "1"],
        ["stride", "4"],
    ]
    assert done.stdout.endswith("No constant inside its range turns a ranking.\n")
    told = json.loads(glfstory("calibrate", measured, "--runs", 5, "--sensitivity", "--json").stdout)
    assert [row["values"]["far"] for row in told["moved"]] == [12, 48]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--set", "strid=3"], "This story has no constant 'strid'; did you mean 'stride'?"),
        (["--set", "stride"], "'stride' is not NAME=VALUE, such as county=hard."),
        (["--set", "stride=x"], "The constant stride needs a number, not 'x'."),
        (["--runs", "0"], "Invalid value for '--runs'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(glfstory: Run, measured: Path, arguments: list[str], says: str) -> None:
    done = glfstory("calibrate", measured, *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_story_without_measures_says_what_is_missing(glfstory: Run, road: Path) -> None:
    done = glfstory("calibrate", road)
    assert done.returncode == 2
    assert "has no measures" in done.stderr


def test_a_changed_constant_is_told_when_play_begins(glfstory: Run, measured: Path) -> None:
    done = glfstory("play", measured, "--plain", "--set", "stride=9", typed="stop\n")
    assert "Changed for this run: stride is 9, outside its range of 1 to 4." in done.stdout
