"""`glfstory debrief --html` as a player and a teacher meet it."""

from pathlib import Path

import pytest

from glfstory.saving.run_file import from_json
from tests.cli.conftest import MILES, Run
from tests.exporting.html.parsed import parsed


@pytest.fixture
def kept(road: Path, glfstory: Run, tmp_path: Path) -> Path:
    """The save of a whole run of the road."""
    glfstory("play", road, "--save", "--seed", 7, typed="1\n" * MILES)
    return tmp_path / "home" / "saves" / "the-road" / "autosave.json"


def test_the_run_that_was_played_last_becomes_one_page(kept: Path, glfstory: Run, tmp_path: Path) -> None:
    done = glfstory("debrief", "--story", "road", "--html", "deep/page.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = (tmp_path / "deep" / "page.html").read_text("utf-8")
    page = parsed(written)
    assert page.one("h1").words == "The Road"
    assert "Home" in page.one("header").words
    assert glfstory("debrief", "--story", "road", "--html", "-").stdout == written
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["page.html"]


def test_it_takes_the_place_of_an_older_page_but_never_of_a_run(kept: Path, glfstory: Run, tmp_path: Path) -> None:
    ask = ("debrief", kept, "--story", "road", "--html")
    (tmp_path / "page.html").write_text("old")
    assert glfstory(*ask, "page.html").returncode == 0
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    refused = glfstory(*ask, kept)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "is a saved run; choose another name." in refused.stderr
    assert from_json(kept.read_bytes()).seed == 7
    assert "it is a folder." in glfstory(*ask, "road").stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--html", "a.html", "--md", "a.md"), "--md FILE and --html FILE are two ways to write it; choose one."),
        (("--html", "a.html", "--json"), "--json and --html FILE are two ways to write it; choose one."),
        (("nowhere", "--html", "a.html"), "nowhere"),
        (("--html", "road/story.yaml/a.html"), "could not be written: "),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    kept: Path, glfstory: Run, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    told = glfstory("debrief", "--story", "road", *arguments)
    assert (told.returncode, told.stdout) == (2, "")
    assert says in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert not (tmp_path / "a.html").exists()


def test_a_run_that_is_not_over_says_how_to_go_on(road: Path, glfstory: Run, tmp_path: Path) -> None:
    glfstory("play", road, "--save", "--seed", 7, typed="1\n1\n")
    told = glfstory("debrief", "--story", "road", "--html", "a.html")
    assert told.returncode == 2
    assert "This run is not over" in told.stderr
    assert not (tmp_path / "a.html").exists()
