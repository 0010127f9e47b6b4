"""Where the entries of a story stand."""

from pathlib import Path

from glfstory.reading.whereabouts import whereabouts


def test_every_entry_has_its_file_and_its_line(tmp_path: Path) -> None:
    (tmp_path / "story" / "scenes").mkdir(parents=True)
    (tmp_path / "pack").mkdir()
    (tmp_path / "story" / "story.yaml").write_text("# A story\nstory:\n  id: s\nseasons:\n  one: {year: 1}\n", "utf-8")
    (tmp_path / "story" / "scenes" / "a.yaml").write_text("scenes:\n  a: {}\n\n  b: {}\n", "utf-8")
    (tmp_path / "pack" / "more.yaml").write_text("scenes:\n  c: {}\nstory: {id: p}\n", "utf-8")
    found = whereabouts(tmp_path / "story", [tmp_path / "pack"])
    assert found["scenes", "b"] == ("scenes/a.yaml", 4)
    assert found["seasons", "one"] == ("story.yaml", 5)
    assert found["story", "story"] == ("story.yaml", 2)
    assert found["scenes", "c"] == ((tmp_path / "pack" / "more.yaml").as_posix(), 2)
