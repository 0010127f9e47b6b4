"""An unchanged story comes from the cache; whatever is wrong with the cache, the story opens."""

import subprocess
import sys
from typing import Any

from glfstory.reading.shelf import open_story


def test_the_cached_story_is_the_story(read_files: Any, mini: Any, tmp_path: Any) -> None:
    fresh = read_files({"a.yaml": mini})
    for _ in range(2):
        assert open_story(tmp_path / "story", [], tmp_path / "cache") == fresh
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_change_is_seen(read_files: Any, mini: Any, tmp_path: Any) -> None:
    read_files({"a.yaml": mini})
    open_story(tmp_path / "story", [], tmp_path / "cache")
    (tmp_path / "story" / "a.yaml").write_text(mini.replace("It ends.", "It stops."))
    assert "It stops." in str(open_story(tmp_path / "story", [], tmp_path / "cache").story)
    (tmp_path / "story" / "b.yaml").write_text("tags: {quiet: Q.}")
    assert "Q." in str(open_story(tmp_path / "story", [], tmp_path / "cache").story)


def test_a_story_with_errors_is_not_kept(read_files: Any, mini: Any, tmp_path: Any) -> None:
    read_files({"a.yaml": mini.replace("order:", "oder:")})
    reading = open_story(tmp_path / "story", [], tmp_path / "cache")
    assert reading.story is None
    assert reading.findings
    assert not (tmp_path / "cache").exists()


def test_warnings_are_kept_too(read_files: Any, mini: Any, tmp_path: Any) -> None:
    read_files({"a.yaml": mini, "b.yaml": "scenes:\n  other: {title: T, order: 10, text: T}\n"})
    first = open_story(tmp_path / "story", [], tmp_path / "cache")
    assert first.findings
    assert open_story(tmp_path / "story", [], tmp_path / "cache") == first


def test_a_damaged_cache_is_passed_over(read_files: Any, mini: Any, tmp_path: Any) -> None:
    fresh = read_files({"a.yaml": mini})
    open_story(tmp_path / "story", [], tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    whole = kept.read_bytes()
    for damaged in (b"", b"\xff", b"x\n[]\n{}", whole[:-20], whole.replace(b"It ends", b"It ENDS")):
        kept.write_bytes(damaged)
        assert open_story(tmp_path / "story", [], tmp_path / "cache") == fresh


def test_a_cache_that_cannot_be_written_is_passed_over(read_files: Any, mini: Any, tmp_path: Any) -> None:
    fresh = read_files({"a.yaml": mini})
    (tmp_path / "cache").write_text("a file, not a folder")
    assert open_story(tmp_path / "story", [], tmp_path / "cache") == fresh


def test_the_fast_path_knows_neither_yaml_nor_pydantic(read_files: Any, mini: Any, tmp_path: Any) -> None:
    read_files({"a.yaml": mini})
    open_story(tmp_path / "story", [], tmp_path / "cache")
    lines = (
        "import sys; from pathlib import Path; from glfstory.reading.shelf import open_story",
        "reading = open_story(Path('story'), [], Path('cache'))",
        "assert reading.story is not None",
        "print(sorted({'yaml', 'pydantic', 'glfstory.reading.reader'} & sys.modules.keys()))",
    )
    open_story_here = subprocess.run(
        [
            sys.executable,
            "-c",
            "\n".join(lines)
            .replace("'story'", repr(str(tmp_path / "story")))
            .replace("'cache'", repr(str(tmp_path / "cache"))),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert open_story_here.stdout.strip() == "[]"
