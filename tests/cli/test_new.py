"""`glfstory new` as it is run from a shell."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_what_it_makes_plays_and_is_clean(glfstory: Run) -> None:
    made = glfstory("new", "my story")
    assert (made.returncode, made.stderr) == (0, "")
    assert 'glfstory play "my story"' in made.stdout
    checked = glfstory("check", "my story", "--strict")
    assert (checked.returncode, checked.stdout) == (0, "Nothing to mend.\n")
    assert glfstory("test", "my story").returncode == 0
    assert "Nine people stand" in glfstory("play", "my story", "--plain", "--seed", 3, typed="\n\n1\n\n").stdout


def test_a_pack_for_a_story_and_for_the_one_that_comes_with_it(glfstory: Run, road: Path) -> None:
    for base, named in ((str(road), [road]), ("two-ledgers", [])):
        pack = f"pack-{Path(base).name}"
        made = glfstory("new", pack, "--pack", base)
        assert (made.returncode, made.stderr) == (0, "")
        both = [*named, "--with", pack]
        assert f"glfstory check {' '.join(map(str, both))}" in made.stdout
        assert glfstory("check", *both).returncode == 0
        assert glfstory("test", *both).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["road"], "road is not empty, there is story.yaml in it: give the name of a new folder."),
        (["road/story.yaml"], "story.yaml is a file: give the name of a new folder."),
        (["road/story.yaml/more"], "cannot be made: a part of the path is a file, not a folder."),
        (["more", "--pack", "none"], "The story none cannot be opened"),
        ([], "Missing argument 'DIR'."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_all_as_it_was(
    glfstory: Run, road: Path, arguments: list[str], says: str
) -> None:
    before = {path: path.read_bytes() for path in road.parent.rglob("*") if path.is_file()}
    done = glfstory("new", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1
    after = {path: path.read_bytes() for path in road.parent.rglob("*") if path.is_file()}
    assert {path: after[path] for path in before} == before
    assert not (road.parent / "more").exists()


def test_a_pack_for_a_story_with_mistakes_is_not_made(glfstory: Run, road: Path) -> None:
    (road / "bad.yaml").write_text("scenes: {x: {}}\n", encoding="utf-8")
    done = glfstory("new", "more", "--pack", road)
    assert done.returncode == 1
    assert "cannot be played" in done.stderr
    assert not (road.parent / "more").exists()
