"""A transcript is put where there is room, and over nothing."""

import sys
from pathlib import Path

import pytest

from glfstory.engine.stage import Stage
from glfstory.exporting.files import file_transcript, usual_folders, write_transcript
from glfstory.exporting.transcript import as_markdown
from tests.exporting.conftest import played


def test_names_are_numbered_and_nothing_is_written_over(stage: Stage, tmp_path: Path) -> None:
    run = played(stage, "honest")
    for name in ("small-7.md", "small-7-2.md", "small-7-3.md"):
        assert file_transcript(stage, run, [tmp_path]) == f"A transcript of this run is in {tmp_path / name}."
        assert (tmp_path / name).read_bytes() == as_markdown(stage, run).encode()


def test_the_next_folder_is_taken_where_the_first_cannot_be_written(stage: Stage, tmp_path: Path) -> None:
    run = played(stage, "honest")
    (tmp_path / "file").write_text("in the way")
    said = file_transcript(stage, run, [tmp_path / "file", tmp_path / "saves"])
    assert said == f"A transcript of this run is in {tmp_path / 'saves' / 'small-7.md'}."
    said = file_transcript(stage, run, [tmp_path / "file"])
    assert said.startswith(f"The transcript could not be written in {tmp_path / 'file'} (")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "saves"]


def test_a_write_that_fails_leaves_no_empty_file(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys.modules[file_transcript.__module__], "write_new", full)
    assert "(the disk is full)" in file_transcript(stage, played(stage, "honest"), [tmp_path])
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_the_players_choice_is_new_and_a_folder_gets_the_usual_name(stage: Stage, tmp_path: Path) -> None:
    run = played(stage, "honest")
    assert write_transcript(stage, run, tmp_path / "deep" / "mine.md").endswith("mine.md.")
    said = write_transcript(stage, run, tmp_path / "deep" / "mine.md")
    assert said == f"{tmp_path / 'deep' / 'mine.md'} is there already; choose another name."
    assert write_transcript(stage, run, tmp_path).endswith("small-7.md.")
    assert "could not be written" in write_transcript(stage, run, Path("a\0b"))


def test_it_goes_where_the_player_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert usual_folders(Path("saves")) == (tmp_path, Path("saves"))
