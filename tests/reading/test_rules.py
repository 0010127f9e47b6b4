"""A story that could not be played to its end, or means something else than it says, is refused."""

from typing import Any

import pytest

EARLY = "\n  soon: {title: Soon, rank: 0, early: true, when: grain < 5, text: T., facts: [sputnik, quota]}"
END = "  end: {title: The end, rank: 1, text: It ends., facts: [sputnik, quota]}"
WAIT = "        then: It rains."
THIRD = "\n      third:\n        say: Third."


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (WAIT, WAIT + THIRD + THIRD.replace("third", "x") + "\n        if: built", ""),
        (WAIT, WAIT + "".join(THIRD.replace("third", f"c{n}") for n in range(7)), "E503-choices"),
        ("    tags: [report]\n", "", ""),
        (WAIT, WAIT + "\n        if: built", "E503-choices"),
        (WAIT, WAIT + "\n        locked: Closed.", "E511-locked"),
        (WAIT, WAIT + "\n        go: scales", "E405-go"),
        (WAIT, WAIT + "\n        go: end", ""),
        (
            WAIT,
            WAIT + "\n        locked: |\n          One.\n\n          Two.\n        if: built" + THIRD,
            "E205-one-paragraph",
        ),
        ("order: 10", "order: 10\n    unplayed: wait", ""),
        ("order: 10", "unplayed: wait", "E504-unplayed"),
        ("order: 10", "order: 10\n    weight: 2", "E112-out-of-range"),
        ("order: 10", "weight: 0", "E112-out-of-range"),
        ("tags: [report]", "tags: [report, death]", "E505-summary"),
        (END, END + EARLY, ""),
        (END, END + EARLY.replace("rank: 0", "rank: 1"), "E506-endings"),
        (END, END.replace("rank: 1", "rank: 1, when: built"), "E506-endings"),
        (END, END.replace("rank: 1", "rank: 1, early: true"), "E506-endings"),
        (END, END + EARLY.replace("early: true, when: grain < 5, ", ""), "E506-endings"),
        (END, END.replace("rank: 1, ", ""), "E102-missing-key"),
        (END, END.replace("[sputnik, quota]", "[sputnik, sputnik]"), "E507-facts"),
        (END, END + "\n  stone: {title: A stone, coda: true, text: T.}", ""),
        ("{term: jin, says: Half a kilogram.}", "{term: jin, says: Half a kilogram., late: true}", "E514-late"),
        ("facts: [sputnik]\n", "facts: [quota]\n", ""),
        ("start: 100", "start: 2000", "E508-start"),
        ("start: 100", "start: 105", "E508-start"),
        ("step: 10", "step: 0.3", "E112-out-of-range"),
        ("range: [0, 1000]", "range: [1000, 0]", "E112-out-of-range"),
        ("range: [0, 1000]", "range: [0, 1000, 2000]", "E103-wrong-form"),
        ("frailty: 0.9", "frailty: 0", "E112-out-of-range"),
        ("grain -= 20", "enough = true", "E316-not-assignable"),
        ("grain -= 20", "grain == 20", "E315-effect"),
        ("grain -= 20", "grain /= 2", "E315-effect"),
        ("grain -= 20", "grain = built", "E303-kind"),
        ("grain -= 20", "grain = grain / grain", "E304-zero"),
        ("grain -= 20", "grain = sqrt(grain - 500)", "E305-negative-root"),
        ("grain -= 20", "post = 'nobody'", "E313-unknown-word"),
        ("if: grain < 50", "if: grain", "E303-kind"),
        ("{grain|jin}", "{post|jin}", "E303-kind"),
        ("{grain|jin}", "{built}", "E303-kind"),
        ("{grain|jin}", "{post}", ""),
        ("{grain|jin}", "{grain|2}", ""),
        ("{grain|jin}", "{grain|jin", "E202-insert"),
        ("*{grain|jin}*", "*{grain|jin}", "E201-emphasis"),
        ("*{grain|jin}*", "*{grain|jin}**", "E201-emphasis"),
        ("[^jin]", "[^jin", "E204-mark"),
        ("glossary:\n  jin:", "glossary:\n  sputnik: {term: t, says: s}\n  jin:", "E401-repeated-id"),
        ("glossary:\n", "renamed: {old-scales: scales, scales.send: scales.honest}\nglossary:\n", ""),
        ("glossary:\n", "renamed: {old-scales: scalse}\nglossary:\n", "E512-renamed"),
        ("glossary:\n", "renamed: {scales: scales.honest}\nglossary:\n", "E512-renamed"),
        ("glossary:\n", "policies: {typical: [match]}\nglossary:\n", "E402-unknown-id"),
        ("glossary:\n", "lengths: {short: {from: autumn-59}}\nglossary:\n", "E402-unknown-id"),
        ("glossary:\n", "lengths: {short: {undrawn: [autumn-59]}}\nglossary:\n", "E402-unknown-id"),
        ("glossary:\n", "lengths: {short: {undrawn: [autumn-58]}}\nglossary:\n", ""),
        (
            "seasons:\n",
            "lengths: {short: {from: autumn-58, undrawn: [spring-58]}}\n"
            "seasons:\n  spring-58: {year: 1958, name: spring, title: Spring}\n",
            "E112-out-of-range",
        ),
        ("glossary:\n", "constants: {k: {says: S., value: 1, facts: [quota]}}\nglossary:\n", ""),
        ("glossary:\n", "constants: {k: {says: S., value: 1}}\nglossary:\n", "E513-grounds"),
        (
            "glossary:\n",
            "constants: {k: {says: S., value: 3, range: [0, 1], assumed: A.}}\nglossary:\n",
            "E112-out-of-range",
        ),
        (
            "glossary:\n",
            "constants: {k: {says: S., by: post, value: {secretary: 1}, assumed: A.}}\nglossary:\n",
            "E509-table",
        ),
        (
            "glossary:\n",
            "constants: {k: {says: S., by: post, value: {sec: 1, else: 2}, assumed: A.}}\nglossary:\n",
            "E509-table",
        ),
        ("glossary:\n", "constants: {k: {says: S., by: season.year, value: {1958: 1}, assumed: A.}}\nglossary:\n", ""),
        ("glossary:\n", "constants: {k: {says: S., value: {1958: 1}, assumed: A.}}\nglossary:\n", "E102-missing-key"),
        ("glossary:\n", "constants: {grain: {says: S., value: 1, assumed: A.}}\nglossary:\n", "E401-repeated-id"),
        ("glossary:\n", "chances: {rain: {odds: {dry: 1, wet: 2}}}\nglossary:\n", ""),
        ("glossary:\n", "chances: {rain: {odds: {dry: 0}}}\nglossary:\n", "E510-odds"),
        ("glossary:\n", "chances: {rain: {by: built, odds: {true: {dry: 1}, false: {wet: 1}}}}\nglossary:\n", ""),
        ("glossary:\n", "chances: {rain: {by: built, odds: {true: {dry: 1}}}}\nglossary:\n", "E509-table"),
        ("glossary:\n", "extend: {scales: {text: More.}}\nglossary:\n", "E406-extend"),
        ("meters: [grain]", "meters: [post]", "E303-kind"),
        ("meters: [grain]", "inputs: {grain: {solo: 1, scene: scales, range: [0, 1]}}", "E403-taken-name"),
        ("meters: [grain]", "inputs: {rival: {solo: grain * 2, scene: scales, range: [0, 1]}}", ""),
        (
            "      granny: {",
            "      granny: {name: G}\n  lu:\n    title: T\n    members:\n      granny: {",
            "E401-repeated-id",
        ),
    ],
)
def test_one_mistake_is_one_finding(mended: Any, old: Any, new: Any, code: Any) -> None:
    assert [finding.code for finding in mended(old, new)] == ([code] if code else [])


