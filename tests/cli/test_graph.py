"""`glfstory graph` as it is run from a shell."""

from pathlib import Path

from tests.cli.conftest import MILES, Run


def test_both_languages_show_every_scene_and_the_ending(glfstory: Run, road: Path) -> None:
    for form, begins in (("mermaid", "flowchart TB\n"), ("dot", 'digraph "The Road" {\n')):
        done = glfstory("graph", road, "--format", form)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(begins)
        assert done.stdout == glfstory("graph", road, "--format", form).stdout
        assert all(f"mile-{number}" in done.stdout for number in range(1, MILES + 1))
        assert "Home" in done.stdout


def test_one_season_and_one_that_is_not_there(glfstory: Run, road: Path) -> None:
    assert "Mile 1" in glfstory("graph", road, "--season", "1957-autumn").stdout
    done = glfstory("graph", road, "--season", "1957-autum")
    assert done.returncode == 2
    assert done.stderr == "glfstory: This story has no season '1957-autum'; did you mean '1957-autumn'?\n"


def test_an_empty_folder_is_told_in_a_sentence(glfstory: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = glfstory("graph", "empty")
    assert done.returncode == 1
    assert "no *.yaml file is in this folder" in done.stderr
