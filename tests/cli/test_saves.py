"""`glfstory saves`, and what `glfstory play` takes up by a name or a run code."""

import json
import os
import select
import signal
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from glfstory.checking.check import check
from glfstory.saving.run_file import from_json
from tests.cli.conftest import MILES, Run, command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "saves" / "the-road"


@pytest.fixture
def released(road: Path) -> Path:
    """The road as its own first release."""
    path = road / "story.yaml"
    path.write_text(path.read_text().replace("version: 1.0.0", "version: 1.0.0\n  releases: {1: x}"))
    hash = next(each.fix for each in check(road) if each.code == "W606-release").split()[2]
    path.write_text(path.read_text().replace("{1: x}", f"{{1: {hash}}}"))
    return road


def two_runs(road: Path, glfstory: Run) -> None:
    """One run to its end, kept as a branch, and another of three decisions, to go on with."""
    glfstory("play", road, "--save", "--seed", 7, typed="1\n" * MILES)
    glfstory("play", road, "--save", "--seed", 8, typed="1\n2\n1\n")


def test_runs_are_listed_the_one_to_go_on_with_first(road: Path, glfstory: Run, folder: Path) -> None:
    assert glfstory("saves", "--story", road).stdout == f"The Road: no runs in {folder}\n"
    two_runs(road, glfstory)
    told = glfstory("saves", "--story", road)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == (
        f"The Road: 2 runs in {folder}\n"
        "autosave: Autumn 1957, 3 decisions; the run to go on with\n"
        "Branch 1: Home, 12 decisions\n"
        "glfstory play --load NAME goes on with one of them.\n"
    )
    assert glfstory("saves", "list", "--story", road).stdout == told.stdout


def test_the_list_for_programs(released: Path, glfstory: Run, folder: Path) -> None:
    two_runs(released, glfstory)
    data = json.loads(glfstory("saves", "--story", released, "--json").stdout)
    assert (data["story"], data["folder"], data["aside"], data["trouble"]) == ("the-road", str(folder), [], "")
    first, second = data["runs"]
    assert first | {"code": ""} == {
        "name": "autosave",
        "file": str(folder / "autosave.json"),
        "current": True,
        "when": "Autumn 1957, 3 decisions",
        "decisions": 3,
        "over": False,
        "ending": "",
        "seed": 8,
        "length": "",
        "options": {"county": "mild"},
        "constants": {},
        "code": "",
    }
    assert (second["name"], second["over"], second["ending"]) == ("Branch 1", True, "Home")
    assert first["code"] != second["code"] != ""


def test_one_run_is_shown_with_its_code_and_every_decision(released: Path, glfstory: Run, folder: Path) -> None:
    two_runs(released, glfstory)
    told = glfstory("saves", "show", "autosave", "--story", released).stdout.splitlines()
    assert told[:4] == [
        "autosave: Autumn 1957, 3 decisions; the run to go on with",
        f"File: {folder / 'autosave.json'}",
        "Seed: 8",
        "county: mild",
    ]
    assert told[4].startswith("Run code: 1")
    assert told[5:] == [
        "1. Autumn 1957. Mile 1: Walk on.",
        "2. Autumn 1957. Mile 2: Rest a while.",
        "3. Autumn 1957. Mile 3: Walk on.",
    ]
    data = json.loads(glfstory("saves", "show", "branch 1", "--story", released, "--json").stdout)
    assert (data["name"], data["lost"], len(data["decided"])) == ("Branch 1", "", MILES)
    assert data["decided"][0] == {
        "scene": "mile-1",
        "choice": "walk",
        "reason": "",
        "season": "Autumn 1957",
        "words": "Walk on.",
    }


def test_an_option_is_shown_as_its_writer_has_it_read(road: Path, glfstory: Run) -> None:
    glfstory("play", road, "--save", "--seed", 7, "--option", "county=hard", typed="1\n")
    assert "county: as hard as any\n" in glfstory("saves", "show", "autosave", "--story", road).stdout
    data = json.loads(glfstory("saves", "show", "autosave", "--story", road, "--json").stdout)
    assert data["options"] == {"county": "hard"}


