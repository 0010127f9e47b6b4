"""`glfstory playtest` as it is run from a shell."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BRISK = """\
policies:
  brisk: [fast]
tags:
  fast: Goes on.
"""
CLEAN = ("--runs", 50)


@pytest.fixture
def inn(inn: Path) -> Path:
    """The same with a policy."""
    (inn / "policies.yaml").write_text(BRISK, encoding="utf-8")
    return inn


def test_what_random_players_miss_is_hunted_and_all_is_well(glfstory: Run, inn: Path) -> None:
    done = glfstory("playtest", inn, *CLEAN)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Home 50 100.0% 92.9% to 100.0%" in " ".join(done.stdout.split())
    assert "scene inn: --seed " in done.stdout
    assert done.stdout.endswith("Everything was seen and nothing failed.\n")


def test_what_nobody_saw_is_a_finding(glfstory: Run, inn: Path) -> None:
    done = glfstory("playtest", inn, *CLEAN, "--hunt", 0)
    assert done.returncode == 1
    assert "scenes: inn\n" in done.stdout
    assert done.stdout.endswith("3 things seen by nobody.\n")


def test_the_run_that_is_told_can_be_played_by_hand(glfstory: Run, inn: Path) -> None:
    told = json.loads(glfstory("playtest", inn, *CLEAN, "--json").stdout)
    run = next(row["run"] for row in told["hunt"]["found"] if row["id"] == "inn")
    options = [f"--option={name}={word}" for name, word in run["options"].items()]
    typed = "".join("1\n" if choice == "walk" else "2\n" for _, choice in run["decisions"])
    played = glfstory("play", inn, "--plain", "--seed", run["seed"], *options, typed=f"{typed}stop\n")
    assert "A bed." in played.stdout


def test_the_same_seed_gives_the_same_bytes_for_any_number_of_processors(glfstory: Run, inn: Path) -> None:
    one, two = (glfstory("playtest", inn, "--runs", 120, "--jobs", jobs, "--json").stdout for jobs in (1, 2))
    assert one == two
    assert one != glfstory("playtest", inn, "--runs", 120, "--seed", 5, "--json").stdout


def test_all_players_or_one_of_them(glfstory: Run, inn: Path) -> None:
    every = json.loads(glfstory("playtest", inn, *CLEAN, "--policy", "all", "--json").stdout)
    assert [(row["player"], row["runs"]) for row in every["players"]] == [("random", 50), ("brisk", 50)]
    assert every["players"][1]["decisions"]["fewest"] == 13
    one = glfstory("playtest", inn, *CLEAN, "--policy", "brisk")
    assert "Player: brisk" in one.stdout
    assert "Player: random" not in one.stdout


def test_an_earlier_playtest_is_a_writers_regression_test(glfstory: Run, inn: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(glfstory("playtest", inn, "--runs", 200, "--json").stdout, encoding="utf-8")
    same = glfstory("playtest", inn, "--runs", 200, "--against", before)
    assert (same.returncode, same.stderr) == (0, "")
    assert same.stdout.endswith("Everything was seen and nothing failed; no ending has moved.\n")
    ending = "endings:\n  far: {title: Far, rank: 5, when: steps > 6, text: You are far., facts: [road, mile]}\n"
    (inn / "far.yaml").write_text(ending, encoding="utf-8")
    other = glfstory("playtest", inn, "--runs", 200, "--against", before)
    assert other.returncode == 1
    assert "home (random) 100.0% 66.5% far (random) 0.0% 33.5%" in " ".join(other.stdout.split())
    assert other.stdout.endswith("2 endings moved.\n")
    assert glfstory("playtest", inn, "--runs", 200, "--against", before, "--bound", 90).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--policy", "brsk"], "This story has no policy 'brsk'; did you mean 'brisk'?"),
        (["--length", "short"], "This story has no length 'short'"),
        (["--runs", "0"], "Invalid value for '--runs'"),
        (["--against", "none.json"], "none.json cannot be opened:"),
        (
            ["--against", "road/inn.yaml"],
            "road/inn.yaml holds no playtest of this story: it is no JSON; write one with",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(glfstory: Run, inn: Path, arguments: list[str], says: str) -> None:
    done = glfstory("playtest", inn, *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_story_with_mistakes_is_not_played(glfstory: Run, inn: Path) -> None:
    (inn / "bad.yaml").write_text("scenes: {x: {title: X}}\n", encoding="utf-8")
    done = glfstory("playtest", inn)
    assert done.returncode == 1
    assert "glfstory check" in done.stderr


def test_it_works_where_processes_do_not_fork(inn: Path, environment: dict[str, str], tmp_path: Path) -> None:
    program = tmp_path / "spawned.py"
    program.write_text(
        "import multiprocessing, sys\nfrom glfstory.cli import main\n"
        "if __name__ == '__main__':\n    multiprocessing.set_start_method('spawn')\n    main()\n"
    )
    asked = [sys.executable, str(program), "playtest", str(inn), "--runs", "120", "--jobs", "2"]
    told = subprocess.run(asked, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.endswith("Everything was seen and nothing failed.\n")
