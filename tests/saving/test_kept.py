"""Kept runs: what is left behind on going back, names, removing, taking up; nothing is lost on any of these ways."""

import errno
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glfstory.engine.run import Decision, Run, back, begin, branch, choose, replay
from glfstory.engine.story import Story
from glfstory.saving.desk import Desk
from glfstory.saving.kept import KeptRun, holds, slug
from glfstory.saving.places import Places
from glfstory.saving.run_file import from_json, to_json
from glfstory.saving.wishes import Wishes
from tests.build import choice, number, scene, story
from tests.saving.test_desk import desk

NAMES = ("first", "second", "third", "fourth")


def four() -> Story:
    scenes = [scene(name, order=at, seasons=("one",)) for at, name in enumerate(NAMES)]
    return story(*scenes, variables={"n": number("n")})


def at_desk(home: Places, told: Story | None = None, **wishes: int) -> Desk:
    return desk(home, told or four(), Wishes(**wishes))


def run_of(at: Desk, letters: str, seed: int = 1) -> Run:
    run = begin(at.stage.story, seed)
    for letter in letters:
        run = choose(at.stage, run, letter)
    return run


def letters(run: Run) -> str:
    return "".join(each.choice for each in run.decisions)


def on_disk(at: Desk) -> dict[str, str]:
    """The choices in every file, by its name."""
    return {path.stem: letters(from_json(path.read_bytes())) for path in sorted(at.save.parent.glob("*.json"))}


def named(at: Desk, name: str) -> KeptRun:
    return next(each for each in at.kept() if each.name == name)


def test_what_is_left_behind_is_kept_by_itself(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aaa"))
    at.keep(back(run_of(at, "aaa"), 2))
    at.keep(run_of(at, "ab"))
    assert on_disk(at) == {"autosave": "ab", "branch-1": "aaa"}
    assert [(each.name, letters(each.run), each.current) for each in at.kept()] == [
        ("", "ab", True),
        ("Branch 1", "aaa", False),
    ]


def test_going_back_and_on_the_same_way_leaves_nothing_behind(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aab"))
    at.keep(back(run_of(at, "aab")))
    assert on_disk(at) == {"autosave": "aa", "branch-1": "aab"}, "whenever the machine dies, the last decision is there"
    at.keep(run_of(at, "aab"))
    assert on_disk(at) == {"autosave": "aab"}


def test_going_back_step_by_step_leaves_one_branch(home: Places) -> None:
    at = at_desk(home)
    for steps in range(4):
        at.keep(back(run_of(at, "abab"), steps))
    assert on_disk(at) == {"autosave": "a", "branch-1": "abab"}


def test_runs_left_behind_by_an_older_glfstory_are_found(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "b"))
    (at.save.parent / "autosave.previous-3.json").write_text(to_json(run_of(at, "aa")))
    assert [(each.name, each.when) for each in at.kept()] == [
        ("", "Autumn 1957, 1 decision"),
        ("Branch 3", "Autumn 1957, 2 decisions"),
    ]


def test_the_newest_comes_first_and_says_how_it_ended(home: Places) -> None:
    at = at_desk(home)
    for time, (name, way) in enumerate((("One", "a"), ("Two", "abab"), ("Three", "b"))):
        assert at.keep_named(run_of(at, way, seed=time), name) == ""
        os.utime(at.save.parent / f"{name.lower()}.json", (time, time))
    assert [each.name for each in at.kept()] == ["Three", "Two", "One"]
    two = named(at, "Two")
    assert (two.over, two.ending, two.when) == (True, "The end", "The end, 4 decisions")


def test_a_name_is_shown_as_it_was_typed_and_may_grow(home: Places) -> None:
    at = at_desk(home)
    assert at.keep_named(run_of(at, "a"), "  Die Kälte / 大跃进? ") == ""
    assert on_disk(at) == {"die-kälte-大跃进": "a"}
    assert named(at, "Die Kälte / 大跃进?").current is False
    assert at.keep_named(run_of(at, "ab"), "die kälte 大跃进") == "", "the same run, further on"
    assert on_disk(at) == {"die-kälte-大跃进": "ab"}
    assert at.keep_named(run_of(at, "bb"), "Die Kälte 大跃进") == (
        "Another run is called 'Die Kälte 大跃进' already; choose another name."
    )
    assert on_disk(at) == {"die-kälte-大跃进": "ab"}


@pytest.mark.parametrize("name", ["", "  ", "?!", "/", "\x1b[2J\x1b", "x" * 61, "..", "a\u202eb"])
def test_a_name_that_no_file_can_have_is_a_sentence(home: Places, name: str) -> None:
    at = at_desk(home)
    told = at.keep_named(run_of(at, "a"), name)
    assert told.startswith("A name ")
    assert told.endswith(".")
    assert "\x1b" not in told
    assert not at.save.parent.exists()


@given(st.text(max_size=60))
def test_a_slug_is_a_file_name_anywhere(name: str) -> None:
    made = slug(name)
    assert len(made.encode()) < 200
    assert not set(made) & set('/\\:*?"<>|. \0')
    assert not made.startswith(("autosave", "branch-1", "-"))
    assert made not in ("con", "nul", "com1")


@pytest.mark.parametrize("name", ["autosave", "branch 7", "CON", "autosave.damaged-1"])
def test_names_with_a_meaning_of_their_own_get_another_file(home: Places, name: str) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "b"))
    assert at.keep_named(run_of(at, "a"), name) == ""
    assert from_json(at.save.read_bytes()) == run_of(at, "b")
    assert letters(named(at, name).run) == "a"


