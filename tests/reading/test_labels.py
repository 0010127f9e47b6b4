"""What is read for a word stands beside it in `one_of`, and is told wrong at its place."""

from typing import Any

import pytest

from glfstory.engine.codec import from_json, to_json
from glfstory.engine.release import play_hash
from tests.reading.test_typos import underlined

LISTED = "[secretary, dismissed]"
OPTION = "options: {county: {says: How hard., one_of: %s, start: hard}}\n"


def test_labels_are_read_and_change_nothing_in_play(read_files: Any, mini: Any) -> None:
    labelled = "{secretary: the secretary, dismissed: 'out of the post, in disgrace'}"
    bare = read_files({"a.yaml": mini, "b.yaml": OPTION % "[hard, mild]"}).story
    reading = read_files({"a.yaml": mini.replace(LISTED, labelled), "b.yaml": OPTION % "{hard: as any, mild: mild}"})
    assert reading.findings == ()
    post, county = reading.story.variables["post"], reading.story.options["county"]
    assert post.words == bare.variables["post"].words
    assert post.labels == {"secretary": "the secretary", "dismissed": "out of the post, in disgrace"}
    assert (county.words, county.labels) == (("hard", "mild"), {"hard": "as any", "mild": "mild"})
    assert (bare.variables["post"].labels, bare.options["county"].labels) == ({}, {})
    assert play_hash(reading.story) == play_hash(bare)
    assert from_json(to_json(reading.story)) == reading.story


def test_a_label_is_one_line(read_files: Any, mini: Any) -> None:
    below = "\n      secretary: >\n        the\n        secretary\n      dismissed: dismissed\n    start: secretary\n"
    line = "post: {says: What you are., one_of: [secretary, dismissed], start: secretary}\n"
    assert line in mini
    written = mini.replace(line, f"post:\n    says: What you are.\n    one_of:{below}")
    assert read_files({"a.yaml": written}).story.variables["post"].labels["secretary"] == "the secretary"


WRONG = [
    ("{secretary: the secretary, dismissed: }", "E111-empty", "dismissed"),
    ("{secretary: the secretary, dismissed: ''}", "E111-empty", "''"),
    (f"{{secretary: {'so ' * 20}said, dismissed: out}}", "E113-long-label", f"{'so ' * 20}said"),
    ("{secretary: [a], dismissed: out}", "E103-wrong-form", "[a]"),
    ("{secretary: out, dismissed: gone, dismissed: away}", "E107-repeated-key", "dismissed"),
    ("{}", "E103-wrong-form", "{}"),
    ("secretary", "E103-wrong-form", "secretary"),
]


@pytest.mark.parametrize(("written", "code", "words"), WRONG)
def test_what_is_wrong_is_one_finding_at_its_place(mended: Any, written: str, code: str, words: str) -> None:
    (finding,) = mended(LISTED, written)
    assert (finding.code, underlined(finding)) == (code, words)


def test_sixty_characters_are_not_too_long(mended: Any) -> None:
    assert mended(LISTED, f"{{secretary: {'s' * 60}, dismissed: out}}") == ()


def test_conditions_and_effects_ask_for_the_ids(mended: Any) -> None:
    (finding,) = mended(LISTED, "{secretary: the secretary, dismissed: out}", "'dismissed'", "'out'")
    assert (finding.code, underlined(finding)) == ("E313-unknown-word", "'out'")
