"""The commands as a player and a writer meet them: output, exit codes, and one sentence for every mistake."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import MILES, Run, command

Kept = Callable[[], list[str]]


def test_the_version_and_help_need_nothing_else(glfstory: Run) -> None:
    assert glfstory("--version").stdout.startswith("glfstory ")
    for name in ("play", "check", "test", "schema", "archive", "saves"):
        told = glfstory(name, "--help")
        assert told.returncode == 0
        assert f"Example: glfstory {name}" in told.stdout


@pytest.mark.parametrize("arguments", [("--version",), ("play", "{road}", "--plain", "--seed", "7")])
def test_plain_play_imports_no_screen_and_no_yaml(
    road: Path, glfstory: Run, environment: dict[str, str], arguments: tuple[str, ...]
) -> None:
    glfstory("play", road)
    asked = [each.format(road=road) for each in arguments]
    script = (
        "import atexit, sys; from glfstory.cli import main\n"
        "heavy = {'textual', 'rich', 'yaml', 'pydantic'}\n"
        "atexit.register(lambda: print('heavy:', *sorted(heavy & set(sys.modules)), file=sys.stderr))\n"
        f"sys.argv = ['glfstory', *{asked!r}]; main()"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], input="1\n", capture_output=True, text=True, env=environment, check=False
    )
    assert told.returncode == 0
    assert told.stderr.strip() == "heavy:"


def test_a_pipe_plays_plain_and_leaves_the_save_alone(road: Path, glfstory: Run, tmp_path: Path) -> None:
    told = glfstory("play", road, typed="1\n" * MILES)
    assert told.returncode == 0
    assert "The story is over: Home." in told.stdout
    assert told.stderr == ""
    assert not (tmp_path / "home" / "saves").exists()


def test_a_kept_pipe_goes_on_where_it_stopped(road: Path, glfstory: Run, autosave: Kept) -> None:
    assert "The run is kept" in glfstory("play", road, "--save", typed="1\n2\n").stdout
    assert autosave() == ["walk", "rest"]
    told = glfstory("play", road, "--save", typed="1\n")
    assert "You rest." in told.stdout
    assert "A short walk." not in told.stdout
    assert autosave() == ["walk", "rest", "walk"]
    glfstory("play", road, "--save", "--seed", "7", typed="2\n")
    assert autosave() == ["rest"], "a seed begins anew"


def test_the_same_seed_and_script_give_the_same_bytes(road: Path, glfstory: Run, tmp_path: Path) -> None:
    script = tmp_path / "answers.txt"
    script.write_text("# the way\n\n1\nrest\nmile-3: walk\narchive 1\nstop\n", encoding="utf-8")
    told = [glfstory("play", road, "--seed", 7, "--script", script) for _ in range(2)]
    assert told[0].returncode == 0
    assert told[0].stdout == told[1].stdout
    assert "You stop here: Autumn 1957, 3 decisions." in told[0].stdout


def test_three_impossible_lines_end_with_2(road: Path, glfstory: Run) -> None:
    told = glfstory("play", road, typed="x\nx\nx\n1\n")
    assert told.returncode == 2
    assert told.stderr == (
        "glfstory: Line 3 of the input is the third in a row that is not possible; the output says what is.\n"
    )


def test_a_saved_file_is_gone_on_with(road: Path, glfstory: Run, tmp_path: Path) -> None:
    glfstory("play", road, typed="2\nsave mine.json\n")
    assert "You rest." in glfstory("play", road, "--load", "mine.json").stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("frob",), "No such command 'frob'. See: glfstory --help"),
        (("play", "--frob"), "No such option '--frob'"),
        (("play", "nowhere"), "The story nowhere cannot be opened: there is no such file or folder."),
        (("play", "road/story.yaml"), "A story is a folder, and road/story.yaml is a file"),
        (("play", "road", "--with", "nowhere"), "The pack nowhere cannot be opened"),
        (("play", "road", "--seed", "-1"), "A seed is a whole number from 0 to 1048575, not -1."),
        (("play", "road", "--seed", "1048576"), "A seed is a whole number from 0 to 1048575"),
        (("play", "road", "--seed", "much"), "'much' is not a valid integer"),
        (("play", "road", "--script", "nowhere"), "The script nowhere cannot be opened: there is no such file"),
        (("play", "road", "--script", "road"), "The script road cannot be opened: it is a folder."),
        (("play", "road", "--length", "epic"), "This story has no length 'epic'"),
        (("play", "road", "--option", "country=hard"), "This story has no option 'country'; did you mean 'county'?"),
        (("play", "road", "--option", "county"), "'county' is not NAME=VALUE"),
        (("play", "road", "--set", "x=1"), "This story has no constant 'x'"),
        (("play", "road", "--set", "x=much"), "The constant x needs a number, not 'much'."),
        (("play", "road", "--load", "nowhere", "--seed", "7"), "--load goes on with a run that has its seed"),
        (
            ("play", "road", "--load", "nowhere"),
            "nowhere is no file, and no kept run is called so",
        ),
        (("play", "road", "--load", "road/story.yaml"), "cannot be played: it is not readable JSON."),
        (("check", "nowhere"), "The story nowhere cannot be opened"),
        (("check", "road", "--format", "xml"), "'xml' is not one of 'text', 'json', 'sarif', 'github'"),
        (("check", "--explain", "W61O"), "There is no finding 'W61O'; did you mean 'W610'?"),
        (("check", "road", "--explain", "W610"), "leave the story out"),
        (("test", "nowhere"), "The story nowhere cannot be opened"),
    ],
)
@pytest.mark.usefixtures("road")
def test_misuse_is_one_sentence_and_2(glfstory: Run, arguments: tuple[str, ...], says: str) -> None:
    told = glfstory(*arguments)
    assert told.returncode == 2
    assert says in told.stderr
    assert told.stderr.startswith("glfstory: ")
    assert told.stderr.count("\n") == 1
    assert told.stdout == ""


def test_a_story_with_mistakes_is_not_played_and_is_1(road: Path, glfstory: Run) -> None:
    (road / "more.yaml").write_text("scenes: [\n")
    told = glfstory("play", road)
    assert told.returncode == 1
    assert "This story cannot be played, because it has" in told.stderr
    assert "glfstory check" in told.stderr
    assert told.stderr.count("\n") == 1


def test_check_tells_findings_and_counts(road: Path, glfstory: Run) -> None:
    clean = glfstory("check", road)
    assert clean.returncode == 0
    (road / "more.yaml").write_text("scenes:\n  odd: {titel: x}\n")
    told = glfstory("check", road, "--format", "json")
    assert told.returncode == 1
    assert any(row["line"] == 2 for row in json.loads(told.stdout))


def test_strict_lets_warnings_count(road: Path, glfstory: Run) -> None:
    text = (road / "story.yaml").read_text(encoding="utf-8")
    (road / "story.yaml").write_text(text.replace("order: 3\n", "order: 2\n"), encoding="utf-8")
    assert glfstory("check", road).returncode == 0
    assert glfstory("check", road, "--strict").returncode == 1


def test_check_writes_for_other_programs(road: Path, glfstory: Run) -> None:
    assert glfstory("check", road, "--format", "github").stdout == ""
    (road / "more.yaml").write_text("tags: {odd: A tag.}\nscenes:\n  odd: {titel: x}\n", encoding="utf-8")
    told = glfstory("check", "road", "--format", "github")
    assert (told.returncode, told.stdout.split(",")[0]) == (1, "::error file=road/more.yaml")
    run = json.loads(glfstory("check", "road", "--format", "sarif").stdout)["runs"][0]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "road/more.yaml"


def test_notes_are_counted_and_told_where_they_are_asked_for(road: Path, glfstory: Run) -> None:
    (road / "more.yaml").write_text("tags: {odd: A tag.}\n", encoding="utf-8")
    told = glfstory("check", road)
    assert told.returncode == 0
    assert told.stdout == "2 notes for later, shown with --strict: N705-unused-option, N711-unused-tag.\n"
    strict = glfstory("check", road, "--strict")
    assert strict.returncode == 1
    assert "more.yaml:1:8: note N711-unused-tag" in strict.stdout


def test_a_page_about_a_finding_is_printed(glfstory: Run) -> None:
    told = glfstory("check", "--explain", "w610")
    assert told.returncode == 0
    assert told.stdout.startswith("# W610-always-holds\n")


def test_the_schema_is_json(glfstory: Run) -> None:
    assert "scenes" in json.dumps(json.loads(glfstory("schema").stdout))


def test_a_storys_own_tests(road: Path, glfstory: Run) -> None:
    assert glfstory("test", road).stdout == "There are no .play files.\n"
    (road / "tests").mkdir()
    good, bad = road / "tests" / "walk.play", road / "tests" / "bad.play"
    good.write_text("> mile-1: walk\nmeter: steps = 1\nuntil: end\nends: home\n", encoding="utf-8")
    assert glfstory("test", road).stdout == "1 of 1 play file passed.\n"
    bad.write_text("> rest\n\nmeter: steps = 1\n", encoding="utf-8")
    told = glfstory("test", "road")
    assert told.returncode == 1
    assert told.stdout == (f"{Path('road/tests/bad.play')}:3: expected steps = 1; it is 0\n1 of 2 play files passed.\n")
    assert json.loads(glfstory("test", road, "--json").stdout)["failures"][0]["line"] == 3


def test_output_that_nobody_reads_ends_quietly(road: Path, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        command("schema"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=road
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.wait(60) == 141
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_output_is_told(road: Path, environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        told = subprocess.run(
            command("play", road),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment,
            check=False,
        )
    assert told.returncode == 2
    assert told.stderr.decode() == "glfstory: The output could not be written: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="closes descriptors with a shell")
@pytest.mark.parametrize(("closed", "code"), [("<&-", 0), (">&-", 2), ("2>&-", 0)])
def test_closed_streams_are_no_traceback(road: Path, environment: dict[str, str], closed: str, code: int) -> None:
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", *command("play", road)]
    told = subprocess.run(shell, input=b"1\n", capture_output=True, env=environment, check=False)
    assert told.returncode == code
    assert b"Traceback" not in told.stderr


def test_words_of_any_script_come_out_of_a_legacy_console(road: Path, glfstory: Run) -> None:
    text = (road / "story.yaml").read_text(encoding="utf-8")
    (road / "story.yaml").write_text(text.replace("A short walk.", "A short walk. 汉字"), encoding="utf-8")
    told = glfstory("play", road, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert told.returncode == 0
    assert "A short walk. " in told.stdout
