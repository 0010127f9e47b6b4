"""The country's record, papers and other roads, as they are written: what comes of them, and what is refused."""

from typing import Any

import pytest

from glfstory.engine.codec import from_json, to_json

AFTER = """
facts:
  crops:
    says: The harvests were 195.0 and 1,200 million tons.
    period: 1958
    status: contradictory
    sure: low
    correction: By others 198 million tons.
    claims: [{says: They took part of it., source: lu-2000, value: 48.5 to 50}]
    late: true
nation:
  true-1957: {year: 1957, measure: true, value: 195, unit: million tons, fact: crops, says: older}
  true-1958: {year: 1958, measure: true, value: 198, unit: million tons, fact: crops}
  taken-1958: {year: 1958, measure: taken, value: 48.5, to: 50, unit: million tons, fact: crops}
  large: {year: 1959, measure: said, value: 1200, unit: million tons, fact: crops}
  dead: {measure: toll, value: 195, unit: million people, fact: crops, source: lu-2000, says: From registers.}
papers:
  wire:
    kind: Telegram
    title: A wire
    season: autumn-58
    when: grain > 10
    text:
      - one of:
          - if: built
            text: Built, with {grain|jin}.
          - text: Not built.[^crops]
constants: {toll_share: {says: The toll., value: 1, range: [0, 2], assumed: So.}}
debrief:
  people: 100 + grain
  roads:
    honest: {title: honest reports, at: report, prefer: [honest]}
    mild: {title: a mild county, set: {toll_share: 0}}
  limits: [It is a model.]
  composed: [All of it.]
  reading: [lu-2000]
"""


def test_everything_comes_into_the_story_and_through_its_json(read_files: Any, mini: str) -> None:
    reading = read_files({"a.yaml": mini, "b.yaml": AFTER})
    assert reading.findings == ()
    story = reading.story
    assert from_json(to_json(story)) == story
    taken, dead = story.nation["taken-1958"], story.nation["dead"]
    assert (taken.value, taken.high, taken.year, dead.year, dead.source) == (48.5, 50, 1958, 0, "lu-2000")
    assert story.papers["wire"].season == "autumn-58"
    assert list(story.aftermath.roads) == ["honest", "mild"]
    assert story.aftermath.roads["mild"].changed == {"toll_share": 0}
    assert story.aftermath.people == "100 + grain"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("value: 198,", "value: 197,", "E517-nation"),
        ("value: 198,", "value: 19,", "E517-nation"),
        ("to: 50,", "to: 51,", "E517-nation"),
        ("value: 1200,", "value: 200,", "E517-nation"),
        ("{year: 1959, measure: said", "{measure: said", "E517-nation"),
        ("{measure: toll", "{year: 1960, measure: toll", "E517-nation"),
        ("measure: said", "measure: told", "E106-not-one-of"),
        ("fact: crops, says: older", "fact: crop, says: older", "E402-unknown-id"),
        ("source: lu-2000, says: From", "source: lu-2001, says: From", "E402-unknown-id"),
        ("season: autumn-58", "season: autumn-59", "E402-unknown-id"),
        ("when: grain > 10", "when: grian > 10", "E302-unknown-name"),
        ("{grain|jin}", "{grian|jin}", "E302-unknown-name"),
        ("if: built", "if: grain", "E303-kind"),
        ("[^crops]", "[^crop]", "E402-unknown-id"),
        ("people: 100 + grain", "people: post", "E303-kind"),
        ("at: report", "at: reports", "E402-unknown-id"),
        ("at: report", "at: death", "E518-road"),
        ("prefer: [honest]", "prefer: [honst]", "E402-unknown-id"),
        (", prefer: [honest]", "", "E518-road"),
        ("{title: a mild county, set: {toll_share: 0}}", "{title: a mild county}", "E518-road"),
        ("set: {toll_share: 0}", "set: {tol: 0}", "E402-unknown-id"),
        ("reading: [lu-2000]", "reading: [lu-2001]", "E402-unknown-id"),
        ("people: 100", "peeple: 100", "E101-unknown-key"),
    ],
)
def test_one_mistake_is_one_finding(read_files: Any, mini: str, old: str, new: str, code: str) -> None:
    assert AFTER.count(old) == 1
    found = read_files({"a.yaml": mini, "b.yaml": AFTER.replace(old, new)}).findings
    assert [each.code for each in found] == [code]


def test_a_number_is_not_asked_of_a_fact_that_could_not_be_read(read_files: Any, mini: str) -> None:
    broken = AFTER.replace("status: contradictory", "status: so")
    found = read_files({"a.yaml": mini, "b.yaml": broken}).findings
    assert [each.code for each in found] == ["E106-not-one-of"]


def test_the_debrief_stands_once(read_files: Any, mini: str) -> None:
    twice = {"a.yaml": mini, "b.yaml": AFTER, "c.yaml": "debrief: {people: 9}"}
    assert [each.code for each in read_files(twice).findings] == ["E501-story"]


def test_a_pack_has_no_debrief_of_its_own(read_files: Any, mini: str) -> None:
    pack = {"p.yaml": "story: {id: more}\ndebrief: {people: 9}"}
    assert [each.code for each in read_files({"a.yaml": mini, "b.yaml": AFTER}, more=pack).findings] == ["E406-extend"]


def test_a_pack_may_add_to_the_record_and_to_the_papers(read_files: Any, mini: str) -> None:
    row = "year: 1958, measure: true, value: 195, unit: million tons, fact: crops"
    pack = {"p.yaml": f"story: {{id: more}}\nnation:\n  more: {{{row}}}\npapers:\n  b: {{kind: A, title: B, text: C}}"}
    reading = read_files({"a.yaml": mini, "b.yaml": AFTER}, more=pack)
    assert reading.findings == ()
    assert {"more", "true-1957"} <= reading.story.nation.keys()
    assert sorted(reading.story.papers) == ["b", "wire"]
