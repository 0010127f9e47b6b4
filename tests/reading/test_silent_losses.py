"""What YAML would lose or change without a word is an error that shows the right form."""

from typing import Any

import pytest

from tests.reading.test_typos import underlined

LOSSES = [
    ("then: It rains.", "then: It rains. # all day", "E109-cut-by-comment", "quote the text"),
    ("    title: The scales", "    title: Scales # 2", "E109-cut-by-comment", "quote the text"),
    ("if: grain < 50", "if: !built", "E009-tag", "`not`"),
    ("then: It rains.", "then: [It rains, and rains.]", "E110-cut-by-comma", "|"),
    ("title: The Zhao house", "title: [The Zhao, house]", "E103-wrong-form", ""),
    ("says: Grain in the store.,", "says: Grain, in the store.,", "E110-cut-by-comma", "quotes"),
    ("then: It rains.", "then: He said: no.", "E007-not-yaml", "quotes"),
    ("then: It rains.", "then: *It* rains.", "E007-not-yaml", "quotes"),
    ("then: It rains.", "then: '", "E007-not-yaml", "close it"),
    ("[post = 'dismissed']", "[grain = min(grain, 5)]", "E110-cut-by-comma", "line"),
    ("then: It rains.", "then:", "E111-empty", "delete the key"),
    ("frailty: 0.9", "frailty: .9", "E104-not-a-number", "write 0.9"),
    ("range: [0, 1000]", "range: [0, 1_000]", "E104-not-a-number", "write 1000"),
    ("range: [0, 1000]", "range: [0, 0x10]", "E104-not-a-number", "write 16"),
    ("start: 100", "start: '100'", "E104-not-a-number", "without quotes"),
    ("start: 100", "start: 1e2", "E104-not-a-number", "write 100"),
    ("start: 100", "start: .inf", "E104-not-a-number", "write it like"),
    ("start: false", "start: no", "E105-not-a-flag", "write false"),
    ("start: false", "start: False", "E105-not-a-flag", "write false"),
    ("order: 10", "order: 10\n    order: 20", "E107-repeated-key", "delete or rename"),
    ("      wait:", "      honest:", "E107-repeated-key", "delete or rename"),
    ("      honest:", "      Honest One:", "E108-bad-id", "write honest-one"),
    ("built: {says: Whether it was built.", "min: {says: Whether it was built.", "E403-taken-name", "another name"),
]


@pytest.mark.parametrize(("old", "new", "code", "fix"), LOSSES)
def test_a_silent_loss_is_one_finding(mended: Any, old: Any, new: Any, code: Any, fix: Any) -> None:
    found = [each for each in mended(old, new) if not each.code.startswith("E302")]
    assert [each.code for each in found] == [code]
    assert fix in found[0].fix


def test_a_repeated_id_shows_both_places(read_files: Any, mini: Any) -> None:
    second = "scenes:\n  other: {title: T, text: T}\n  scales: {title: T, text: T}\n"
    (finding,) = read_files({"a.yaml": mini, "b.yaml": second}).findings
    assert finding.code == "E401-repeated-id"
    assert (finding.path.endswith("b.yaml"), finding.line) == (True, 3)
    assert "a.yaml:27" in finding.says


def test_a_comment_is_no_loss_behind_what_is_no_text(mended: Any) -> None:
    assert mended("order: 10", "order: 10    # between the others") == ()
    assert mended("tags: [report]", "tags: [report]    # so that eight choices fit") == ()


def test_a_hash_inside_a_word_is_no_comment(mended: Any) -> None:
    assert mended("then: It rains.", "then: Number#4 rains.") == ()


def test_a_condition_cut_at_a_tag_is_shown_where_it_stands(mended: Any) -> None:
    (finding,) = mended("if: grain < 50", "if: !built")
    assert underlined(finding) == "!built"
