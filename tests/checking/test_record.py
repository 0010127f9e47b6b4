"""What sounds like the record is asked for a mark, where a story says what to listen for."""

from typing import Any

import pytest

STORY = """
story:
  id: the-ferry
  title: The Ferry
  version: 1.0.0
  meters: [water]
  record: {record}
endings:
  shore:
    title: The shore
    rank: 10
    text: |
      {text}

      You are across.
    facts: [ferry, flood]
"""
ALL = "{years: [1950, 1962], names: [the Ministry of Water], units: [million tons, hectares]}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bridge of 1956 is gone.", "1956"),
        ("The bridge of 1956 is gone.[^ferry]", ""),
        ("It was 1958, as it is now.", ""),
        ("It was 1949, or 1970.", ""),
        ("He has 1956 fish.", "1956"),
        ("The Ministry of Water is far.", ""),
        ("You write to the Ministry of\n      Water.", "the Ministry of Water"),
        ("It was 1,200 million\n      tons.", "1,200 million tons"),
        ("It was 12 hectares.", "12 hectares"),
        ("It was 12 hectaresque things, and {water|0} hands.", ""),
    ],
)
def test_a_paragraph(over_the_ferry: Any, text: str, found: str) -> None:
    told = over_the_ferry(STORY.format(record=ALL, text=text))
    assert [each.code for each in told] == (["N715-unmarked-record"] if found else [])
    assert all(each.says.startswith(repr(found)) and each.line == 13 for each in told)


@pytest.mark.parametrize("record", ["{}", "{years: [1900, 1901]}", "{names: [nobody]}"])
def test_only_what_is_named_is_looked_for(over_the_ferry: Any, record: str) -> None:
    assert over_the_ferry(STORY.format(record=record, text="In 1956 it was 12 hectares.")) == ()


def test_a_choice_with_facts_has_its_mark(over_the_ferry: Any) -> None:
    story = STORY.format(record=ALL, text="You are across.")
    choice = """
scenes:
  the-boat:
    title: The boat
    season: 1958-spring
    order: 10
    text: Old Lu has the boat[^ferry] on a rope.
    choices:
      pay: {say: Pay as in 1956., do: [paid = true], then: He has no change since 1956.%s}
      help: {say: Help him pull., tags: [kind], do: [rope = 'frayed', water += 1]}
"""
    assert [each.code for each in over_the_ferry(story + choice % "")] == ["N715-unmarked-record"] * 2
    assert over_the_ferry(story + choice % ", facts: [ferry]") == ()
