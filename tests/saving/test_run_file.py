"""A run goes into a small JSON file and comes back the same; anything else is refused in one sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glfstory.engine.run import Decision, Outside, Run
from glfstory.engine.stage import Setup
from glfstory.saving.run_file import DamagedSave, from_json, to_json

names = st.from_regex(r"[a-z0-9][a-z0-9_.-]{0,20}", fullmatch=True)
numbers = st.one_of(
    st.integers(-(10**9), 10**9), st.floats(-1e12, 1e12, allow_nan=False).filter(lambda number: number != 0)
)
entries = st.one_of(
    st.builds(Decision, names, names, st.one_of(st.just(""), names)), st.builds(Outside, names, names, numbers)
)
runs = st.builds(
    Run,
    story=names,
    version=names,
    seed=st.integers(0, 2**20 - 1),
    packs=st.lists(names, max_size=3).map(tuple),
    setup=st.builds(
        Setup,
        options=st.dictionaries(names, names, max_size=3),
        length=st.one_of(st.just(""), names),
        constants=st.dictionaries(names, numbers, max_size=3),
    ),
    entries=st.lists(entries, max_size=12).map(tuple),
)

RUN = Run(
    "two-ledgers",
    "1.0.0",
    7,
    ("village-doctor",),
    Setup({"county": "hard"}, "short", {"levy_share": 0.3}),
    (
        Decision("the-scales", "honest"),
        Outside("1958-autumn", "rival_claim", 450000),
        Decision("the-bidding", "pass", "fear"),
    ),
)
FILE = """{
  "glfstory": 1,
  "story": "two-ledgers",
  "version": "1.0.0",
  "packs": ["village-doctor"],
  "seed": 7,
  "length": "short",
  "options": {"county": "hard"},
  "constants": {"levy_share": 0.3},
  "entries": [
    ["the-scales", "honest"],
    {"season": "1958-autumn", "input": "rival_claim", "value": 450000},
    ["the-bidding", "pass", "fear"]
  ]
}
"""


@given(runs)
def test_every_run_comes_back_as_it_was(run: Run) -> None:
    assert from_json(to_json(run)) == run


def test_the_file_is_readable_with_one_decision_a_line() -> None:
    assert to_json(RUN) == FILE
    assert from_json(FILE.encode()) == RUN


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (FILE, "", "it is empty"),
        (FILE, "{", "it is not readable JSON"),
        (FILE, "[]", "it is no object"),
        (FILE, "{}", "it is not a saved run"),
        (FILE, "[" * 100_000, "it is not readable JSON"),
        (FILE, " " * 1_000_001, "far too large"),
        ('"glfstory": 1', '"glfstory": 2', "newer glfstory"),
        ('"glfstory": 1', '"glfstory": true', "newer glfstory"),
        ('"seed": 7', '"seed": 7.5', "its seed is not a whole number"),
        ('"seed": 7', '"seed": true', "its seed is not a whole number"),
        ('"seed": 7', '"seed": 1048576', "its seed is not a whole number"),
        ('"seed": 7', '"seed": NaN', "NaN is not a number"),
        ('"seed": 7', '"seed": 7, "seed": 8', "a name stands in it twice"),
        ('"seed": 7,', "", "it lacks 'seed'"),
        ('"seed": 7', '"seed": 7, "gold": 9', "it holds 'gold', which no run has"),
        ('"two-ledgers"', '""', "its story is '', which is no name"),
        ('"two-ledgers"', '"a\\u001b[2J"', "which is no name"),
        ('"two-ledgers"', '"\\ud800"', "which is no name"),
        ('["village-doctor"]', "{}", "its list of packs is not a list"),
        ("0.3", '"much"', "a constant (levy_share) is 'much', which is no number"),
        ("0.3", "1e999", "no number that a run can hold"),
        ("450000", "true", "no number that a run can hold"),
        ('["the-scales", "honest"]', '["the-scales"]', "is no decision"),
        ('["the-scales", "honest"]', '["the-scales", 1]', "a decision is 1"),
        ('["the-scales", "honest"]', "null", "None is no decision"),
    ],
)
def test_what_is_no_run_is_refused_with_the_reason(old: str, new: str, says: str) -> None:
    assert old in FILE
    with pytest.raises(DamagedSave) as refused:
        from_json(FILE.replace(old, new))
    sentence = str(refused.value)
    assert says in sentence
    assert "\n" not in sentence
    assert len(sentence) < 200


@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    with pytest.raises(DamagedSave):
        from_json(data)


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=4)),
    max_leaves=8,
)


@given(st.sampled_from(list(json.loads(FILE))), json_values)
def test_a_field_of_any_other_kind_is_refused_or_is_a_run(name: str, value: object) -> None:
    text = json.dumps({**json.loads(FILE), name: value})
    try:
        run = from_json(text)
    except DamagedSave:
        return
    assert from_json(to_json(run)) == run


@given(st.integers(0, len(FILE) - 1), st.binary(min_size=1, max_size=4))
def test_flipped_bytes_are_refused_or_are_a_run(at: int, data: bytes) -> None:
    damaged = FILE.encode()[:at] + data + FILE.encode()[at + len(data) :]
    try:
        run = from_json(damaged)
    except DamagedSave:
        return
    assert from_json(to_json(run)) == run
