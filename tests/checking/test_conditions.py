"""Conditions with one answer are told where they stand, with the reason; those that can go either way are not."""

from typing import Any

import pytest

RULE = """
rules:
  rain:
    says: It rains in the hills.
    do:
      - water += 1
      - if: {asked}
        do:
          - paid = not paid
"""
BOAT = """
scenes:
  the-boat:
    title: The boat
    season: 1958-spring
    order: 10
    when: {when}
    text:
      - Old Lu has the boat[^ferry] on a rope.
      - if: {asked}
        text: He nods.
    choices:
      pay:
        say: Pay him.
        do:
          - paid = true
        then:
          - if: {after}
            text: He counts it.
      help:
        say: Help him pull.
        tags: [kind]
        do:
          - rope = 'frayed'
          - water += 1
      swim:
        say: Swim.
        if: {open}
"""
PLAIN = {"when": "not high", "asked": "paid", "after": "high", "open": "water < 7"}


@pytest.mark.parametrize(
    ("asked", "code", "reason"),
    [
        ("water > 20", "W611", "never holds: water lies between 0 and 20"),
        ("water <= 20", "W610", "always holds: water lies between 0 and 20"),
        ("water < 5", "W611", "never holds: water stays between 5 and 20"),
        ("water > 8 and water < 9", "W611", "its parts exclude each other"),
        ("high and water <= 8", "W611", "its parts exclude each other"),
        ("season.year == 1957", "W611", "never holds"),
        ("chose('the-boat.pay') and chose('the-boat.help')", "W611", "its parts exclude each other"),
        ("gone('old-lu') and not alive('old-lu')", "W611", "its parts exclude each other"),
        ("paid or not paid", "W610", "its parts"),
        ("water > 6 and water > 7", "W618", "`water > 6` is always true"),
        ("paid or (paid and high)", "W618", "is never true"),
        ("paid == (1 < 2)", "", ""),
        ("season.name == 'spring'", "", ""),
        ("seen('the-bank')", "", ""),
        ("alive('old-lu')", "", ""),
        ("water == 7 and high == paid", "", ""),
    ],
)
def test_a_rule_asks(over_the_ferry: Any, asked: str, code: str, reason: str) -> None:
    found = over_the_ferry(RULE.format(asked=asked))
    assert {each.code.split("-")[0] for each in found} == ({code} if code else set())
    assert all(reason in each.says for each in found)


@pytest.mark.parametrize(
    ("changed", "code", "reason"),
    [
        ({"asked": "season.name == 'summer'"}, "W611", "it is asked in Spring 1958 only"),
        ({"asked": "seen('the-bank')"}, "W611", "'the-bank' can only come later"),
        ({"asked": "seen('the-boat')"}, "W610", "it is decided by being here"),
        ({"asked": "chose('the-boat.pay')"}, "W611", "it is decided by being here"),
        ({"asked": "high"}, "W611", "the scene comes only where `not high` does"),
        ({"open": "water > 12"}, "W612", "the choice 'swim' is never open"),
        ({"open": "water < 15"}, "W610", "the scene comes only where `not high` does"),
        ({"after": "chose('the-boat.pay')"}, "W610", "it is decided by being here"),
        ({"after": "chose('the-boat.help')"}, "W611", "it is decided by being here"),
        ({"when": "seen('the-boat')"}, "W613", "the scene 'the-boat' never comes"),
        ({"when": "seen('the-bank')"}, "W613", "'the-bank' can only come later"),
    ],
)
def test_a_scene_asks(over_the_ferry: Any, changed: dict[str, str], code: str, reason: str) -> None:
    assert over_the_ferry(BOAT.format(**PLAIN)) == ()
    found = over_the_ferry(BOAT.format(**{**PLAIN, **changed}))
    (asked,) = changed.values()
    told = [each for each in found if each.source_line.strip(" -").endswith(f": {asked}")]
    assert [each.code.split("-")[0] for each in told] == [code]
    assert reason in told[0].says


def test_an_effect_may_change_what_the_scene_asked_for(over_the_ferry: Any) -> None:
    """What comes after a choice is not held against the scene's condition."""
    assert over_the_ferry(BOAT.format(**{**PLAIN, "after": "high"})) == ()


