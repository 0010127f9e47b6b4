"""`glfstory class` as a teacher meets it: what it prints, what it keeps, what it leaves."""

import csv
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from glfstory.classroom import teaching
from glfstory.cli.teaching import open_class
from glfstory.saving.code import code_of
from tests.cli.conftest import Run, command

HELPS = ("scenes", "new", "open", "rehearse", "report", "debrief", "forget")


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
    teaching.release(room, bring_along=False)
    teaching.end(room)
    room.store.close()
    return Path(file)


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


def test_a_report_is_three_files_without_a_network(played: Path, glfstory: Run, tmp_path: Path) -> None:
    told = glfstory("class", "report", played, "--output", tmp_path / "monday")
    assert told.returncode == 0
    folder = tmp_path / "monday"
    assert sorted(path.name for path in folder.iterdir()) == ["class.csv", "province.html", "sheets.html"]
    province = (folder / "province.html").read_text(encoding="utf-8")
    assert "All reports honest" in province
    assert "http" not in province
    assert not re.search(r'(?:src|href)="', province)
    rows = list(csv.DictReader(io.StringIO((folder / "class.csv").read_text(encoding="utf-8"))))
    assert {row["brigade"] for row in rows} == {"1", "2", "3", "4"}
    assert {row["year"] for row in rows} == {"1958", "1959", "1960"}, "the years that the short run plays"
    again = glfstory("class", "report", played, "--output", folder)
    assert again.returncode == 2
    assert "not empty" in again.stderr


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
