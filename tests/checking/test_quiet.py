"""A story switches findings off, each with a reason, and is told of switches that hide nothing."""

from pathlib import Path
from typing import Any

import pytest

from glfstory.checking.check import check
from tests.reading.conftest import MINI

STORY = """
story:
  id: the-ferry
  title: The Ferry
  version: 1.0.0
  meters: [water]
  quiet:
    - {switch}
"""
IDLE = """
variables:
  raft: {says: Whether there is a raft., flag: true, start: false}
  punt: {says: Whether there is a punt., flag: true, start: false}
"""
BOAT = """
scenes:
  the-boat:
    title: The boat
    season: 1958-spring
    order: 10
    text: Old Lu has the boat[^ferry] on a rope.
    choices:
      pay: {say: Pay him., do: [paid = true]}
      help: {say: Help him pull., tags: [kind], do: [rope = 'frayed', water += 1]}
      swim: {say: Swim., if: seen('the-bank')}
"""


def codes(found: Any) -> list[str]:
    return [each.code.split("-")[0] for each in found]


@pytest.mark.parametrize(
    ("switch", "left"),
    [
        ("{code: N701, because: So.}", []),
        ("{code: N701-unused-variable, at: [raft, punt], because: So.}", []),
        ("{code: n701, at: raft, because: So.}", ["N701"]),
        ("{code: N701, at: example.yaml, because: So.}", []),
        ("{code: N701, at: other.yaml, because: So.}", ["W607", "N701", "N701"]),
        ("{code: N701, at: rafts, because: So.}", ["W607", "N701", "N701"]),
        ("{code: N701, at: water, because: So.}", ["W607", "N701", "N701"]),
        ("{code: N702, because: So.}", ["W607", "N701", "N701"]),
        ("{code: E101, because: So.}", ["W607", "N701", "N701"]),
        ("{code: W607, because: So.}", ["W607", "N701", "N701"]),
        ("{code: N7O1, because: So.}", ["W607", "N701", "N701"]),
        ("{code: N701}", ["E102"]),
        ('{code: N701, because: ""}', ["E111"]),
    ],
)
def test_a_switch(over_the_ferry: Any, switch: str, left: list[str]) -> None:
    found = over_the_ferry(STORY.format(switch=switch) + IDLE)
    assert sorted(codes(found)) == sorted(left)
    assert all(each.line == 8 for each in found if each.code.startswith(("W607", "E")))


@pytest.mark.parametrize(("at", "left"), [("the-boat", []), ("the-boat.swim", []), ("the-boat.pay", ["W607", "W612"])])
def test_a_choice_is_named_with_its_scene(over_the_ferry: Any, at: str, left: list[str]) -> None:
    assert codes(over_the_ferry(STORY.format(switch=f"{{code: W612, at: {at}, because: So.}}") + BOAT)) == left


def test_a_mistyped_place_is_told_with_what_was_meant(over_the_ferry: Any) -> None:
    found = over_the_ferry(STORY.format(switch="{code: N701, at: rafft, because: So.}") + IDLE)
    assert (found[0].says, found[0].fix) == ("nothing is called 'rafft'", "did you mean 'raft'?")


def test_no_switch_is_called_idle_while_the_story_cannot_be_read(over_the_ferry: Any) -> None:
    found = over_the_ferry(STORY.format(switch="{code: N701, because: So.}") + "tags:\n  Odd One: x\n")
    assert codes(found) == ["E108"]


def test_a_pack_switches_off_what_it_brings_about(tmp_path: Path) -> None:
    story, pack = tmp_path / "story", tmp_path / "pack"
    story.mkdir()
    pack.mkdir()
    switch = "    - {code: N701, at: raft, because: So.}\n"
    (story / "a.yaml").write_text(MINI.replace("grain]}", "grain], quiet: [{code: N702, because: So.}]}"))
    (pack / "b.yaml").write_text(f"story:\n  id: rafts\n  quiet:\n{switch}" + IDLE)
    found = [each for each in check(story, [pack]) if each.path.endswith("b.yaml")]
    assert [each.code for each in found] == ["N701-unused-variable"]
    assert "punt" in found[0].says
    (pack / "b.yaml").write_text(f"story:\n  id: rafts\n  quiet:\n{switch}")
    idle = [each for each in check(story, [pack]) if each.code.startswith("W607")]
    assert [each.path.endswith("b.yaml") for each in idle] == [True]