def test_naming_a_branch_moves_it_and_naming_the_run_in_play_copies_it(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aa"))
    at.keep(run_of(at, "b"))
    assert at.name(named(at, "Branch 1"), "The other") == ""
    assert on_disk(at) == {"autosave": "b", "the-other": "aa"}
    assert at.name(named(at, "The other"), "the OTHER") == ""
    assert [each.name for each in at.kept()] == ["", "the OTHER"]
    assert at.name(named(at, ""), "Now") == ""
    assert on_disk(at) == {"autosave": "b", "now": "b", "the-other": "aa"}
    assert at.name(named(at, "Now"), "The other").startswith("Another run is called")
    assert at.keep(run_of(at, "bb")) == ""
    assert on_disk(at) == {"autosave": "bb", "now": "b", "the-other": "aa"}, "what has a name stays"


def test_taking_up_a_run_keeps_the_one_before_it(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aa"))
    at.keep_named(run_of(at, "bbb"), "Mine")
    taken = at.take_up(named(at, "Mine"))
    assert (taken.run, taken.when, taken.notice) == (run_of(at, "bbb"), "Autumn 1957, 3 decisions", "")
    assert on_disk(at) == {"autosave": "bbb", "branch-1": "aa", "mine": "bbb"}
    again = at_desk(home).saved()
    assert again is not None
    assert again.run == taken.run
    at.take_up(named(at, "Branch 1"))
    assert on_disk(at) == {"autosave": "aa", "mine": "bbb"}, "a branch that is taken up is no branch any more"


def test_removing_takes_that_run_and_no_other(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aa"))
    at.keep(run_of(at, "b"))
    assert at.remove(named(at, "Branch 1")) == ""
    assert on_disk(at) == {"autosave": "b"}
    assert at.remove(named(at, "")) == ""
    assert at.saved() is None
    assert at.keep(run_of(at, "ab")) == ""


def test_what_another_window_did_since_is_not_undone(home: Places) -> None:
    one, two = at_desk(home), at_desk(home)
    one.keep(run_of(one, "aa"))
    seen = named(two, "")
    one.keep(run_of(one, "aab"))
    assert two.remove(seen) == "The run could not be removed: it was changed in another window."
    assert on_disk(one) == {"autosave": "aab"}
    one.keep(run_of(one, "b"))
    branch_one = named(two, "Branch 1")
    assert one.remove(branch_one) == ""
    assert two.name(branch_one, "Late") == "The run could not be kept as 'Late': there is no such file or folder."
    taken = two.take_up(branch_one)
    assert (taken.run, taken.notice) == (
        None,
        "Branch 1 could not be taken up: there is no such file or folder.",
    )
    assert on_disk(one) == {"autosave": "b"}


def test_runs_of_other_stories_packs_and_constants_are_no_kept_runs_here(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "a"))
    for number_of, other in enumerate(
        (
            replace(run_of(at, "b"), story="other"),
            replace(run_of(at, "b"), packs=("doctor",)),
            replace(run_of(at, "b"), setup=replace(run_of(at, "b").setup, constants={"x": 1})),
        )
    ):
        (at.save.parent / f"other-{number_of}.json").write_text(to_json(other))
    assert [letters(each.run) for each in at.kept()] == ["a"]
    assert at.kept_notice == ""


def test_damaged_files_are_skipped_and_told(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "a"))
    (at.save.parent / "broken.json").write_text("{")
    (at.save.parent / "autosave.damaged-1.json").write_text("")
    (at.save.parent / "folder.json").mkdir()
    assert [letters(each.run) for each in at.kept()] == ["a"]
    assert at.kept_notice == (
        f"{at.save.parent / 'broken.json'} could not be read: it is not readable JSON. "
        f"{at.save.parent / 'folder.json'} could not be read: it is no plain file."
    )
    assert at.keep_named(run_of(at, "a"), "Broken") == (
        "The run could not be kept as 'Broken': it is not readable JSON."
    )
    (at.save.parent / "broken.json").unlink()
    (at.save.parent / "folder.json").rmdir()
    at.kept()
    assert at.kept_notice == ""


def test_a_desk_that_keeps_nothing_has_no_kept_runs(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "a"))
    assert desk(home, four(), keeps=False).kept() == ()
    assert desk(home, "This story cannot be played.").kept() == ()


