"""The debrief line by line: the guess, the parts, and what is asked of nobody."""

from io import StringIO
from pathlib import Path

import pytest

from glfstory.debrief.shape import Figure, Guess, OfFact
from glfstory.engine.stage import Stage
from glfstory.pages.sitting import sit
from glfstory.plain import guessing
from glfstory.plain.closing import Closing
from glfstory.plain.talk import Talk
from glfstory.plain.views import Numbers
from tests.debrief.conftest import run_of
from tests.debrief.village import told_village
from tests.plain.table import Table

RUN = ("match", "honest", "give")


@pytest.fixture
def over(tmp_path: Path) -> Table:
    return Table(tmp_path, keeps=False, told=told_village(), seed=7)


def test_the_years_come_first_and_name_the_other_parts(over: Table) -> None:
    told = " ".join(over.play(*RUN, "debrief").split())
    assert "1957: said 2,000 jin; true 1,000 jin; taken 550 jin; left 4.5 jin a head." in told
    assert "1958: said 375 million tons [1] (in December); true 200 million tons [1] (older)." in told
    assert "1958: your village 1; the country 1.88 (in December)." in told
    assert "Type debrief and one of moves, roads, record, papers for more" in told
    assert "Guess" not in told, "no terminal, no question"


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("moves", "about 8 more of the village's people: Autumn 1957, Scales-One: match"),
        ("roads", "A mild county. Less is taken. At the end about 4 of the village's people had died."),
        ("record", "Li: 15 to 16.5 million people [1]. From registers."),
        ("papers", "Telegram: From the commune. Fiction: Small, run seed 7."),
        ("PAPERS", "What was weighed: 1957 1,000 jin; 1958 1,000 jin."),
        ("more", "The debrief has moves, roads, record, papers; debrief alone tells the years."),
    ],
)
def test_each_part_answers_to_its_name(over: Table, part: str, says: str) -> None:
    assert says in " ".join(over.play(*RUN, f"debrief {part}").split())


def test_it_opens_with_the_ending_and_not_before(over: Table) -> None:
    assert "The debrief opens with the ending." in over.play("match", "debrief", "honest", "give")


def test_whoever_goes_back_and_decides_otherwise_has_another_debrief(over: Table) -> None:
    told = over.play(*RUN, "debrief roads", "back", "keep", "back 1", "honest", "honest", "give", "debrief roads")
    assert "It is the road that you took." in told
    assert told.count("The other road.") == 2


def test_a_mark_of_the_debrief_opens_its_card(over: Table) -> None:
    told = over.play(*RUN, "debrief", "archive 1")
    assert "The sources disagree." in told


def test_at_a_terminal_a_guess_is_asked_first_and_once() -> None:
    stage, out = Stage(told_village()), StringIO()
    sitting = sit(stage, run_of(stage, *RUN))
    while not sitting.is_last:
        sitting = sitting.on()
    closing = Closing(Talk(StringIO("120\n\n"), out, prompts=True), Numbers())
    closing.tell(sitting, "")
    closing.tell(sitting, "")
    told = out.getvalue()
    assert told.index("1957, in million tons: ") < told.index("Your years.")
    assert told.count("1957, in million tons: ") == 1
    assert "1957: you guessed 120; the record has 195 million tons." in told


RECORD = ((Figure(5, "5 tons", OfFact(("a",))),), (Figure(6, "6 tons", OfFact(("b",))),))
GUESS = Guess("How much?", "tons", (1957, 1958), RECORD)


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("120\n1,200.5\n", ("120", "1,200.5")),
        ("\n7\n", ("", "7")),
        ("skip\n", ("", "")),
        ("SKIP\n9\n", ("", "")),
        ("many\n-3\n12\n\n", ("12", "")),
        ("8\n", ("8", "")),
        ("", ("", "")),
    ],
)
def test_a_guess_is_a_number_or_nothing(typed: str, answers: tuple[str, ...]) -> None:
    assert guessing.ask(Talk(StringIO(typed), StringIO(), prompts=True), GUESS) == answers


def test_a_guess_is_laid_beside_the_record_and_not_judged() -> None:
    assert list(guessing.guess_lines(GUESS, ("", "9"))) == ["1958: you guessed 9; the record has 6 tons."]
