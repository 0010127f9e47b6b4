"""The title of a story is known before the story is read."""

from pathlib import Path

import pytest

from glfstory.saving.entrance import id_of, titles_of
from glfstory.saving.opening import desk_for
from glfstory.saving.places import Places


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("story:\n  id: x\n  title: The Well\n  subtitle: A dry summer\n", ("The Well", "A dry summer")),
        ('# title: no\nstory:\n  # title: no\n  id: x\n\n  title: "The Well"\r\n', ("The Well", "")),
        ("seasons:\n  title: no\nstory:\n  id: x\n", ("folder", "")),
        ("", ("folder", "")),
        (None, ("folder", "")),
    ],
)
def test_the_title_is_peeked_at(tmp_path: Path, text: str | None, title: tuple[str, str]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    if text is not None:
        (folder / "story.yaml").write_text(text)
    assert titles_of(folder) == title


def test_a_story_with_mistakes_is_one_sentence_with_the_way_out(tmp_path: Path, home: Places) -> None:
    (tmp_path / "story.yaml").write_text("story: [")
    opened = desk_for(tmp_path, (), home).open()
    assert opened.stage is None
    assert opened.problem.startswith("This story cannot be played, because it has")
    assert f"glfstory check {tmp_path}" in opened.problem
    assert "\n" not in opened.problem


def test_titles_are_found_beside_comments_and_in_quotes(tmp_path: Path) -> None:
    head = "story:\n  id: a-tale      # never change it\n  title: \"A tale # 2\"  # shown first\n  subtitle: 'Or not'\n"
    (tmp_path / "story.yaml").write_text(head, encoding="utf-8")
    assert id_of(tmp_path) == "a-tale"
    assert titles_of(tmp_path) == ("A tale # 2", "Or not")