@pytest.mark.parametrize("key", ["seasons", "scenes", "endings"])
def test_a_story_without_seasons_scenes_or_endings_is_told_plainly(read_files: Any, mini: Any, key: Any) -> None:
    parts = mini.replace(f"\n{key}:", "\n@@").split("\n@@")
    rest = parts[1].split("\n")
    after = next((at for at, line in enumerate(rest) if line[:1].strip()), len(rest))
    found = read_files({"a.yaml": parts[0] + "\n" + "\n".join(rest[after:])}).findings
    assert "E502-nothing" in [finding.code for finding in found]


def test_a_story_says_what_it_is_called(read_files: Any, mini: Any) -> None:
    (finding,) = read_files(
        {"a.yaml": mini.replace("story: {id: mini, title: Mini, version: 1.0.0, meters: [grain]}", "")}
    ).findings
    assert finding.code == "E501-story"


def test_seasons_stand_in_one_file(read_files: Any, mini: Any) -> None:
    more = "seasons:\n  winter: {year: 1958, name: winter, title: Winter}\n"
    assert [each.code for each in read_files({"a.yaml": mini, "b.yaml": more}).findings] == ["E404-two-files"]


def test_two_scenes_of_one_order_are_a_warning_and_the_story_plays(read_files: Any, mini: Any) -> None:
    more = "scenes:\n  other: {title: T, order: 10, text: T}\n"
    reading = read_files({"a.yaml": mini, "b.yaml": more})
    assert [each.code for each in reading.findings] == ["W601-same-order"]
    assert reading.story is not None


