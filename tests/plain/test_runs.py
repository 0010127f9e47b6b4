"""Kept runs, the tree and the endings line by line."""

from pathlib import Path

import pytest

from tests.plain.table import Table


def test_going_back_keeps_the_run_that_was_left_in_the_tree(tmp_path: Path) -> None:
    person = Table(tmp_path, seed=7)
    told = " ".join(person.play("1", "1", "back 1", "2", "name Two ways 灰沟", "tree", "runs").split())
    assert "This run is kept as Two ways 灰沟, as it stands now." in told
    assert "This run is kept as Two ways 灰沟. " in told
    assert "at decision 1, Autumn 1957, Branch 1 decides otherwise: truth (The end, 2 decisions)." in told
    assert "1. the run that is open: Winter 1958, 1 decision, seed 7." in told


def test_a_kept_run_is_taken_up_by_its_number(tmp_path: Path) -> None:
    person = Table(tmp_path, seed=7)
    told = person.play("1", "name first", "back", "2", "runs", "take 2")
    assert told.count("You took truth.") == 2
    desk = Table(tmp_path).desk()
    assert [entry.choice for entry in desk.saved().run.decisions] == ["truth"]  # type: ignore[union-attr]
    assert ["lie"] in [[entry.choice for entry in each.run.decisions] for each in desk.kept()]


@pytest.mark.parametrize("command", ["take", "take 9", "take x", "take 0"])
def test_what_cannot_be_taken_up_is_told(tmp_path: Path, command: str) -> None:
    assert "Type take and a number from 1 to 1; runs tells them." in Table(tmp_path, seed=7).play("1", command)


def test_endings_are_told_once_met(tmp_path: Path) -> None:
    person = Table(tmp_path, seed=7)
    assert "No run has come to its end yet.\n(not met)" in person.play("1", "endings")
    assert "The end: the run that is open, seed 7, ended 1958, 2 decisions." in person.play("1", "1", "endings")


def test_the_chronicle_tells_what_changed(tmp_path: Path) -> None:
    assert "1. Autumn 1957, Scales: truth. It changed: n 5 to 6." in Table(tmp_path, seed=7).play("1", "chronicle")


def test_a_name_that_is_no_name_is_told(tmp_path: Path) -> None:
    person = Table(tmp_path, seed=7)
    told = person.play("name early", "1", "name", "name !")
    assert told.count("Type name and a name, once something is decided.") == 2
    assert "kept as !" not in told
