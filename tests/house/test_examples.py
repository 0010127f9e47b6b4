"""The example stories in docs are sound, pass their own tests, and all of them can be met."""

from pathlib import Path

import pytest

from glfstory.checking.check import check
from glfstory.exploring.playtest.playing import playtest
from glfstory.pages.play_file import play_through
from glfstory.reading.reader import read

EXAMPLES = [each for each in sorted((Path(__file__).parents[2] / "docs" / "examples").iterdir()) if each.is_dir()]


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_an_example_is_a_whole_story(folder: Path) -> None:
    assert [f"{each.path}:{each.line} {each.code} {each.says}" for each in check(folder)] == []
    story = read(folder).story
    assert story is not None
    tests = sorted(folder.rglob("*.play"))
    assert tests
    for test in tests:
        assert play_through(story, test.read_text(encoding="utf-8")) == (), test.name
    found = playtest(story, ["random", *story.policies], 100, hunt=400)
    assert found.unseen == ()
    assert found.failures == ()


def test_there_is_one_on_another_subject_with_meters_and_several_ends() -> None:
    stories = [read(folder).story for folder in EXAMPLES]
    assert any(
        story and len(story.meters) > 2 and len(story.endings) > 2 and len(story.seasons) > 5 for story in stories
    )