def test_a_choice_leads_only_within_its_seasons(read_files: Any, mini: Any) -> None:
    base = mini.replace("        then: It rains.", "        go: next-door")
    good = "scenes:\n  next-door: {title: T, season: autumn-58, text: T}\n"
    assert read_files({"a.yaml": base, "b.yaml": good}).findings == ()
    for bad in (good.replace("title: T,", "title: T, order: 4,"), good.replace("title: T,", "title: T, weight: 4,")):
        assert [each.code for each in read_files({"a.yaml": base, "b.yaml": bad}).findings] == ["E405-go"]


def test_by_asks_nothing_that_is_not_known_when_a_season_begins(mended: Any) -> None:
    late = "constants: {k: {says: K., value: 2, assumed: x}}\nchances: {wind: {odds: {east: 1, west: 1}}"
    by = ", rain: {by: BY, odds: {else: {wet: 1}}}}\nvariables:\n  swift: {says: S., is: k > 1}\n"
    for asked, code in (("k > 1", "E509-table"), ("swift", "E509-table"), ("wind", "E509-table"), ("built", "")):
        found = mended("variables:\n", late + by.replace("BY", asked))
        assert [each.code for each in found if each.code == "E509-table"] == ([code] if code else [])


SECOND = "\n  winter-58: {year: 1958, name: winter, title: Winter}\nvariables:"


def test_a_choice_leads_to_a_late_ending_in_the_last_season_only(mended: Any) -> None:
    assert [each.code for each in mended(WAIT, WAIT + "\n        go: end")] == []
    found = mended(WAIT, WAIT + "\n        go: end", "\nvariables:", SECOND)
    assert [each.code for each in found] == ["E405-go"]


def test_a_scene_of_several_seasons_has_no_stand_in(mended: Any) -> None:
    one = ("order: 10", "order: 10\n    unplayed: wait", "\nvariables:", SECOND)
    assert [each.code for each in mended(*one)] == []
    found = mended(*one, "season: autumn-58", "season: [autumn-58, winter-58]")
    assert [each.code for each in found] == ["E504-unplayed"]


MEASURE = """
policies: {plain: [honest]}
measures:
  eaten: {says: Grain left, heading: H, show: grain, policy: plain, record: 50, within: 5, facts: [quota]}
relations:
  some: {says: There is some., holds: eaten > 0}
options: {county: {says: How hard., one_of: [hard, mild], start: hard}}
constants: {toll: {says: The toll., value: 1, range: [0, 2], assumed: So.}}
"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("policy: plain", "policy: plan", "E402-unknown-id"),
        ("show: grain", "show: grian", "E302-unknown-name"),
        ("show: grain", "show: post", "E303-kind"),
        ("policy: plain", "policy: plain, at: autumn-59", "E402-unknown-id"),
        ("policy: plain", "policy: plain, at: autumn-58", ""),
        ("policy: plain", "policy: plain, under: {county: hard}", ""),
        ("policy: plain", "policy: plain, under: {country: hard}", "E402-unknown-id"),
        ("policy: plain", "policy: plain, under: {county: soft}", "E106-not-one-of"),
        ("policy: plain", "policy: plain, set: {toll: 9}", ""),
        ("policy: plain", "policy: plain, set: {tool: 9}", "E402-unknown-id"),
        ("policy: plain", "policy: plain, of: 2", "E112-out-of-range"),
        ("policy: plain", "policy: plain, part: 0", "E112-out-of-range"),
        (", facts: [quota]", "", "E513-grounds"),
        ("record: 50, ", "", "E102-missing-key"),
        ("within: 5", "within: 5, range: [1, 2]", "E103-wrong-form"),
        ("record: 50, within: 5", "range: [2, 1]", "E112-out-of-range"),
        ("eaten > 0", "eatn > 0", "E302-unknown-name"),
        ("eaten > 0", "grain > 0", "E302-unknown-name"),
        ("eaten > 0", "eaten", "E303-kind"),
    ],
)
def test_measures_and_relations_name_what_there_is(read_files: Any, mini: str, old: str, new: str, code: str) -> None:
    assert MEASURE.count(old) == 1
    found = read_files({"a.yaml": mini, "m.yaml": MEASURE.replace(old, new)}).findings
    assert [each.code for each in found if each.is_error] == ([code] if code else [])
