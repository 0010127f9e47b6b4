"""The desk keeps every run, finds it again, and turns all trouble into a sentence."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glfstory.engine.run import Run, choose
from glfstory.engine.story import Pack, Story
from glfstory.saving.desk import Desk
from glfstory.saving.places import Places
from glfstory.saving.run_file import DamagedSave, from_json, to_json
from glfstory.saving.settings import Settings
from glfstory.saving.wishes import Wishes
from tests.build import choice, scene, story


def small() -> Story:
    return story(scene("first", order=1, seasons=("one",)), scene("second", order=1, seasons=("two",)))


def desk(home: Places, told: Story | str | None = None, wishes: Wishes | None = None, *, keeps: bool = True) -> Desk:
    return Desk("Small", lambda: told or small(), home, wishes, keeps=keeps)


def played(at: Desk, *choices: str) -> Run:
    run = at.new_run()
    for each in choices:
        run = choose(at.stage, run, each)
    return run


def test_a_kept_run_is_found_again_with_where_it_stands(home: Places) -> None:
    first = desk(home)
    assert first.saved() is None
    run = played(first, "a")
    assert first.keep(run) == ""
    found = desk(home).saved()
    assert found is not None
    assert (found.run, found.when, found.notice) == (run, "Winter 1958, 1 decision", "")
    assert first.save == home.saves / "small" / "autosave.json"


def test_a_run_that_is_over_says_how_it_ended(home: Places) -> None:
    first = desk(home)
    first.keep(played(first, "a", "b"))
    found = desk(home).saved()
    assert found is not None
    assert found.when == "The end, 2 decisions"


def test_packs_and_constants_have_saves_of_their_own(home: Places) -> None:
    packed = desk(home, replace(small(), packs=(Pack("doctor"),)))
    assert packed.save.parent.name == "small+doctor"
    first = desk(home)
    first.keep(played(first, "a"))
    assert packed.saved() is None


def test_a_new_run_leaves_the_one_before_it_in_a_file(home: Places) -> None:
    first = desk(home)
    old = played(first, "a", "a")
    first.keep(old)
    new = desk(home, wishes=Wishes(seed=7))
    assert new.saved() is None, "a seed asks for a new run"
    run = played(new, "b")
    new.keep(run)
    new.keep(choose(new.stage, run, "a"))
    again = new.saved()
    assert again is not None
    assert again.run == choose(new.stage, run, "a"), "from then on it is the run to go on with"
    assert from_json((first.save.parent / "branch-1.json").read_bytes()) == old
    assert len(from_json(first.save.read_bytes()).entries) == 2


def test_a_fresh_seed_for_every_run_unless_one_is_asked_for(home: Places) -> None:
    assert len({desk(home).new_run().seed for _ in range(5)}) > 1
    assert desk(home, wishes=Wishes(seed=7)).new_run().seed == 7


def test_a_desk_that_keeps_nothing_touches_nothing(home: Places) -> None:
    kept = desk(home)
    kept.keep(played(kept, "a"))
    before = kept.save.read_bytes()
    loose = desk(home, keeps=False)
    assert loose.saved() is None
    assert loose.keep(played(loose, "b")) == ""
    assert kept.save.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\x00", b'{"glfstory": 1}', b"null"])
def test_a_damaged_save_is_put_aside_and_named(home: Places, data: bytes) -> None:
    first = desk(home)
    first.save.parent.mkdir(parents=True)
    first.save.write_bytes(data)
    found = first.saved()
    assert found is not None
    assert found.run is None
    assert found.notice.startswith("Your saved run could not be read: it ")
    assert "autosave.damaged-1.json" in found.notice
    assert (first.save.parent / "autosave.damaged-1.json").read_bytes() == data
    assert first.saved() is None
    assert first.keep(played(first, "a")) == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_to_a_save_is_more_than_a_notice(home: Places, data: st.DataObject) -> None:
    first = desk(home)
    whole = to_json(played(desk(home, wishes=Wishes(seed=7)), "a", "b")).encode()
    at, cut = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, 30))
    first.save.parent.mkdir(parents=True, exist_ok=True)
    first.save.write_bytes(whole[:at] + data.draw(st.binary(max_size=6)) + whole[at + cut :])
    found = first.saved()
    assert found is not None
    assert found.run is not None or found.notice


def test_a_changed_story_keeps_what_holds_and_says_what_does_not(home: Places) -> None:
    first = desk(home)
    first.keep(played(first, "a", "b"))
    old = first.save.read_bytes()
    changed = story(
        scene("first", order=1, seasons=("one",)),
        scene("second", choice("a"), choice("c"), order=1, seasons=("two",)),
        version="2.0.0",
    )
    again = desk(home, changed)
    found = again.saved()
    assert found is not None
    assert found.run is not None
    assert [decision.scene for decision in found.run.decisions] == ["first"]
    assert "its decision 2 (second: b) no longer exists, because" in found.notice
    assert "Play goes on from there." in found.notice
    assert (first.save.parent / "autosave.before-change-1.json").read_bytes() == old
    later = desk(home, changed).saved()
    assert later is not None
    assert later.notice == "", "it is told once"


def test_a_run_of_another_story_is_no_save_of_this_one(home: Places, tmp_path: Path) -> None:
    first = desk(home)
    path = tmp_path / "run.json"
    for run, says in (
        (replace(first.new_run(), story="other"), "another story, 'other'"),
        (replace(first.new_run(), packs=("doctor",)), "the packs doctor"),
    ):
        path.write_text(to_json(run))
        with pytest.raises(DamagedSave, match=says):
            first.load(path)


def test_a_run_in_a_file_of_ones_own(home: Places, tmp_path: Path) -> None:
    first = desk(home)
    run, path = played(first, "a"), tmp_path / "mine.json"
    assert first.keep_as(run, path) == ""
    assert first.keep_as(run, path) == "", "a save may be overwritten"
    assert first.load(path).run == run
    (tmp_path / "letter.txt").write_text("Dear aunt")
    assert "choose another name" in first.keep_as(run, tmp_path / "letter.txt")
    assert "it is a folder" in first.keep_as(run, tmp_path)
    assert (tmp_path / "letter.txt").read_text() == "Dear aunt"


@pytest.mark.parametrize(
    ("number", "says"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "the disk is read-only")]
)
def test_a_disk_that_takes_nothing_is_told_and_the_last_save_stays(
    home: Places, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    first = desk(home)
    run = played(first, "a")
    first.keep(run)
    before = first.save.read_bytes()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("pathlib.Path.open", refuse)
    problem = first.keep(choose(first.stage, run, "a"))
    monkeypatch.undo()
    assert problem == f"This run could not be kept in {first.save}: {says}. You can play on."
    assert first.save.read_bytes() == before
    assert [path.name for path in first.save.parent.iterdir()] == ["autosave.json"]


def test_a_home_that_is_no_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    first = desk(Places(tmp_path / "home" / "saves", tmp_path / "home" / "settings.json", tmp_path / "home" / "cache"))
    assert first.saved() is None
    assert "a part of the path is a file" in first.keep(played(first, "a"))
    assert "could not be kept" in first.settle(Settings("lamp"))
    assert first.settings.theme == "lamp"


def test_what_cannot_be_put_aside_is_not_written_over(home: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    first = desk(home)
    first.save.parent.mkdir(parents=True)
    first.save.write_text("precious")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr("pathlib.Path.touch", refuse)
    found = first.saved()
    assert found is not None
    assert "will not be kept" in found.notice
    assert first.keep(played(first, "a")) == ""
    assert first.save.read_text() == "precious"


def kept_runs(folder: Path) -> list[tuple[int, int]]:
    """The seed and the number of decisions of every run that is on disk."""
    runs = [from_json(path.read_bytes()) for path in folder.glob("*.json")]
    return sorted((run.seed, len(run.entries)) for run in runs)


def test_two_windows_lose_nothing_to_each_other(home: Places) -> None:
    one, two = desk(home), desk(home)
    first, second = replace(one.new_run(), seed=1), replace(two.new_run(), seed=2)
    first = choose(one.stage, first, "a")
    one.keep(first)
    two.keep(choose(two.stage, second, "b"))
    one.keep(choose(one.stage, first, "b"))
    assert kept_runs(one.save.parent) == [(1, 2), (2, 1)]


def test_every_run_begun_anew_leaves_the_one_before_it(home: Places) -> None:
    only = desk(home)
    for seed in (1, 2, 3):
        only.keep(choose(only.stage, replace(only.new_run(), seed=seed), "a"))
    assert kept_runs(only.save.parent) == [(1, 1), (2, 1), (3, 1)]


def test_one_run_going_two_ways_in_two_windows_keeps_both(home: Places) -> None:
    one = desk(home)
    run = played(one, "a")
    one.keep(run)
    two = desk(home)
    found = two.saved()
    assert found is not None
    assert found.run is not None
    two.keep(choose(two.stage, found.run, "a"))
    one.keep(choose(one.stage, run, "b"))
    assert kept_runs(one.save.parent) == [(run.seed, 2), (run.seed, 2)]


def test_a_story_that_cannot_be_read_is_a_problem_not_an_error(home: Places) -> None:
    opened = desk(home, "This story cannot be played.").open()
    assert (opened.stage, opened.problem, opened.refused) == (None, "This story cannot be played.", False)
    assert desk(home, "No.").saved() is None
    assert desk(home, wishes=Wishes(length="epic")).open().refused
