"""A tiny whole story, and ways to write files and read them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from glfstory.reading.finding import Finding
from glfstory.reading.reader import Reading, read

MINI = """
story: {id: mini, title: Mini, version: 1.0.0, meters: [grain]}
seasons:
  autumn-58: {year: 1958, name: autumn, title: Autumn, open: [eat], draw: {count: 1, at: 50}}
variables:
  grain: {says: Grain in the store., unit: jin, start: 100, range: [0, 1000], step: 10}
  built: {says: Whether it was built., flag: true, start: false}
  post: {says: What you are., one_of: [secretary, dismissed], start: secretary}
  enough: {says: Whether there is enough., is: grain > 50}
rules:
  eat: {says: People eat., do: [grain -= 10]}
people:
  zhao:
    title: The Zhao house
    members:
      granny: {name: Grandmother Zhao, frailty: 0.9}
tags: {report: A report., death: Someone dies., honest: Says what is so.}
sources: {lu-2000: {title: A Book, year: 2000}}
facts:
  sputnik:
    {says: A record was one., period: 1958, status: single-source, sure: high, claims: [{says: So, source: lu-2000}]}
  quota:
    {says: There were quotas., period: 1958, status: corroborated, sure: high, claims: [{says: So, source: lu-2000}]}
glossary:
  jin: {term: jin, says: Half a kilogram.}
scenes:
  scales:
    title: The scales
    season: autumn-58
    order: 10
    tags: [report]
    text: |
      The beam says *{grain|jin}*.[^jin]

      Nobody
      speaks.
    choices:
      honest:
        say: Send it up.
        tags: [honest]
        do:
          - grain -= 20
          - if: grain < 50
            do: [post = 'dismissed']
            else: [built = true]
        facts: [sputnik]
      wait:
        say: Wait a day.
        then: It rains.
endings:
  end: {title: The end, rank: 1, text: It ends., facts: [sputnik, quota]}
"""


@pytest.fixture
def mini() -> str:
    return MINI


@pytest.fixture
def read_files(tmp_path: Path) -> Callable[..., Reading]:
    """Reads a story of these files, by name; packs by the name of their folder."""

    def reading(files: dict[str, str | bytes], **packs: dict[str, str | bytes]) -> Reading:
        for name, content in [
            *((f"story/{name}", content) for name, content in files.items()),
            *((f"{pack}/{name}", content) for pack, inner in packs.items() for name, content in inner.items()),
        ]:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(tmp_path / "story", [tmp_path / pack for pack in packs])

    return reading


@pytest.fixture
def mended(read_files: Any) -> Callable[..., tuple[Finding, ...]]:
    """What is found after passages of the tiny story were replaced by others: old, new, old, new."""

    def findings(*passages: str) -> tuple[Finding, ...]:
        text = MINI
        for old, new in zip(passages[::2], passages[1::2], strict=True):
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the tiny story"
            text = text.replace(old, new)
        found: tuple[Finding, ...] = read_files({"a.yaml": text}).findings
        return found

    return findings
