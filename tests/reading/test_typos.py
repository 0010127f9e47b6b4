"""A typo anywhere gives one finding, at its place, with the right word."""

from typing import Any

import pytest

TYPOS = [
    # what stood there, what was typed, code, the words underlined, part of the fix
    ("variables:\n", "variabels:\n", "E101-unknown-key", "variabels", "variables"),
    ("order: 10", "oder: 10", "E101-unknown-key", "oder", "order"),
    ("    title: The scales", "    titel: The scales", "E101-unknown-key", "titel", "title"),
    ("say: Wait a day.", "sya: Wait a day.", "E101-unknown-key", "sya", "say"),
    ("frailty: 0.9", "frality: 0.9", "E101-unknown-key", "frality", "frailty"),
    ("else: [built = true]", "esle: [built = true]", "E101-unknown-key", "esle", "else"),
    ("grain -= 20", "grian -= 20", "E302-unknown-name", "grian", "grain"),
    ("grain -= 20", "grain -= grian", "E302-unknown-name", "grian", "grain"),
    ("if: grain < 50", "if: graim < 50", "E302-unknown-name", "graim", "grain"),
    ("post = 'dismissed'", "post = 'dismised'", "E313-unknown-word", "'dismised'", "dismissed"),
    ("{grain|jin}", "{gran|jin}", "E302-unknown-name", "gran", "grain"),
    ("{grain|jin}", "{grain|jinn}", "E203-format", "jinn", "jin"),
    ("[^jin]", "[^jinn]", "E402-unknown-id", "jinn", "jin"),
    ("tags: [honest]", "tags: [honset]", "E402-unknown-id", "honset", "honest"),
    ("facts: [sputnik]", "facts: [sputnick]", "E402-unknown-id", "sputnick", "sputnik"),
    ("season: autumn-58", "season: autum-58", "E402-unknown-id", "autum-58", "autumn-58"),
    ("open: [eat]", "open: [eet]", "E402-unknown-id", "eet", "eat"),
    ("meters: [grain]", "meters: [grian]", "E402-unknown-id", "grian", "grain"),
    (
        "meters: [grain]}",
        "ledger: {said: grain, true: grain, taken: grain, left: grain, at: [autumn-58], open: post == 'secretry'}}",
        "E313-unknown-word",
        "'secretry'",
        "secretary",
    ),
    ("order: 10", "order: 10\n    when: seen('scalse')", "E310-unknown-scene", "'scalse'", "scales"),
    ("order: 10", "order: 10\n    when: chose('scales.honst')", "E311-unknown-choice", "'scales.honst'", "honest"),
    ("order: 10", "order: 10\n    when: alive('grany')", "E312-unknown-person", "'grany'", "granny"),
    ("order: 10", "order: 10\n    unplayed: wiat", "E504-unplayed", "wiat", "wait"),
    ("then: It rains.", "go: the-edn", "E402-unknown-id", "the-edn", ""),
    ("status: single-source", "status: single-sorce", "E106-not-one-of", "single-sorce", "single-source"),
    ("start: secretary", "start: secretry", "E106-not-one-of", "secretry", "secretary"),
    ("is: grain > 50", "is: grane > 50", "E302-unknown-name", "grane", "grain"),
]


def underlined(finding: Any) -> Any:
    return finding.source_line[finding.column - 1 : finding.end_column - 1]


@pytest.mark.parametrize(("old", "new", "code", "words", "fix"), TYPOS)
def test_a_typo_is_one_finding_with_its_place_and_the_right_word(
    mended: Any, old: Any, new: Any, code: Any, words: Any, fix: Any
) -> None:
    found = [finding for finding in mended(old, new) if not finding.code.startswith("E302") or code.startswith("E302")]
    assert [(each.code, underlined(each)) for each in found] == [(code, words)]
    assert fix in found[0].fix


def test_a_key_that_already_stands_is_not_proposed_again(mended: Any) -> None:
    (finding,) = mended("order: 10", "order: 10\n    titel: T")
    assert finding.fix == "'title' already stands here; delete one of them"


def test_places_inside_a_block_text_are_exact(mended: Any, mini: Any) -> None:
    (finding,) = mended("Nobody\n      speaks.", "Nobody\n      {grain|jn} speaks.")
    assert finding.source_line == "      {grain|jn} speaks."
    assert underlined(finding) == "jn"


@pytest.mark.parametrize(
    "text",
    [
        "a plain {nothing}",
        "'it''s {nothing}'",
        '"quoted \\"x\\" \\u00e9 {nothing}"',
        "|\n          one\n\n            two {nothing}",
        ">\n          one\n          two\n\n          three {nothing}",
        "plain over\n          two lines {nothing}",
        "'quoted over\n\n          lines {nothing}'",
    ],
)
def test_places_are_exact_in_every_way_of_writing_a_text(mended: Any, text: Any) -> None:
    (finding,) = mended("say: Wait a day.\n        then: It rains.", f"say: Wait.\n        then: {text}")
    assert underlined(finding) == "nothing"


def test_all_mistakes_are_told_at_once(read_files: Any, mini: Any) -> None:
    for old, new in [("order: 10", "oder: 10"), ("rank: 1", "rank: one"), ("facts: [sputnik]", "facts: [x-y]")]:
        mini = mini.replace(old, new)
    codes = {finding.code for finding in read_files({"a.yaml": mini}).findings}
    assert {"E101-unknown-key", "E104-not-a-number"} <= codes


def test_what_a_broken_entry_defines_is_not_missing_elsewhere(mended: Any) -> None:
    found = mended("grain: {says: Grain in the store., unit", "grain: {says: Grain in the store., unti")
    assert [finding.code for finding in found] == ["E101-unknown-key"]


def test_findings_wait_for_a_file_that_cannot_be_read(read_files: Any, mini: Any) -> None:
    head, scenes = mini.split("\nscenes:")
    found = read_files({"a.yaml": head.encode("utf-16"), "b.yaml": "scenes:" + scenes}).findings
    assert [finding.code for finding in found] == ["E005-not-text"]
    assert "more findings wait until it can be read" in found[0].says


def test_what_stands_in_a_broken_part_of_a_file_is_not_missing(read_files: Any, mini: Any) -> None:
    for whole, broken in [
        ("  built: {says: Whether it was built.", "  built: {says: [Whether it was built."),
        ("  sputnik:\n", "  sputnik\n"),
        ("    members:\n      granny: {name: Grandmother Zhao", "    members: {granny: {name: [Grandmother Zhao"),
    ]:
        head, scenes = mini.replace("order: 10", "order: 10\n    when: alive('granny')").split("\nscenes:")
        found = read_files({"a.yaml": head.replace(whole, broken), "b.yaml": "scenes:" + scenes}).findings
        assert [finding.code for finding in found] == ["E007-not-yaml"], found
