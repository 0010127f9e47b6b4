"""`glfstory prove` as it is run from a shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import INN, Run

LITTLE = ("--runs", 50)


def test_all_that_can_be_reached_is_and_that_is_well(glfstory: Run, inn: Path) -> None:
    done = glfstory("prove", inn, *LITTLE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "The Road, played alone: " in done.stdout
    assert done.stdout.endswith("Everything can be reached.\n")


def test_what_cannot_be_reached_is_a_finding_with_its_reason(glfstory: Run, inn: Path) -> None:
    (inn / "inn.yaml").write_text(INN.replace("== 12", "== 13"), encoding="utf-8")
    done = glfstory("prove", inn, *LITTLE)
    assert done.returncode == 1
    assert "scene inn: 'steps == 13' never holds (steps is 0 to 12)" in done.stdout
    assert "choice inn.sleep: its scene inn cannot be reached" in done.stdout
    assert done.stdout.endswith("3 unreachable.\n")


def test_json_tells_every_verdict_and_its_run(glfstory: Run, inn: Path) -> None:
    told = json.loads(glfstory("prove", inn, *LITTLE, "--json").stdout)
    assert told["counts"] == {"reachable": 13 + 2 * 13 + 1, "unreachable": 0, "unknown": 0}
    row = next(row for row in told["verdicts"] if row["id"] == "inn")
    assert row["verdict"] == "reachable"
    assert row["run"]["decisions"] == [[f"mile-{number}", "walk"] for number in range(1, 13)]


def test_a_run_that_is_shown_is_a_test_that_passes(glfstory: Run, inn: Path) -> None:
    shown = glfstory("prove", inn, *LITTLE, "--show", "inn.sleep")
    assert shown.returncode == 0
    (inn / "inn.play").write_text(shown.stdout, encoding="utf-8")
    assert glfstory("test", inn).returncode == 0


MISUSES = [
    (("--show", "in"), "This story has no scene, choice or ending 'in'; did you mean 'inn'?"),
    (("--length", "short"), "short"),
    (("--budget", "0"), "--budget"),
]


@pytest.mark.parametrize(("asked", "says"), MISUSES)
def test_misuse_is_one_sentence(glfstory: Run, inn: Path, asked: tuple[str, ...], says: str) -> None:
    done = glfstory("prove", inn, *LITTLE, *asked)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_divides_by_zero_for_every_player_is_refused_before_anything_is_proved(glfstory: Run, inn: Path) -> None:
    (inn / "inn.yaml").write_text(INN.replace("steps == 12", "12 / (steps - steps) == 1"), encoding="utf-8")
    done = glfstory("prove", inn)
    assert done.returncode == 1
    assert "zero" in done.stderr


def test_an_empty_folder_is_told_in_one_sentence(glfstory: Run, tmp_path: Path) -> None:
    done = glfstory("prove", tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
