"""Findings are shown with their line and the place underlined, or as JSON."""

import json
from dataclasses import replace

from glfstory.checking.formats import as_json, as_text
from glfstory.reading.finding import Finding

ONE = Finding(
    "E302-unknown-name",
    "error",
    "a/b.yaml",
    7,
    5,
    7,
    9,
    "  - gran -= 2",
    "nothing is called 'gran'",
    "did you mean 'grain'?",
)


def test_a_finding_shows_its_line_and_underlines_the_place() -> None:
    assert as_text([ONE]) == (
        "a/b.yaml:7:5: error E302-unknown-name nothing is called 'gran'\n"
        "      - gran -= 2\n"
        "        ^^^^\n"
        "    fix: did you mean 'grain'?\n"
        "\n"
        "1 error.\n"
        "More warnings and notes may follow once no error is left.\n"
        "What a code means, with examples: glfstory check --explain E302"
    )


WARNING = replace(ONE, code="W603-unread-variable", severity="warning")
NOTE = replace(ONE, code="N708-unmet-fact", severity="note")


def test_the_last_lines_count_and_lead_to_a_page() -> None:
    assert as_text([ONE, ONE, WARNING]).split("\n")[-3] == "2 errors, 1 warning."
    assert as_text([WARNING, NOTE]).split("\n")[-2:] == [
        "1 warning, 1 note.",
        "What a code means, with examples: glfstory check --explain W603",
    ]
    assert as_text([]) == "Nothing to mend."


def test_notes_are_counted_by_their_kind_where_they_are_not_told() -> None:
    other = replace(NOTE, code="N711-unused-tag")
    told = as_text([WARNING, NOTE, other, NOTE], with_notes=False)
    assert told.endswith("\n3 notes for later, shown with --strict: N708-unmet-fact (2), N711-unused-tag.")
    assert "1 warning.\n" in told
    assert as_text([NOTE], with_notes=False) == "1 note for later, shown with --strict: N708-unmet-fact."


def test_a_finding_about_a_whole_file_has_no_line() -> None:
    whole = replace(ONE, line=0, column=0, source_line="", fix="")
    assert as_text([whole]).split("\n")[0] == "a/b.yaml: error E302-unknown-name nothing is called 'gran'"


def test_wide_characters_and_tabs_keep_the_marks_in_place() -> None:
    wide = replace(ONE, source_line="\t亩: gran", column=5, end_column=9)
    line, marks = as_text([wide]).split("\n")[1:3]
    assert line == "     亩: gran"
    assert marks == "    " + " " * 5 + "^^^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    long = replace(ONE, source_line="x" * 500 + "gran" + "y" * 500, column=501, end_column=505)
    line, marks = as_text([long]).split("\n")[1:3]
    assert len(line) < 120
    assert line[marks.index("^") : marks.rindex("^") + 1] == "gran"


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in as_text([replace(ONE, source_line="\x1b[31m gran")])


def test_a_place_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    several = replace(ONE, end_line=9, end_column=1)
    assert as_text([several]).split("\n")[2] == "        " + "^" * len("gran -= 2")


def test_json_has_every_field() -> None:
    (row,) = json.loads(as_json([ONE]))
    assert Finding(**row) == ONE
