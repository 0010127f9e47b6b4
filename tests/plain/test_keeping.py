"""What is kept of a person's play line by line, and gone on with."""

from io import StringIO
from pathlib import Path

import pytest

from glfstory.plain import play
from tests.plain.table import Table


def test_a_kept_run_is_offered_and_gone_on_with(tmp_path: Path) -> None:
    person = Table(tmp_path)
    person.play("", "2", "3", prompts=True)
    told = person.play("1", "", "", prompts=True)
    assert (
        "A run is kept.\n1. Go on: Winter 1958, 1 decision.\n2. Begin anew.\n> Autumn 1957. Scales\n\nYou took lie."
        in told
    )
    assert "A note." in person.play("2", prompts=True)
    assert "You stop here: Winter 1958, 1 decision.\nThe run is kept; glfstory goes on from here." in person.play(
        "1", "stop", prompts=True
    )


def test_settings_of_a_person_are_remembered(tmp_path: Path) -> None:
    Table(tmp_path).play("", "summaries", prompts=True)
    assert Table(tmp_path).desk().settings.summaries


def test_a_run_goes_into_a_file_and_on_from_it(table: Table, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    assert f"glfstory play --load {path}" in " ".join(table.play("2", f"save {path}").split())
    desk = table.desk()
    desk.given = desk.load(path)
    out = StringIO()
    play(desk, StringIO(""), out, prompts=False)
    assert "You took lie." in out.getvalue()
    assert "You stop here: Winter 1958, 1 decision." in out.getvalue()


def test_a_run_from_a_file_is_not_called_kept_before_it_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    Table(tmp_path, keeps=False, seed=7).play("2", f"save {path}")
    for typed, kept in (("", False), ("1\n", True)):
        desk, out = Table(tmp_path).desk(), StringIO()
        desk.given = desk.load(path)
        play(desk, StringIO(typed), out, prompts=False)
        assert ("The run is kept" in out.getvalue()) is kept


def test_a_save_that_fails_is_told_once_and_play_goes_on(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("in the way")
    told = Table(tmp_path, seed=7).play("1", "1")
    assert told.count("could not be kept") == 1
    assert "The story is over" in told
    assert "The run is kept" not in told


def test_a_damaged_save_is_named_and_a_new_run_begins(tmp_path: Path) -> None:
    save = tmp_path / "saves" / "small" / "autosave.json"
    save.parent.mkdir(parents=True)
    save.write_text("{")
    told = Table(tmp_path).play("", "1", "1", prompts=True)
    assert "Your saved run could not be read: it is not readable JSON." in told
    assert "You: truth" in told


def test_a_transcript_goes_into_a_file(table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = " ".join(table.play("2", "export", "export", f"export '{tmp_path / 'mine.md'}'", "export mine.md").split())
    assert f"A transcript of this run is in {tmp_path / 'small-7.md'}." in told
    assert "mine.md is there already; choose another name." in told
    assert (tmp_path / "small-7-2.md").read_bytes() == (tmp_path / "mine.md").read_bytes()
    assert "Decision 1: **2. lie**" in (tmp_path / "mine.md").read_text(encoding="utf-8")


def test_a_home_that_nobody_knows_is_no_reason_to_break_off(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = table.play("2", "save ~nobody-at-all/mine.json")
    assert "Saved in ~nobody-at-all/mine.json" in told
