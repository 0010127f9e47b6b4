"""What is told to be never open, never met or never come to is so on every road through small stories."""

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glfstory.checking.check import check
from glfstory.engine.stage import Stage
from glfstory.engine.walk import Walk
from glfstory.reading.reader import read

HEAD = """
story: {{id: small, title: Small, version: 1.0.0, meters: [n]}}
seasons:
  1958-spring: {{year: 1958, name: spring, title: Spring, close: [tide]}}
  1959-autumn: {{year: 1959, name: autumn, title: Autumn}}
variables:
  n: {{says: N., unit: n, start: 2, range: [0, 9], step: 1}}
  w: {{says: W., one_of: [x, y, z], start: x}}
  f: {{says: F., flag: true, start: false}}
rules:
  tide: {{says: T., do: ["{tide}"]}}
sources: {{s: {{title: S}}}}
facts:
  one: {{says: S., period: 1958, status: single-source, sure: high, claims: [{{says: S., source: s}}]}}
  two: {{says: S., period: 1958, status: single-source, sure: high, claims: [{{says: S., source: s}}]}}
endings:
  first: {{title: F, rank: 1, when: "{first}", text: F., facts: [one, two]}}
  second: {{title: S, rank: 2, when: "{second}", text: S., facts: [one, two]}}
  last: {{title: L, rank: 3, text: L., facts: [one, two]}}
scenes:
"""
SCENE = """
  {name}:
    title: T
    season: {season}
    order: {order}
    when: "{when}"
    text: T.
    choices:
      a: {{say: A., do: ["{do_a}"]}}
      b: {{say: B., do: ["{do_b}"]}}
      c: {{say: C., if: "{open}", do: [f = not f]}}
"""
NAMES = ("early", "middle", "late")
asked = st.sampled_from(
    [
        *(f"n {sign} {number}" for sign in ("<", ">", "==", "!=") for number in (0, 2, 4, 9)),
        *("f", "not f", "w == 'x'", "w == 'z'", "w != 'y'", "w in ('y', 'z')", "season.year == 1958"),
        *(f"seen('{name}')" for name in NAMES),
        *(f"chose('{name}.{choice}')" for name in NAMES for choice in "abc"),
    ]
)
conditions = st.one_of(
    asked,
    st.builds("{} and {}".format, asked, asked),
    st.builds("{} or {}".format, asked, asked),
    st.builds("not ({} and {})".format, asked, asked),
)
effects = st.sampled_from(["n += 1", "n -= 2", "n = 9", "w = 'y'", "f = true", "w = 'y' if f else w", "n = 2 * n"])
scenes = st.fixed_dictionaries({"when": conditions, "do_a": effects, "do_b": effects, "open": conditions})
stories = st.fixed_dictionaries(
    {"tide": effects, "first": conditions, "second": conditions, "scenes": st.lists(scenes, min_size=3, max_size=3)}
)


def written(parts: dict[str, Any]) -> str:
    told = HEAD.format(**parts)
    for at, scene in enumerate(parts["scenes"]):
        season = "1958-spring" if at < 2 else "1959-autumn"
        told += SCENE.format(name=NAMES[at], season=season, order=at + 1, **scene)
    return told


def everything_met(stage: Stage) -> set[str]:
    """Scenes, choices taken, choices found closed, scenes passed over, and endings, of all roads."""
    met: set[str] = set()
    waiting = [Walk(stage, 1)]
    while waiting:
        walk = waiting.pop()
        walk.advance()
        met |= walk.met
        if walk.over:
            met.add(walk.ending.id if walk.ending else "")
            met |= {f"passed {name}" for name in NAMES if name not in walk.met}
            continue
        if walk.scene is not None and len(walk.open_choices()) < 3:
            met.add(f"closed {walk.scene.id}")
        for choice in walk.open_choices():
            copied = walk.copy()
            copied.choose(choice.id)
            waiting.append(copied)
    return met


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(parts=stories)
def test_nothing_that_is_told_to_be_lost_is_met(tmp_path: Path, parts: dict[str, Any]) -> None:
    text = written(parts)
    (tmp_path / "story.yaml").write_text(text, encoding="utf-8")
    story = read(tmp_path).story
    assert story is not None
    met = everything_met(Stage(story))
    lines = text.split("\n")
    for each in check(tmp_path):
        above = [line.split(":")[0].strip() for line in lines[: each.line] if line.startswith("  ") and line[2] != " "]
        thing = above[-1]
        if each.code == "W612-never-open":
            assert f"{thing}.c" not in met, each
        elif each.code in ("W613-never-met", "W615-never-comes", "W616-shadowed-ending"):
            assert thing not in met, each
        elif each.code == "W610-always-holds" and "if:" in each.source_line:
            assert f"closed {thing}" not in met, each
        elif each.code == "W610-always-holds" and "    when:" in each.source_line:
            assert f"passed {thing}" not in met, each