def test_a_run_is_exported_and_gone_on_with(road: Path, glfstory: Run, tmp_path: Path) -> None:
    two_runs(road, glfstory)
    told = glfstory("saves", "export", "autosave", "mine.json", "--story", road)
    assert told.stdout == "Copied into mine.json; glfstory play --load mine.json goes on from it.\n"
    assert len(from_json((tmp_path / "mine.json").read_bytes()).decisions) == 3
    assert "You stop here: Autumn 1957, 3 decisions." in glfstory("play", road, "--load", "mine.json").stdout
    told = glfstory("saves", "export", "autosave", road / "story.yaml", "--story", road)
    assert (told.returncode, told.stdout) == (2, "")
    assert "is there already and is no saved run" in told.stderr


def test_a_kept_run_is_gone_on_with_by_its_name(road: Path, glfstory: Run, folder: Path) -> None:
    two_runs(road, glfstory)
    told = glfstory("play", road, "--load", "Branch 1").stdout
    assert "The story is over: Home." in told
    glfstory("play", road, "--load", "branch-1", "--save", typed="back\n2\n")
    assert [each.choice for each in from_json((folder / "autosave.json").read_bytes()).decisions][-1] == "rest"
    kept = json.loads(glfstory("saves", "--story", road, "--json").stdout)["runs"]
    assert sorted((each["seed"], each["decisions"]) for each in kept) == [(7, 12), (7, 12), (8, 3)]


def test_removing_asks_for_yes_where_nobody_can_be_asked(road: Path, glfstory: Run, folder: Path) -> None:
    two_runs(road, glfstory)
    told = glfstory("saves", "remove", "Branch 1", "--story", road)
    assert told.returncode == 2
    assert told.stderr == "glfstory: Nobody is here to be asked: to remove Branch 1, add --yes.\n"
    assert (folder / "branch-1.json").exists()
    assert glfstory("saves", "remove", "Branch 1", "--yes", "--story", road).stdout == "Removed Branch 1.\n"
    assert [path.name for path in folder.iterdir()] == ["autosave.json"]


def answered(terminal: int, typed: str) -> bytes:
    """What the other end says; a key that fell between two states of the terminal is pressed again."""
    while not select.select([terminal], [], [], 2)[0]:
        os.write(terminal, typed.encode())
    return os.read(terminal, 1000)