def changed() -> Story:
    """The four scenes in a later version: the second is called otherwise, and the fourth has lost its `b`."""
    scenes = [
        scene(name, *((choice("a"), choice("c")) if name == "fourth" else ()), order=at, seasons=("one",))
        for at, name in enumerate(("first", "later", "third", "fourth"))
    ]
    return story(*scenes, version="2.0.0", renamed={"second": "later"})


def test_a_run_of_another_version_goes_on_as_far_as_it_holds(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aabb"))
    at.keep_named(run_of(at, "bbbb"), "Mine")
    old = at.save.read_bytes()
    now = at_desk(home, changed())
    found = now.saved()
    assert found is not None
    assert found.run is not None
    assert [(each.scene, each.choice) for each in found.run.decisions] == [
        ("first", "a"),
        ("later", "a"),
        ("third", "b"),
    ]
    assert "its decision 4 (fourth: b) no longer exists, because the choice 'b'" in found.notice
    assert (at.save.parent / "autosave.before-change-1.json").read_bytes() == old
    assert [(each.name, letters(each.run)) for each in now.kept()] == [("", "aab"), ("Mine", "bbb")]
    taken = now.take_up(named(now, "Mine"))
    assert "its decision 4 (fourth: b) no longer exists" in taken.notice
    assert letters(from_json((at.save.parent / "mine.json").read_bytes())) == "bbbb", "the old file is kept"
    assert at_desk(home).load(at.save.parent / "mine.json").run == run_of(at, "bbbb"), "for the story as it was"


def test_a_scene_under_another_name_is_the_same_scene(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aaa"))
    now = at_desk(home, changed())
    found = now.saved()
    assert found is not None
    assert found.run is not None
    assert found.notice == ""
    now.keep(choose(now.stage, found.run, "c"))
    assert on_disk(at) == {"autosave": "aaac"}


def refusing(monkeypatch: pytest.MonkeyPatch, what: Sequence[str], number_of: int) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number_of, os.strerror(number_of))

    for each in what:
        monkeypatch.setattr(each, refuse)


WRITING = ("os.fsync", "os.link", "pathlib.Path.replace", "pathlib.Path.unlink")


@pytest.mark.parametrize("number_of", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("first", range(len(WRITING)))
def test_a_disk_that_takes_nothing_is_told_and_all_files_stay(
    home: Places, monkeypatch: pytest.MonkeyPatch, number_of: int, first: int
) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aa"))
    at.keep(run_of(at, "bb"))
    at.keep_named(run_of(at, "abab"), "Mine")
    before, kept = on_disk(at), at.kept()
    refusing(monkeypatch, WRITING[first:], number_of)
    monkeypatch.setattr("pathlib.Path.touch", lambda *_, **__: (_ for _ in ()).throw(OSError(number_of, "no")))
    told = [
        at.keep(run_of(at, "ab")),
        at.keep_named(run_of(at, "a"), "Another"),
        at.name(kept[1], "Renamed"),
        at.remove(kept[1]),
        at.take_up(kept[1]).notice,
    ]
    monkeypatch.undo()
    after = on_disk(at)
    for path in at.save.parent.glob(".*.tmp"):
        path.unlink()
    assert all(set(before.values()) <= set(after.values()) for _ in told)
    assert all(each == "" or each.endswith((".", "play on.")) for each in told)
    assert told[3] != ""
    if first < 2:
        assert all(told)
        assert after == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be written here")
def test_a_read_only_home_is_told(home: Places) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aa"))
    at.save.parent.chmod(0o500)
    told = [at.keep(run_of(at, "b")), at.keep_named(run_of(at, "b"), "B"), at.remove(named(at, ""))]
    at.save.parent.chmod(0o700)
    assert all("there is no permission" in each for each in told)
    assert on_disk(at) == {"autosave": "aa"}


def test_a_disk_without_links_keeps_runs_too(home: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    at = at_desk(home)
    refusing(monkeypatch, ("os.link",), errno.EPERM)
    at.keep(run_of(at, "aa"))
    at.keep(run_of(at, "b"))
    assert at.keep_named(run_of(at, "b"), "Mine") == ""
    assert at.keep_named(run_of(at, "aa"), "Mine").startswith("Another run is called")
    assert on_disk(at) == {"autosave": "b", "branch-1": "aa", "mine": "b"}


steps = st.lists(
    st.one_of(
        st.tuples(st.just("choose"), st.sampled_from("ab")),
        st.tuples(st.just("back"), st.integers(1, 3)),
        st.tuples(st.just("name"), st.sampled_from(["One", "Two"])),
        st.tuples(st.just("rename"), st.sampled_from(["Three", "Four"])),
        st.tuples(st.just("take up"), st.integers(0, 5)),
        st.tuples(st.just("new"), st.integers(0, 2)),
        st.tuples(st.just("other window"), st.just(0)),
    ),
    max_size=25,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(steps)
def test_whatever_a_player_does_every_decision_ever_taken_is_in_some_file(
    tmp_path_factory: pytest.TempPathFactory, taken: list[tuple[str, int | str]]
) -> None:
    base = tmp_path_factory.mktemp("home")
    home = Places(base / "saves", base / "settings.json", base / "cache")
    desks = [at_desk(home), at_desk(home)]
    runs = [run_of(desks[0], "", seed=8), run_of(desks[0], "", seed=9)]
    ever: list[Run] = []
    for act, with_what in taken:
        at, run = desks[0], runs[0]
        kept = at.kept()
        if act == "choose" and not replay(at.stage, run).over:
            runs[0] = choose(at.stage, run, str(with_what))
        elif act == "back":
            runs[0] = back(run, int(with_what))
        elif act == "name":
            at.keep_named(run, str(with_what))
        elif act == "rename" and len(kept) > 1:
            at.name(kept[-1], str(with_what))
        elif act == "take up" and kept:
            runs[0] = at.take_up(kept[int(with_what) % len(kept)]).run or run
        elif act == "new":
            runs[0] = branch(replace(run, seed=int(with_what)), 0)
        elif act == "other window":
            desks.reverse()
            runs.reverse()
            continue
        assert at.keep(runs[0]) == ""
        ever.append(runs[0])
        there = [from_json(path.read_bytes()) for path in at.save.parent.glob("*.json")]
        assert [each for each in ever if each.entries and not any(holds(one, each) for one in there)] == []
        left = [each for each in at.kept() if each.name.startswith("Branch")]
        everyone = at.kept()
        assert not [
            each for each in left if any(holds(other.run, each.run) for other in everyone if other.id != each.id)
        ], "nobody is kept twice"


def test_a_save_with_a_name_comes_back_with_it(home: Places) -> None:
    at = at_desk(home)
    run = replace(run_of(at, "a"), entries=(Decision("first", "a"),))
    assert from_json(to_json(run, "Mine")) == run


def test_a_file_with_half_a_branch_never_stands_under_its_name(home: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    at = at_desk(home)
    at.keep(run_of(at, "aa"))
    refusing(monkeypatch, ("os.fsync",), errno.ENOSPC)
    assert "the disk is full" in at.keep(run_of(at, "b"))
    monkeypatch.undo()
    assert sorted(path.name for path in Path(at.save.parent).iterdir()) == ["autosave.json"]
