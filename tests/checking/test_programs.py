"""The formats for other programs: SARIF that its schema accepts, and GitHub's workflow commands."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from glfstory.checking.explaining import NoSuchFinding, explained, page_of
from glfstory.checking.github import as_github
from glfstory.checking.sarif import as_sarif
from glfstory.reading.codes import CODES
from tests.checking.test_formats import NOTE, ONE, WARNING

SCHEMA = json.loads((Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
WHOLE = replace(ONE, line=0, column=0, end_line=0, end_column=0, source_line="", path="a folder/ü.yaml")


def sarif(*findings: Any) -> Any:
    told = json.loads(as_sarif(findings, {each.code: page_of(each.code) for each in findings}))
    assert [each.message for each in Draft4Validator(SCHEMA).iter_errors(told)] == []
    return told["runs"][0]


def test_sarif_is_valid_and_has_every_finding_with_its_rule_and_page() -> None:
    run = sarif(ONE, WARNING, ONE, NOTE, WHOLE)
    rules = run["tool"]["driver"]["rules"]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "error", "note", "error"]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [each["ruleId"] for each in run["results"]]
    assert len(rules) == 3
    assert all(rule["help"]["markdown"] == page_of(rule["id"]) and "helpUri" not in rule for rule in rules)


def test_sarif_says_where_in_characters_and_leaves_the_place_out_where_a_file_is_meant() -> None:
    run = sarif(ONE, WHOLE, replace(ONE, path="/stories/a b.yaml"))
    assert run["columnKind"] == "unicodeCodePoints"
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    region = {"startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": 9}
    assert places[0]["artifactLocation"]["uri"] == "a/b.yaml"
    assert {key: places[0]["region"][key] for key in region} == region
    assert places[1] == {"artifactLocation": {"uri": "a%20folder/%C3%BC.yaml"}}
    assert places[2]["artifactLocation"]["uri"].startswith("file:///")


def test_sarif_without_a_finding_is_valid_too() -> None:
    assert sarif()["results"] == []


@pytest.mark.parametrize("code", CODES)
def test_every_rule_is_valid(code: str) -> None:
    sarif(replace(ONE, code=code))


def test_github_shows_each_finding_beside_its_line() -> None:
    assert as_github([ONE, NOTE]).split("\n") == [
        "::error file=a/b.yaml,line=7,endLine=7,col=5,endColumn=8,title=E302-unknown-name"
        "::nothing is called 'gran' (did you mean 'grain'?)",
        "::notice file=a/b.yaml,line=7,endLine=7,col=5,endColumn=8,title=N708-unmet-fact"
        "::nothing is called 'gran' (did you mean 'grain'?)",
    ]


def test_github_needs_some_signs_written_otherwise() -> None:
    odd = replace(WHOLE, path="a,b:c.yaml", says="50% of\nit", fix="")
    assert as_github([odd]) == "::error file=a%2Cb%3Ac.yaml,title=E302-unknown-name::50%25 of%0Ait"
    several = replace(ONE, end_line=9, fix="")
    assert as_github([several]).startswith("::error file=a/b.yaml,line=7,endLine=9,title=")


@pytest.mark.parametrize("asked", ["W610", "w610", "W610-always-holds", "always-holds"])
def test_a_page_is_found_by_any_form_of_its_code(asked: str) -> None:
    assert explained(asked).startswith("# W610-always-holds\n")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("W61O", "did you mean 'W610'"), ("alwys-holds", "did you mean 'always-holds'"), ("?", "a code is like W610")],
)
def test_a_page_that_is_not_there_is_one_sentence(asked: str, meant: str) -> None:
    with pytest.raises(NoSuchFinding, match="There is no finding") as found:
        explained(asked)
    assert meant in str(found.value)
