"""`glfstory class` as a teacher meets it: what it prints, what it keeps, what it leaves."""

import csv
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from glfstory.classroom import teaching
from glfstory.classroom.room import Room
from glfstory.cli.teaching import open_class
from glfstory.saving.code import code_of
from tests.cli.conftest import Run, command

FEAR = "I was afraid of what would follow."
HELPS = ("scenes", "new", "open", "rehearse", "list", "report", "debrief", "forget")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of all tests here, so that the story is read from its files once; no class is kept in it."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "GLFSTORY_HOME": str(home), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A class that was begun and served on this machine, and then stopped; its file."""
    file = tmp_path_factory.mktemp("begun") / "class.sqlite"
    environment = {**os.environ, "GLFSTORY_HOME": str(home)}
    arguments = ("class", "new", "--address", "127.0.0.1", "--port", "0", "--brigades", "4", "--file", file)
    process = subprocess.Popen(command(*arguments), stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if "Ctrl-C" in line:
            break
    address = re.search(r"http://127\.0\.0\.1:\d+", printed)
    assert address is not None
    with urllib.request.urlopen(address[0]) as page:
        assert b"The word of this class" in page.read()
    assert "Only this machine reaches it" in printed
    assert re.search(r"The word to join: [a-z]{4}\n", printed)
    process.send_signal(signal.SIGINT)
    printed, _ = process.communicate(timeout=30)
    assert f"The class is kept in {file}." in printed
    assert process.returncode == 0
    return file


@pytest.fixture
def own(environment: dict[str, str], tmp_path: Path) -> Path:
    """The folder of classes of a home that this test alone has."""
    environment["GLFSTORY_HOME"] = str(tmp_path / "own")
    folder = tmp_path / "own" / "classes"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def served(begun: Path, tmp_path: Path) -> Path:
    """The same in a file that a test may change."""
    return Path(shutil.copy(begun, tmp_path))


@pytest.fixture(scope="module")
def played(begun: Path, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, played to the end by the story's policies."""
    file = shutil.copy(begun, tmp_path_factory.mktemp("played"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GLFSTORY_HOME", str(home))
        room = open_class(file)
    room.join()
    teaching.release(room, bring_along=False)
    _report_out_of_fear(room)
    teaching.end(room)
    room.store.close()
    return Path(file)


def _report_out_of_fear(room: Room) -> None:
    """Plays the first seat to its first report, which gives a reason."""
    for _ in range(100):
        now = room.at(1)
        if not now.asks:
            room.on(1, now.at)
            continue
        asks = room.stage.story.scenes[now.moment.scene].reason
        room.choose(1, len(now.seat.turns), now.moment.open[0], "fear" if asks else "")
        if asks:
            return


@pytest.fixture(scope="module")
def codes(played: Path, home: Path) -> list[str]:
    """The codes of its runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GLFSTORY_HOME", str(home))
        room = open_class(str(played))
    found = [code_of(room.stage, each.run) for each in room.played()]
    room.store.close()
    return found


def test_every_command_says_what_it_is_for(glfstory: Run) -> None:
    for name in HELPS:
        told = glfstory("class", name, "--help")
        assert told.returncode == 0
        assert f"Example: glfstory class {name}" in told.stdout


def test_a_report_is_files_without_a_network(played: Path, glfstory: Run, tmp_path: Path) -> None:
    told = glfstory("class", "report", played, "--output", tmp_path / "monday")
    assert told.returncode == 0
    folder = tmp_path / "monday"
    assert "sheets.html" in told.stdout
    assert sorted(path.name for path in folder.iterdir()) == [
        "class.csv",
        "documents.html",
        "papers.html",
        "province.html",
        "sheets.html",
    ]
    province = (folder / "province.html").read_text(encoding="utf-8")
    assert "All reports honest" in province
    for page in folder.glob("*.html"):
        assert not re.search(r'(?:src|href)="|http', page.read_text(encoding="utf-8"))
    rows = list(csv.DictReader(io.StringIO((folder / "class.csv").read_text(encoding="utf-8"))))
    assert {row["brigade"] for row in rows} == {"1", "2", "3", "4"}
    assert {row["year"] for row in rows} == {"1958", "1959", "1960"}, "the years that the short run plays"
    again = glfstory("class", "report", played, "--output", folder)
    assert again.returncode == 2
    assert "not empty" in again.stderr


def test_reasons_stand_in_the_sum_alone(played: Path, glfstory: Run, tmp_path: Path) -> None:
    told = glfstory("class", "report", played, "--output", "monday", "--debriefs")
    assert told.returncode == 0
    folder = tmp_path / "monday"
    assert (folder / "brigade-01.html").exists()
    assert FEAR in (folder / "province.html").read_text(encoding="utf-8")
    for path in folder.iterdir():
        if path.name != "province.html":
            assert FEAR not in path.read_text(encoding="utf-8")
    assert "fear" not in (folder / "class.csv").read_text(encoding="utf-8")
    sheet = (folder / "sheets.html").read_text(encoding="utf-8")
    code = re.search(r'class="code">([^<]+)<', sheet)
    assert code is not None
    assert FEAR not in glfstory("export", "transcript", code[1]).stdout


def test_a_sheet_says_who_reported_in_the_years_that_were_played(played: Path, glfstory: Run, tmp_path: Path) -> None:
    assert glfstory("class", "report", played, "--output", "monday").returncode == 0
    sheets = (tmp_path / "monday" / "sheets.html").read_text(encoding="utf-8")
    assert sheets.count("<article") == 1, "none for the seats that nobody took"
    rows = re.findall(r'<th scope="row">(\d+)</th>.*?class="who">([^<]+)<', sheets)
    assert [year for year, _ in rows] == ["1958", "1959", "1960"]
    assert rows[0][1] == "you"
    assert {who for _, who in rows[1:]} <= {"nobody: carried along", "your successor"}


def test_codes_alone_make_the_same_province(played: Path, codes: list[str], glfstory: Run, tmp_path: Path) -> None:
    (tmp_path / "codes.txt").write_text("# Monday\n" + "\n\n".join(codes) + "\n", encoding="utf-8")
    assert glfstory("class", "report", played, "--output", "kept").returncode == 0
    assert glfstory("class", "debrief", "codes.txt", "--output", "codes").returncode == 0
    kept, decoded = (
        [row[:6] for row in csv.reader((tmp_path / name / "class.csv").open(encoding="utf-8"))]
        for name in ("kept", "codes")
    )
    assert kept == decoded


def test_a_mistyped_code_is_told_with_its_line_and_the_others_count(
    codes: list[str], glfstory: Run, tmp_path: Path
) -> None:
    code = codes[0]
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    (tmp_path / "codes.txt").write_text(f"{code}\n{wrong}\n", encoding="utf-8")
    told = glfstory("class", "debrief", "codes.txt", "--output", "monday")
    assert told.returncode == 1
    assert "Line 2: " in told.stderr
    assert (tmp_path / "monday" / "province.html").exists()


def test_the_scenes_are_listed_with_what_pupils_may_meet(road: Path, glfstory: Run) -> None:
    told = glfstory("class", "scenes", road)
    assert told.returncode == 0
    assert "Autumn 1957\n  Mile 1\n" in told.stdout


def test_the_scenes_of_a_length_with_their_words(road: Path, glfstory: Run) -> None:
    told = glfstory("class", "scenes", road, "--text").stdout
    assert "  Mile 1\n    Stone 1.\n    > Walk on.\n      You walk.\n" in told
    assert "Endings\n\n  Home\n    You are home." in told
    short = glfstory("class", "scenes", "--length", "short").stdout
    assert "Autumn 1958" in short
    assert "Autumn 1957" not in short
    told = glfstory("class", "scenes", "--length", "shrt")
    assert (told.returncode, told.stdout) == (2, "")
    assert "it has full, short" in told.stderr


def test_rehearsals_are_listed_and_passed_over(played: Path, begun: Path, glfstory: Run, own: Path) -> None:
    for place, (name, file) in enumerate((("alder", played), ("zebra", begun))):
        shutil.copy(file, own / f"{name}.sqlite")
        if file == begun:
            _make_rehearsal(own / f"{name}.sqlite")
        os.utime(own / f"{name}.sqlite", (place + 1e9, place + 1e9))
    (own / "other.sqlite").write_text("no class")
    os.utime(own / "other.sqlite", (5e8, 5e8))
    listed = json.loads(glfstory("class", "list", "--json").stdout)["classes"]
    assert [(Path(row["file"]).stem, row["rehearsal"]) for row in listed] == [
        ("other", False),
        ("alder", False),
        ("zebra", True),
    ]
    assert "rehearsal, two-ledgers, 4 brigades" in glfstory("class", "list").stdout
    told = glfstory("class", "report", "--output", "monday")
    assert told.stdout.startswith("alder.sqlite: class, two-ledgers, 4 brigades"), "and the list has changed no times"
    assert "Traceback" not in glfstory("class", "forget", "--all").stderr
    assert glfstory("class", "forget", "--all", typed="n\n").returncode == 2
    told = glfstory("class", "forget", "--all", "--yes")
    assert told.returncode == 0
    assert [path.name for path in own.iterdir()] == ["other.sqlite"]


def test_a_rehearsal_alone_is_opened_by_its_name_only(begun: Path, glfstory: Run, own: Path) -> None:
    shutil.copy(begun, own / "zebra.sqlite")
    _make_rehearsal(own / "zebra.sqlite")
    told = glfstory("class", "report")
    assert told.returncode == 1
    assert "Only rehearsals are kept" in told.stderr


def test_a_class_in_which_nobody_reported_has_no_report(begun: Path, glfstory: Run) -> None:
    told = glfstory("class", "report", begun)
    assert told.returncode == 1
    assert told.stderr == "glfstory: In class.sqlite no brigade has reported a harvest, so there is nothing to write.\n"


def _make_rehearsal(file: Path) -> None:
    with sqlite3.connect(file) as base:
        base.execute("UPDATE class SET lesson = json_set(lesson, '$.rehearsal', json('true'))")


def test_forgetting_leaves_nothing(served: Path, glfstory: Run) -> None:
    told = glfstory("class", "forget", served, "--yes")
    assert told.returncode == 0
    assert "Nothing else was kept" in told.stdout
    assert not list(served.parent.glob("class.sqlite*"))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("open",), "No class is kept"),
        (("open", "nothing.sqlite"), "There is no class"),
        (("report", "nothing.sqlite"), "There is no class"),
        (("debrief", "nothing.txt"), "cannot be read"),
        (("new", "road"), "no inputs or no ledger"),
        (("new", "road", "--solo", "--brigades", "99"), "1 to 60"),
        (("new", "road", "--solo", "--hold", "1999-autumn"), "no season"),
        (("new", "road", "--solo", "--others", "nobody"), "no policy"),
        (("new", "road", "--solo", "--length", "shrt"), "no length"),
        (("new", "road", "--solo", "--option", "county=soft"), "option"),
        (("new", "road", "--solo", "--address", "0.0.0.0", "--file", "all.sqlite"), "every address"),
        (("new", "road", "--solo", "--address", "evil.example", "--file", "name.sqlite"), "in numbers"),
    ],
)
@pytest.mark.usefixtures("road")
def test_what_cannot_be_done_is_one_sentence(glfstory: Run, arguments: tuple[str, ...], says: str) -> None:
    told = glfstory("class", *arguments)
    assert told.returncode in (1, 2)
    assert says in told.stderr
    assert "Traceback" not in told.stderr
    assert told.stderr.count("\n") == 1


def test_without_the_extra_a_sentence_names_it(tmp_path: Path, environment: dict[str, str]) -> None:
    script = (
        "import sys; sys.modules['starlette'] = None; sys.modules['uvicorn'] = None; sys.modules['segno'] = None\n"
        f"sys.argv = ['glfstory', 'class', 'new', '--file', {str(tmp_path / 'x.sqlite')!r}]\n"
        "from glfstory.cli import main; main()"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False)
    assert told.returncode == 2
    assert "pip install 'glfstory[class]'" in told.stderr
