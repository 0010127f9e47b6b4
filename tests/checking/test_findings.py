"""Every finding has a page, and every page is right: its example is found at the marked line, and mended it is not."""

import os
import re
from pathlib import Path

import pytest

import glfstory
from glfstory.checking.check import check
from glfstory.reading.codes import CODES
from tests.checking.pages import FOLDER, Example, page, pages

CODE = re.compile(r'"([EWN]\d{3}(?:-[a-z]+)+)"')


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {path.stem for path in pages()} == set(CODES)
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    for code, meaning in CODES.items():
        assert f"| [{code}]({code}.md) | {meaning} |" in index


def test_every_code_that_the_program_can_tell_is_listed() -> None:
    package = Path(glfstory.__file__).parent
    sources = [path for path in package.rglob("*.py") if path.name != "codes.py"]
    told = {code for path in sources for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert told == set(CODES)


def test_the_story_below_the_examples_has_no_finding(tmp_path: Path) -> None:
    story, _ = Example("yaml", "").make(tmp_path)
    assert check(story) == ()


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem)
def test_a_page_is_right(path: Path, tmp_path: Path) -> None:
    told = page(path)
    assert told.heading == f"# {told.code}"
    assert told.meaning == CODES[told.code]
    if "sh" in (told.found.kind, told.not_found.kind) and os.name == "nt":
        pytest.skip("runs a shell")
    story, packs = told.found.make(tmp_path / "found")
    found = [each for each in check(story, packs) if each.code not in told.found.beside]
    assert {each.code for each in found} == {told.code}
    base = tmp_path / "found" / ("the-ferry" if told.found.kind == "yaml" else "")
    assert [(_below(each.path, base), each.line) for each in found] == told.found.places
    story, packs = told.not_found.make(tmp_path / "mended")
    assert check(story, packs) == ()


def _below(path: str, base: Path) -> str:
    whole = Path(path)
    return (whole.relative_to(base) if whole.is_relative_to(base) else whole.relative_to(base.parent)).as_posix()
