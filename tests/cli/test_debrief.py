"""`glfstory debrief` as a player meets it."""

import json
from pathlib import Path

import pytest

from glfstory.engine.release import play_hash
from glfstory.reading.reader import read
from tests.cli.conftest import MILES, Run


@pytest.fixture
def over(road: Path, glfstory: Run) -> Path:
    """A story with a run that has come to its ending."""
    assert glfstory("play", road, "--save", typed="1\n" * MILES).returncode == 0
    return road


def test_the_run_played_last_is_told_line_by_line(over: Path, glfstory: Run) -> None:
    told = glfstory("debrief", "--story", over)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("The Road: debrief. Home. Run: seed ")
    assert "This story names no other roads" in told.stdout
    assert "A map, 1956." in told.stdout, "the mark that every passage shows"
    assert "Guess" not in told.stdout, "nobody at a terminal is asked"


def test_it_is_written_as_markdown_into_a_file_or_printed(over: Path, glfstory: Run, tmp_path: Path) -> None:
    done = glfstory("debrief", "autosave", "--story", over, "--md", "deep/run.md")
    assert (done.returncode, done.stdout) == (0, "")
    written = (tmp_path / "deep" / "run.md").read_text(encoding="utf-8")
    assert written.startswith("# The Road: debrief")
    assert glfstory("debrief", "autosave", "--story", over, "--md", "-").stdout == written


def test_it_never_writes_over_a_run(over: Path, glfstory: Run, tmp_path: Path) -> None:
    save = tmp_path / "home" / "saves" / "the-road" / "autosave.json"
    refused = glfstory("debrief", "--story", over, "--md", save)
    assert refused.returncode == 2
    assert "is a saved run; choose another name." in refused.stderr


def test_as_json_it_is_one_object(over: Path, glfstory: Run) -> None:
    told = json.loads(glfstory("debrief", "--story", over, "--json").stdout)
    assert told["debrief"]["ending"] == "Home"
    assert [each["id"] for each in told["moves"]["each"]] == ["steps"]
    assert len(told["moves"]["each"][0]["moves"]) == 5


def test_a_name_of_several_words_needs_no_quotes(over: Path, glfstory: Run, tmp_path: Path) -> None:
    save = tmp_path / "home" / "saves" / "the-road" / "autosave.json"
    (tmp_path / "my run.json").write_bytes(save.read_bytes())
    assert glfstory("debrief", "my", "run.json", "--story", over).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere",), "no kept run and no file nowhere, and it is no run code."),
        (("7F3K", "7F3K", "7F3K", "7F3K", "7F3K"), "This is no run code of The Road"),
        (("--json", "--md", "x.md"), "--json and --md FILE are two ways to write it; choose one."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    over: Path, glfstory: Run, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    told = glfstory("debrief", *arguments, "--story", over)
    assert (told.returncode, told.stdout) == (2, "")
    assert says in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_a_run_that_is_not_over_keeps_its_debrief_back(road: Path, glfstory: Run) -> None:
    assert "No run is kept yet: glfstory play begins one." in glfstory("debrief", "--story", road).stderr
    glfstory("play", road, "--save", typed="1\n2\n")
    told = glfstory("debrief", "--story", road)
    assert (told.returncode, told.stdout) == (2, "")
    assert "This run is not over (Autumn 1957, 2 decisions). Its debrief opens with its ending" in told.stderr


def test_a_run_code_is_debriefed(over: Path, glfstory: Run) -> None:
    read_road = read(over).story
    assert read_road is not None
    file = over / "story.yaml"
    released = f"  version: 1.0.0\n  releases: {{1: {play_hash(read_road)}}}\n"
    file.write_text(file.read_text(encoding="utf-8").replace("  version: 1.0.0\n", released), encoding="utf-8")
    code = json.loads(glfstory("debrief", "--story", over, "--json").stdout)["debrief"]["code"]
    assert not code.startswith("seed")
    told = glfstory("debrief", *code.split(), "--story", over)
    assert told.returncode == 0
    assert f"Run: {code}" in " ".join(told.stdout.split())
