"""A story line by line: what is shown, what may be typed, and how it ends."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glfstory.engine.story import Ending, Length
from glfstory.plain.commands import COMMANDS
from glfstory.saving.run_file import from_json
from glfstory.saving.settings import Settings, read_settings
from tests.build import text
from tests.plain.table import Table, village


def test_a_whole_run_through_a_pipe(table: Table) -> None:
    assert table.play("truth", "winter: b") == WHOLE_RUN
    assert table.trouble == ""


WHOLE_RUN = """\
The village

A note.

This run comes from a pipe or a script: it is not kept without --save, and
the question why is not asked.

Autumn 1957. Scales

Wang reads the beam: 1,200 jin.[1][2]

N 5; grain 1,200 jin.

1. truth
2. lie
- wait (Nobody waits.)

You: truth

You took truth.

Autumn 1957

One is over.

Winter 1958. Winter

This is winter.

N 6, rising; grain 1,200 jin.

1. a
2. b

You: b

You took b.

Winter 1958

Two is over.

Granny did not come to the hall.

Winter 1958. The end

It ends.

The story is over: The end. Its seed was 7.
"""


def test_who_leaves_a_pipe_is_told_what_goes_on_from_there(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glfstory.pages.code.code_of", lambda stage, run: "A2C4E6G8")
    told = table.play("1", "help", "stop")
    assert "is kept." not in told.partition("stop: ")[2].partition("You stop here")[0]
    assert told.endswith("The run is not kept; glfstory play --code A2C4-E6G8 goes on from here.\n")
    assert "Its seed was 7, its code A2C4-E6G8." in table.play("1", "1")
    assert "glfstory play --code A2C4-E6G8\n" in table.play("code")


def test_a_person_whose_run_is_kept_is_told_nothing_of_pipes(tmp_path: Path) -> None:
    assert "pipe" not in Table(tmp_path).play("", "1", prompts=True)


def test_a_coda_is_told_under_its_title_alone(tmp_path: Path) -> None:
    stone = Ending("stone", "The stone", text("Somebody comes for the names."), 99, coda=True)
    story = replace(village(), endings={**village().endings, "stone": stone})
    told = Table(tmp_path, keeps=False, told=story).play("1", "1")
    assert "Winter 1958. The end\n\nIt ends.\n\nThe stone\n\nSomebody comes for the names.\n" in told


def test_the_same_seed_and_script_give_the_same_bytes(tmp_path: Path) -> None:
    lines = ("archive", "truth", "meters", "back", "2", "1")
    assert len({Table(tmp_path / str(each), keeps=False, seed=7).play(*lines) for each in range(3)}) == 1


@pytest.mark.parametrize("answer", ["1", "truth", "scales: truth", "  scales :truth  "])
def test_a_choice_is_a_number_an_id_or_a_scene_with_an_id(table: Table, answer: str) -> None:
    assert "You: truth" in table.play(answer)


@pytest.mark.parametrize("answer", ["3", "0", "wait", "winter: a", "scales: ", "s", "sto p", "meters now", "x" * 999])
def test_what_is_not_possible_is_one_sentence_with_what_is(table: Table, answer: str) -> None:
    told = table.play(answer)
    assert "is not possible here. Type a number from 1 to 2, or help." in " ".join(told.split())
    assert "You:" not in told


def test_the_third_impossible_line_in_a_row_ends_a_run_from_a_pipe(table: Table) -> None:
    table.play("x", "x", "1", "x", "# no line", "", "x")
    assert table.trouble == ""
    told = table.play("x", "x", "x", "1")
    assert table.trouble == "line 3 of the input is the third in a row that is not possible"
    assert "You:" not in told


def test_a_person_may_mistype_for_ever(tmp_path: Path) -> None:
    person = Table(tmp_path)
    assert "You: truth" in person.play("", "x", "x", "x", "x", "1", prompts=True)
    assert person.trouble == ""


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("meters", "Autumn 1957, season 1 of 2.\nN 5. How it stands.\nGrain 1,200 jin. Grain in store."),
        ("m", "Autumn 1957, season 1 of 2."),
        ("ledger", "No year's books are closed yet."),
        ("village", "The house. Here: Granny."),
        ("why", "Autumn 1957, n: 5, as at its beginning.\nNothing has moved it."),
        ("why grain", "Autumn 1957, grain: 1,200, as at its beginning."),
        ("why 1960", "No meter and no season so far is called '1960'."),
        ("village GRANNY", "The house. Here: Granny."),
        ("village nobody", "No household or person here is called 'nobody'."),
        (
            "archive 1",
            "Record (1958)\nA record was a sputnik.\nOne source says so. What stands above is well established.",
        ),
        ("archive 1", "- It was called so. [3 times] (Writer, A book, 2000, p. 3)\nCorrection: Not all."),
        ("archive 2", "mu 亩 mǔ\nA fifteenth of a hectare."),
        ("archive sputnik", "Record (1958)"),
        ("archive", "[1] Record (corrected)\n[2] mu 亩 mǔ\nType archive and a number to open one."),
        ("archive they bid", "Bids (October 1957)\nIn the village: They bid.\nFrom general knowledge, not checked."),
        ("archive 1", "Correction: Not all.\n[3] Source: Writer, A book, 2000"),
        ("archive sources", "Writer, A book, 2000\n\n[1] Record"),
        ("archive disputes", "Record (1958)"),
        ("archive timeline bid", "Bids (October 1957)"),
        ("archive terms bid", "The archive holds nothing under 'terms bid'."),
        ("archive thaw", "The archive holds nothing under 'thaw'."),
        ("archive b", "[3] October 1957: Bids\n[4] Source: Writer, A book, 2000"),
        ("archive 9", "The archive holds nothing under '9'."),
        ("archive 0", "The archive holds nothing under '0'."),
        ("chronicle", "No decision has been taken yet."),
        ("back", "No decision has been taken yet."),
        ("save", "Type save and a file name."),
        ("again", "1. truth\n2. lie\n- wait (Nobody waits.)\n\nAutumn 1957. Scales"),
        ("HELP", "meters: where the village stands"),
        ("?", "stop: ends here"),
        (
            "stop",
            "Autumn 1957.\nThe house. Here: Granny.\nNo year's books are closed yet.\nIf this history weighs on you",
        ),
        ("stop", "a crisis line where you live.\n\nYou stop here: Autumn 1957, 0 decisions."),
        (
            "tree",
            "This run, as it stands, has no name; type name and a name.\nNo kept run shares this one's beginning.",
        ),
        ("runs", "No run is kept yet."),
        ("take", "No run is kept yet."),
        ("take 7", "No run is kept yet."),
        ("name", "This run is not kept; save and a file name puts it into a file."),
        ("endings", "No run has come to its end yet.\n(not met)\n\n"),
        ("code", "This run has no code, because version 1.0.0 of Small is not released"),
        ("settings", "theme newsprint (newsprint, lamp, contrast, terminal). The colours:"),
        ("set marks off", "marks is off from here on."),
        ("set width=60", "width is 60 from here on."),
        ("set width 61", "width can be 60, 72 or 80; it is 80."),
        ("set", "Type set, a setting and its value; the settings are"),
    ],
)
def test_commands_answer(table: Table, command: str, says: str) -> None:
    assert says in table.play(command)
    assert table.trouble == ""


def test_why_tells_what_moved_a_meter_in_a_season(table: Table) -> None:
    told = table.play("1", "why n", "why autumn 1957", "village granny")
    assert "Autumn 1957, n: from 5 to 6.\n+1: You decided: truth" in told
    assert "Granny: here." in told


def test_the_ledger_and_the_chronicle_grow(table: Table) -> None:
    told = table.play("1", "ledger", "chronicle")
    assert "1957: reported 1,200 jin; harvested 1,200 jin; taken away 6; left for each person 6." in " ".join(
        told.split()
    )
    assert "1. Autumn 1957, Scales: truth" in told


def test_after_the_end_one_may_still_look_and_go_back(table: Table) -> None:
    told = table.play("1", "1", "1", "village", "back 1", "lie")
    assert "'1' is not possible here. The story is over; type back, or help." in told
    assert "Nobody is here. Dead: Granny (Winter 1958)." in told
    assert told.rstrip().endswith("glfstory play --seed 7 begins it again.")
    assert "You: lie" in told


def test_back_takes_a_number_of_the_chronicle(table: Table) -> None:
    assert "Type back, or back and the number of a decision from 1 to 1." in table.play("1", "back 2", "back x")


def test_what_is_set_holds_at_once_and_is_kept(tmp_path: Path) -> None:
    person = Table(tmp_path)
    told = person.play("", "set marks off", "set deaths short", "set width 60", "again", "archive 1", prompts=True)
    shown = told.partition("width is 60")[2]
    assert "Wang reads the beam: 1,200 jin.\n" in shown
    assert "Record (1958)" in shown
    assert max(map(len, shown.splitlines())) <= 60
    assert read_settings(person.places.settings) == Settings(summaries=True, marks=False, width=60)
    assert "Someone is gone." in person.play("", "1", "3", "", "", prompts=True)


def test_summaries_tell_deaths_in_short_form(table: Table) -> None:
    told = table.play("summaries", "1", "1")
    assert "Deaths are told in short form from here on." in told
    assert "Someone is gone." in told
    assert "This is winter." not in told
    assert "Granny has died." in told
    assert "Granny did not come" not in told


def test_a_person_is_asked_leaf_by_leaf_and_why(tmp_path: Path) -> None:
    person = Table(tmp_path)
    told = person.play("", "2", "9", "1", "", "", "1", prompts=True)
    assert "Why?\n1. I was afraid.\n2. It was asked of me.\n3. I would rather not say.\n> Type a number" in told
    kept = from_json((tmp_path / "saves" / "small" / "autosave.json").read_bytes())
    assert [(entry.choice, entry.reason) for entry in kept.decisions] == [("lie", "fear"), ("a", "")]


def test_a_person_is_asked_for_the_length_where_there_are_several(tmp_path: Path) -> None:
    told = replace(village(), lengths={"full": Length("full", "All of it."), "short": Length("short", last="one")})
    person = Table(tmp_path, told=told)
    said = person.play("2", "", "1", "3", prompts=True)
    assert "How long?\n1. full: All of it.\n2. short\n" in said
    assert from_json((tmp_path / "saves" / "small" / "autosave.json").read_bytes()).setup.length == "short"


def test_no_escape_ever_gets_out(tmp_path: Path) -> None:
    nasty = replace(village(), note=text("\x1b[2J\x9b31m\x07 note"))
    told = Table(tmp_path, keeps=False, told=nasty, seed=7).play("\x1b[A", "village \x1b", "1", "1", "help")
    assert not {sign for sign in told if sign != "\n" and not sign.isprintable()}


def test_a_story_without_pages_of_its_own_does_not_fail(tmp_path: Path) -> None:
    bare = replace(village(), scenes={}, endings={}, households={}, toll=None, meters=(), note=())
    for prompts in (False, True):
        told = Table(tmp_path, keeps=False, told=bare, seed=7).play(
            "", "", "", "meters", "ledger", "village", prompts=prompts
        )
        assert "The story is over" in told


LINES = st.one_of(
    st.sampled_from(["", "1", "2", "a", "truth", "scales: lie", "stop", "save", "#", *COMMANDS, "back 1", "archive 1"]),
    st.sampled_from(["village g", "archive e", "ar", "s", "back 99999999", "archive 99999999", "1:", ":", "again x"]),
    st.text(max_size=12).filter(lambda line: not line.casefold().strip().startswith("sav")),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(lines=st.lists(LINES, max_size=12), prompts=st.booleans())
def test_whatever_is_typed_the_run_ends_in_order(tmp_path: Path, lines: list[str], prompts: bool) -> None:
    table = Table(tmp_path, keeps=False, seed=7)
    told = table.play(*lines, prompts=prompts)
    assert table.trouble or "The story is over" in told or told.rstrip().endswith((".", ">"))
    assert not {sign for sign in told if sign != "\n" and not sign.isprintable() and ord(sign) < 160}