def test_a_choice_that_stands_in_may_not_have_been_taken(over_the_ferry: Any) -> None:
    text = BOAT.format(**PLAIN).replace("    when:", "    unplayed: pay\n    when:")
    guarded = text.replace(
        "          - paid = true", "          - if: seen('the-boat')\n            do:\n              - paid = true"
    )
    assert over_the_ferry(guarded) == ()
    told = over_the_ferry(guarded.replace("    unplayed: pay\n", ""))
    assert [each.code for each in told] == ["W610-always-holds"]


INPUT = """
story:
  id: the-ferry
  title: The Ferry
  version: 1.0.0
  meters: [water]
  inputs:
    others: {says: What the others say., solo: water, scene: the-boat, range: [0, 20]}
"""


def test_an_input_that_is_fixed_in_the_scene_is_open_again(over_the_ferry: Any) -> None:
    asked = BOAT.format(**{**PLAIN, "when": "others > 3", "asked": "others < 2"})
    assert over_the_ferry(INPUT + asked) == ()


def test_a_scene_that_asks_whether_it_was_met_answers_anew(over_the_ferry: Any) -> None:
    anew = "variables:\n  anew: {says: Whether it is new., is: not seen('the-boat')}\n"
    for asked in ("not (high and seen('the-boat'))", "anew or not high"):
        found = over_the_ferry(anew + BOAT.format(**{**PLAIN, "when": asked, "asked": "high"}))
        assert {each.line for each in found if each.severity == "warning"} == {9}, (
            "only the condition of the scene itself is told"
        )


def test_a_scene_that_a_choice_leads_to_is_not_asked_for_its_condition(over_the_ferry: Any) -> None:
    led = """
  the-middle:
    title: The middle
    when: high
    text:
      - The water is brown.
      - if: not high
        text: It is low.
"""
    boat = BOAT.format(**PLAIN).replace("        say: Swim.", "        say: Swim.\n        go: the-middle")
    assert over_the_ferry(boat + led) == ()


def test_a_variable_that_nothing_sets_is_told_once(over_the_ferry: Any) -> None:
    idle = "variables:\n  raft: {says: Whether there is a raft., flag: true, start: false}\n"
    assert [each.code for each in over_the_ferry(idle + RULE.format(asked="raft and not high"))] == [
        "W604-unset-variable"
    ]


def test_a_choice_inside_an_expression(over_the_ferry: Any) -> None:
    rule = "rules:\n  rain:\n    says: It rains.\n    do:\n      - water += 2 if water > 30 else 1\n"
    (found,) = over_the_ferry(rule)
    assert (found.code, found.line) == ("W611-never-holds", 5)
    assert found.source_line[found.column - 1 : found.end_column - 1] == "water > 30"
    assert found.fix == "write only what stands behind else"


ENDINGS = """
endings:
  shore: {{title: The shore, rank: 90, text: You are across., facts: [ferry, flood]}}
  low: {{title: Low, rank: 10, when: water < 9, text: It is low., facts: [ferry, flood]}}
  high: {{title: High, rank: 20, when: water > 8, text: It is high., facts: [ferry, flood]}}
  paid: {{title: Paid, rank: 30, {early}when: paid, text: You paid., facts: [ferry, flood]}}
"""


def test_endings_that_others_hide_together(over_the_ferry: Any) -> None:
    found = over_the_ferry(ENDINGS.format(early=""))
    assert [(each.code, each.line) for each in found] == [("W616-shadowed-ending", 3), ("W616-shadowed-ending", 6)]
    assert found[1].says == "wherever 'paid' could come, one of 'low' or 'high' comes before it"
    early = over_the_ferry(ENDINGS.format(early="early: true, "))
    assert [(each.code, each.line) for each in early] == [("W616-shadowed-ending", 3)]


def test_a_coda_may_follow_an_ending_before_the_last_season(over_the_ferry: Any) -> None:
    found = over_the_ferry("""
endings:
  shore: {title: The shore, rank: 90, text: You are across., facts: [ferry, flood]}
  paid: {title: Paid, rank: 30, early: true, when: paid, text: You paid., facts: [ferry, flood]}
  after: {title: After, rank: 99, coda: true, when: season.name == 'spring', text: Much later., facts: [ferry, flood]}
""")
    assert not found
