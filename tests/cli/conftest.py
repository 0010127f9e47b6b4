"""A story in a folder, and commands run as a player runs them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from glfstory.saving.run_file import from_json

Run = Callable[..., "subprocess.CompletedProcess[str]"]

STORY = """\
story:
  id: the-road
  title: The Road
  version: 1.0.0
  language: en
  note: |
    A short walk.
  meters: [steps]
options:
  county: {says: How hard., one_of: {mild: mild, hard: as hard as any}, start: mild}
variables:
  steps: {says: How far., unit: steps, start: 0, range: [0, 99], step: 1}
seasons:
  1957-autumn: {year: 1957, name: autumn, title: Autumn 1957}
endings:
  home: {title: Home, rank: 10, text: You are home., facts: [road, mile]}
sources:
  map: {title: A map, year: 1956}
facts:
  road: {says: It is a road., period: 1957, status: single-source, sure: high, claims: [{says: So., source: map}]}
  mile: {says: It is a mile., period: 1957, status: single-source, sure: high, claims: [{says: So., source: map}]}
scenes:
"""
SCENE = """\
  mile-{number}:
    title: Mile {number}
    season: 1957-autumn
    order: {number}
    text: |
      Stone {number}.[^road]
    choices:
      walk: {{say: Walk on., do: [steps += 1], then: You walk.}}
      rest: {{say: Rest a while., then: You rest.}}
"""
MILES = 12
INN = """\
scenes:
  inn:
    title: The inn
    season: 1957-autumn
    order: 20
    when: steps == 12
    text: A bed.
    choices:
      sleep: {say: Sleep., then: You sleep.}
      leave: {say: Leave., then: You leave.}
"""


@pytest.fixture
def road(tmp_path: Path) -> Path:
    folder = tmp_path / "road"
    folder.mkdir()
    scenes = "".join(SCENE.format(number=number) for number in range(1, MILES + 1))
    (folder / "story.yaml").write_text(STORY + scenes, encoding="utf-8")
    return folder


@pytest.fixture
def inn(road: Path) -> Path:
    """A road whose last scene one in 4,096 random players meets."""
    (road / "inn.yaml").write_text(INN, encoding="utf-8")
    return road


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "GLFSTORY_HOME": str(tmp_path / "home"), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def autosave(tmp_path: Path) -> Callable[[], list[str]]:
    """The choices in the save."""

    def choices() -> list[str]:
        found = from_json((tmp_path / "home" / "saves" / "the-road" / "autosave.json").read_bytes())
        return [decision.choice for decision in found.decisions]

    return choices


@pytest.fixture
def glfstory(tmp_path: Path, environment: dict[str, str]) -> Run:
    def run(*arguments: object, typed: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command(*arguments),
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**environment, **more},
            timeout=60,
            check=False,
        )

    return run


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-c", "from glfstory.cli import main; main()", *map(str, arguments)]
