"""No mistake hides another: any two of them give the findings of both, and nothing else."""

from itertools import combinations, product
from typing import Any

import pytest

from glfstory.reading.finding import Finding
from tests.reading.conftest import MINI
from tests.reading.test_silent_losses import LOSSES
from tests.reading.test_typos import TYPOS

HEAD, END = MINI.split("\nscenes:\n")[0], "endings:" + MINI.split("\nendings:")[1]
SCENE = """\
  {id}:
    title: The scales
    season: autumn-58
    order: {order}
    when: grain > 20
    unplayed: wait
    tags: [report]
    text: |
      The beam says *{{grain|jin}}*.[^jin]
    choices:
      honest:
        say: Send it up.
        tags: [honest]
        do:
          - grain -= 20
          - if: grain < 50
            do: [post = 'dismissed']
        facts: [sputnik]
      wait:
        say: Wait a day.
        then: It rains.
      aside:
        say: Look away.
        if: grain > 30
        locked: Nothing is left.
        go: {id}-later
  {id}-later:
    title: Later
    season: autumn-58
    text: It is later.
"""
MISTAKES = [
    ("E006-control-character", "Look away.", "Look \x07away."),
    ("E007-not-yaml", "then: It rains.", "then: He said: no."),
    ("E007-not-yaml", "facts: [sputnik]", "facts: [sputnik"),
    ("E007-not-yaml", "locked: Nothing is left.", "locked: 'Nothing is left."),
    ("E007-not-yaml", "    tags: [report]\n", "   tags: [report]\n"),
    ("E007-not-yaml", "say: Wait a day.", "say: *Wait* a day."),
    ("E008-anchor", "then: It rains.", "then: &so It rains."),
    ("E009-tag", "if: grain > 30", "if: !built"),
    ("E101-unknown-key", "    choices:", "    choises:"),
    ("E101-unknown-key", "        do:\n", "        efects:\n"),
    ("E101-unknown-key", "    order:", "    place: 1\n    order:"),
    ("E102-missing-key", "        say: Look away.\n", ""),
    ("E103-wrong-form", "tags: [honest]", "tags: {{honest: 1}}"),
    ("E104-not-a-number", "order: ", "order: about "),
    ("E107-repeated-key", "    when:", "    title: Again\n    when:"),
    ("E108-bad-id", "      aside:", "      Look Away:"),
    ("E109-cut-by-comment", "say: Wait a day.", "say: Wait # a day."),
    ("E110-cut-by-comma", "[post = 'dismissed']", "[grain = min(grain, 5)]"),
    ("E111-empty", "then: It rains.", "then:"),
    ("E201-emphasis", "*{{grain|jin}}*", "*{{grain|jin}}"),
    ("E203-format", "|jin", "|jinn"),
    ("E301-syntax", "grain < 50", "grain <"),
    ("E302-unknown-name", "grain -= 20", "grian -= 20"),
    ("E302-unknown-name", "if: grain > 30", "if: graim > 30"),
    ("E303-kind", "if: grain > 30", "if: grain + 30"),
    ("E304-zero", "grain -= 20", "grain -= 20 / grain"),
    ("E310-unknown-scene", "when: grain > 20", "when: seen('nowhere')"),
    ("E311-unknown-choice", "when: grain > 20", "when: chose('{id}.honst')"),
    ("E312-unknown-person", "when: grain > 20", "when: alive('grany')"),
    ("E313-unknown-word", "'dismissed'", "'dismised'"),
    ("E315-effect", "grain -= 20", "grain 20"),
    ("E402-unknown-id", "go: {id}-later", "go: the-sea"),
    ("E402-unknown-id", "[^jin]", "[^jinn]"),
    ("E402-unknown-id", "season: autumn-58\n    order", "season: autum-58\n    order"),
    ("E405-go", "go: {id}-later", "go: {id}"),
    ("E504-unplayed", "unplayed: wait", "unplayed: wiat"),
    ("E511-locked", "        if: grain > 30\n", ""),
]
Told = set[tuple[str, str]]


def told(findings: tuple[Finding, ...]) -> Told:
    """Each finding by its code and the line that it is about."""
    return {(each.code, each.source_line.strip()) for each in findings}


def scene(id: str, order: int, mistake: tuple[str, str, str] | None = None) -> str:
    code, old, new = mistake or ("", "order: ", "order: ")
    assert SCENE.count(old) == 1, f"{code}: {old!r} stands {SCENE.count(old)} times in the scene"
    return SCENE.replace(old, new).format(id=id, order=order)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake[0]} {mistake[2].strip()}")
def test_a_mistake_in_a_scene_is_one_finding(read_files: Any, mistake: Any) -> None:
    text = f"{HEAD}\nscenes:\n{scene('scales', 10, mistake)}{END}"
    assert [each.code for each in read_files({"a.yaml": text}).findings] == [mistake[0]]


@pytest.mark.parametrize("in_one_file", [True, False], ids=["one file", "two files"])
def test_two_mistakes_in_two_scenes_are_both_told(read_files: Any, in_one_file: Any) -> None:
    def findings(first: str, second: str) -> Told:
        if in_one_file:
            return told(read_files({"a.yaml": f"{HEAD}\nscenes:\n{first}{second}{END}"}).findings)
        parts = {"a.yaml": f"{HEAD}\n{END}", "b.yaml": f"scenes:\n{first}", "c.yaml": f"scenes:\n{second}"}
        return told(read_files(parts).findings)

    alone = {
        (place, mistake): findings(*(scene(id, order, mistake if place == id else None) for id, order in PLACES))
        for place, mistake in product((id for id, _ in PLACES), MISTAKES)
    }
    assert all([code for code, _ in found] == [mistake[0]] for (_, mistake), found in alone.items())
    for first, second in product(MISTAKES, repeat=2):
        both = findings(scene("scales", 10, first), scene("gate", 20, second))
        assert both == alone["scales", first] | alone["gate", second], (first, second)


PLACES = (("scales", 10), ("gate", 20))


def test_two_mistakes_anywhere_in_one_file_are_both_told(read_files: Any) -> None:
    kinds = [(each[0], each[1]) for each in (*TYPOS, *LOSSES)]
    alone = {(old, new): told(read_files({"a.yaml": MINI.replace(old, new)}).findings) for old, new in kinds}
    for (old, new), (other, another) in combinations(kinds, 2):
        text = MINI.replace(old, new)
        if text.count(other) != 1 or old in other or other in old:
            continue
        both = told(read_files({"a.yaml": text.replace(other, another)}).findings)
        each = {code for code, _ in alone[old, new] | alone[other, another]}
        assert {code for code, _ in both} == each, (new, another)