@pytest.mark.skipif(os.name == "nt", reason="a terminal of this kind does not exist there")
@pytest.mark.parametrize(("typed", "stays", "code"), [("n\n", True, 0), ("y\n", False, 0), ("\x03", True, 130)])
def test_removing_asks_at_a_terminal(
    road: Path, glfstory: Run, environment: dict[str, str], folder: Path, typed: str, stays: bool, code: int
) -> None:
    import pty

    two_runs(road, glfstory)
    words = command("saves", "remove", "autosave", "--story", road)
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell lets what runs in its background ignore it
        os.execve(sys.executable, words, environment)
    seen = b""
    while b"for good?" not in seen:
        seen += os.read(terminal, 1000)
    os.write(terminal, typed.encode())
    with suppress(OSError):  # its other end is closed
        while more := answered(terminal, typed):
            seen += more
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == code
    assert b"Remove autosave (Autumn 1957, 3 decisions) for good?" in seen
    assert b"Traceback" not in seen
    assert (folder / "autosave.json").exists() is stays


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("show", "nothing"), 1, "No kept run is called 'nothing'; glfstory saves lists those there are."),
        (("remove", "nothing", "--yes"), 1, "No kept run is called 'nothing'"),
        (("export", "../autosave", "x.json"), 1, "No kept run is called '../autosave'"),
        (("show",), 2, "Missing argument 'NAME'"),
        (("drop",), 2, "No such command 'drop'"),
    ],
)
def test_mistakes_are_one_sentence(road: Path, glfstory: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    told = glfstory("saves", *arguments, *(["--story", road] if code == 1 else []))
    assert (told.returncode, told.stdout) == (code, "")
    assert says in told.stderr
    assert told.stderr.count("\n") == 1
    told = glfstory("saves", "--story", road, "show", "nothing")
    assert "Options come behind the command" in told.stderr


def test_damaged_files_are_told_and_those_put_aside_are_named(road: Path, glfstory: Run, folder: Path) -> None:
    two_runs(road, glfstory)
    (folder / "mine.json").write_text("{")
    (folder / "autosave.damaged-1.json").write_text("")
    (folder / "autosave.before-change-1.json").write_bytes((folder / "branch-1.json").read_bytes())
    told = glfstory("saves", "--story", road).stdout
    assert "Put aside: autosave.before-change-1.json, autosave.damaged-1.json.\n" in told
    assert f"{folder / 'mine.json'} could not be read: it is not readable JSON.\n" in told
    assert "Branch 1: Home" in told


def test_runs_under_other_constants_are_listed_with_them(road: Path, glfstory: Run) -> None:
    path = road / "story.yaml"
    constants = "constants:\n  pace: {says: P., unit: steps, value: 2, range: [1, 3], assumed: A.}\nscenes:\n"
    path.write_text(path.read_text().replace("scenes:\n", constants, 1).replace("steps += 1", "steps += pace"))
    glfstory("play", road, "--save", typed="1\n")
    glfstory("play", road, "--save", "--set", "pace=3", typed="1\n2\n")
    told = glfstory("saves", "--story", road).stdout
    assert "autosave: Autumn 1957, 1 decision; the run to go on with\n" in told
    assert "autosave pace=3: Autumn 1957, 2 decisions; with pace=3; the run to go on with\n" in told
    assert "2. Autumn 1957. Mile 2: Rest" in glfstory("saves", "show", "autosave pace=3", "--story", road).stdout


def test_a_run_code_is_gone_on_with_on_another_machine(released: Path, glfstory: Run, tmp_path: Path) -> None:
    two_runs(released, glfstory)
    code = json.loads(glfstory("saves", "show", "autosave", "--story", released, "--json").stdout)["code"]
    elsewhere = {"GLFSTORY_HOME": str(tmp_path / "elsewhere")}
    told = glfstory("play", released, "--code", code, "--save", typed="2\n", **elsewhere)
    assert told.returncode == 0
    assert "Stone 4." in told.stdout
    kept = from_json((tmp_path / "elsewhere" / "saves" / "the-road" / "autosave.json").read_bytes())
    assert (kept.seed, [each.choice for each in kept.decisions]) == (8, ["walk", "rest", "walk", "rest"])


def test_a_code_of_a_changed_model_brings_its_constants(released: Path, glfstory: Run) -> None:
    path = released / "story.yaml"
    constants = "constants:\n  pace: {says: P., unit: steps, value: 2, range: [1, 3], assumed: A.}\nscenes:\n"
    path.write_text(path.read_text().replace("scenes:\n", constants, 1).replace("steps += 1", "steps += pace"))
    hash = next(each.fix for each in check(released) if each.code == "W606-release").split()[2]
    path.write_text(path.read_text().replace("{1: ", f"{{2: {hash}, 1: "))
    glfstory("play", released, "--save", "--set", "pace=2.5", typed="1\n2\n")
    [run] = json.loads(glfstory("saves", "--story", released, "--json").stdout)["runs"]
    told = glfstory("play", released, "--code", run["code"])
    assert told.returncode == 0
    assert "Changed for this run: pace is 2.5." in told.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--code", "ABCD-EFGH"), "This is no run code of The Road"),
        (("--code", "ABCD-EFG"), "this one has 7 letters and figures"),
        (("--code", "hello!"), "A run code holds no '!'"),
        (("--code", ""), "A run code is missing"),
        (("--code", "ABCD", "--seed", "7"), "--code holds a whole run"),
        (("--code", "ABCD", "--set", "x=1"), "--code holds a whole run"),
        (("--code", "ABCD", "--load", "autosave"), "--code holds a whole run"),
    ],
)
def test_codes_that_lead_nowhere_are_one_sentence(
    released: Path, glfstory: Run, arguments: tuple[str, ...], says: str
) -> None:
    told = glfstory("play", released, *arguments)
    assert (told.returncode, told.stdout) == (2, "")
    assert says in told.stderr
    assert told.stderr.count("\n") == 1
