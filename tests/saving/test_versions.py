"""Runs of every release of Two Ledgers that people have played, replayed in the story as it is today."""

from functools import cache
from pathlib import Path

import pytest

from glfstory.engine.release import play_hash, release_of
from glfstory.engine.stage import Stage
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from glfstory.saving.code import code_of, run_of
from glfstory.saving.resume import resume
from glfstory.saving.run_file import from_json

SAVES = sorted((Path(__file__).parents[1] / "saves").glob("release-*.json"))


@cache
def stage() -> Stage:
    told = read(shipped_story()).story
    assert told is not None
    return Stage(told)


def test_the_story_is_one_of_its_releases() -> None:
    told = stage().story
    assert release_of(told) is not None, (
        f"The play of Two Ledgers has changed: while nobody has played the newest release in story/story.yaml, put "
        f"{play_hash(told)} under its number and the runs of python -m tests.saves.make into tests/saves; "
        f"once people have, add that hash under the next number, and keep the old saves."
    )


@pytest.mark.parametrize("path", SAVES, ids=lambda path: path.stem)
def test_a_run_of_a_release_is_followed_as_far_as_it_holds(path: Path) -> None:
    run = from_json(path.read_bytes())
    found = resume(stage(), run)
    release = release_of(stage().story)
    if release is not None and path.stem.startswith(f"release-{release.number}-"):
        assert (found.lost, found.over, found.run.entries) == ("", True, run.entries)
        assert run_of(stage(), code_of(stage(), run)) == found.run
    elif found.lost:
        held = len(found.run.decisions)
        first = run.decisions[held]
        assert f"its decision {held + 1} (" in found.lost
        assert "no longer exists, because" in found.lost
        assert first.choice in found.lost or first.scene in stage().story.renamed
    else:
        assert len(found.run.decisions) == len(run.decisions)


def test_the_present_release_has_its_saves() -> None:
    release = release_of(stage().story)
    assert release is None or [path for path in SAVES if path.stem.startswith(f"release-{release.number}-")]
