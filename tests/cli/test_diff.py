"""`glfstory diff` as it is run from a shell."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def newer(road: Path, tmp_path: Path) -> Path:
    """The road with another effect on its first mile, and another word."""
    shutil.copytree(road, tmp_path / "newer")
    file = tmp_path / "newer" / "story.yaml"
    text = file.read_text(encoding="utf-8").replace("do: [steps += 1]", "do: [steps += 2]", 1)
    file.write_text(text.replace("Rest a while.", "Rest a little.", 1), encoding="utf-8")
    return tmp_path / "newer"


def test_a_story_is_the_same_as_its_copy(glfstory: Run, road: Path, tmp_path: Path) -> None:
    shutil.copytree(road, tmp_path / "copy")
    done = glfstory("diff", road, "copy")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("A player would notice nothing.\n")


def test_changes_are_told_with_the_odds(glfstory: Run, road: Path, newer: Path) -> None:
    done = glfstory("diff", road, newer, "--runs", 50)
    assert (done.returncode, done.stderr) == (1, "")
    assert "effects: steps += 1 -> steps += 2" in done.stdout
    assert "words: Rest a while. -> Rest a little." in done.stdout
    assert ["Home", "100.0%", "100.0%"] in [line.split() for line in done.stdout.splitlines()]
    assert done.stdout.endswith("2 changes.\n")


def test_json_says_the_same(glfstory: Run, road: Path, newer: Path) -> None:
    told = json.loads(glfstory("diff", road, newer, "--runs", 50, "--json").stdout)
    assert [each["id"] for each in told["changes"]] == ["mile-1"]
    assert told["same"] is False


def test_what_cannot_be_compared_is_misuse_in_one_sentence(glfstory: Run, road: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for arguments, says in (
        ((road, "empty"), "no *.yaml file is in this folder"),
        ((road, "none"), "The story none cannot be opened"),
        ((road,), "Missing argument 'NEW'."),
        ((road, road, "--runs", 0), "Invalid value for '--runs'"),
    ):
        done = glfstory("diff", *arguments)
        assert done.returncode == 2
        assert says in done.stderr
        assert len(done.stderr.splitlines()) == 1
