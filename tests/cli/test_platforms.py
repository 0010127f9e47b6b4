"""What other systems do differently, as far as it can be acted out on this one."""

import errno
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from glfstory.cli import lettering, streams
from tests.cli.conftest import Run, command

TERMS = "glossary: {mu: {term: the mu, says: A measure (亩; mǔ)., characters: 亩, pinyin: mǔ}}\n"


@pytest.fixture
def with_terms(road: Path) -> Path:
    (road / "terms.yaml").write_text(TERMS, encoding="utf-8")
    text = (road / "story.yaml").read_text(encoding="utf-8")
    (road / "story.yaml").write_text(text.replace("Stone 1.", "It’s stone 1.[^mu] – “So far”."), encoding="utf-8")
    return road


def in_encoding(encoding: str, environment: dict[str, str], *arguments: object, typed: bytes = b"") -> bytes:
    """What a command writes on a terminal of that encoding."""
    changed = {**environment, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    told = subprocess.run(
        command(*arguments), input=typed, capture_output=True, env=changed, cwd=environment["HERE"], check=False
    )
    assert told.returncode == 0
    assert told.stderr == b""
    return told.stdout


@pytest.fixture
def here(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return {**environment, "HERE": str(tmp_path)}


@pytest.mark.parametrize(
    ("encoding", "pinyin", "passage"),
    [
        ("ascii", "mu", 'It\'s stone 1.[1] - "So far".'),
        ("cp1252", "mu", "It’s stone 1.[1] – “So far”."),
        ("cp437", "mu", 'It\'s stone 1.[1] - "So far".'),
        ("gb18030", "亩 mǔ", "It’s stone 1.[1] – “So far”."),
        ("utf-8", "亩 mǔ", "It’s stone 1.[1] – “So far”."),
    ],
)
def test_where_a_terminal_has_no_characters_terms_stand_in_pinyin(
    with_terms: Path, here: dict[str, str], encoding: str, pinyin: str, passage: str
) -> None:
    told = in_encoding(encoding, here, "play", with_terms, "--plain", typed=b"archive 1\nstop\n").decode(encoding)
    assert passage in told
    assert f"the mu {pinyin}\n" in told.replace("\r", "")
    assert "?" not in told


def test_a_transcript_and_the_archive_do_the_same_and_json_loses_nothing(
    with_terms: Path, here: dict[str, str], glfstory: Run
) -> None:
    in_encoding("ascii", here, "play", with_terms, "--save", typed=b"1\n")
    told = in_encoding("ascii", here, "export", "transcript", "autosave", "--story", with_terms).decode("ascii")
    assert "[^1]: **the mu mu**: A measure (mu).\n" in told
    assert in_encoding("cp1252", here, "archive", "mu", "--story", with_terms).startswith(b"the mu mu [mu]")
    rows = [
        json.loads(in_encoding(encoding, here, "archive", "mu", "--json", "--story", with_terms).decode(encoding))
        for encoding in ("ascii", "cp1252", "utf-8")
    ]
    assert rows[0] == rows[1] == rows[2]
    assert rows[0]["terms"][0]["characters"] == "亩"


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("mu 亩 mǔ", "mu mu"),
        ("A flag (白旗, báiqí) is", "A flag (baiqi) is"),
        ('says: "孩子們在田裏，就像". So', 'says: "...". So'),
        ("by Yu 于震聲.", "by Yu ."),
        ("亩", ""),
        ("亩 mǔ", "mu"),
        ("Lü’s — “½ × 3” … ━▸", 'Lu\'s - "1/2 x 3" ... ??'),
        ("a\u0301\u200b", "a?"),
    ],
)
def test_the_nearest_letters(words: str, letters: str) -> None:
    lettering.register()
    assert words.encode("ascii", lettering.NAME).decode() == letters


class Console(io.TextIOWrapper):
    """A stream that says whether somebody looks at it."""

    def __init__(self, encoding: str, *, seen: bool = True) -> None:
        super().__init__(io.BytesIO(), encoding)
        self.seen = seen

    def isatty(self) -> bool:
        return self.seen


@pytest.mark.parametrize(
    ("system", "asked", "encoding"), [("nt", "", "utf-8"), ("nt", "cp850", "cp1252"), ("posix", "", "cp1252")]
)
def test_on_windows_streams_are_utf8_unless_another_encoding_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, system: str, asked: str, encoding: str
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Console("cp1252"))
    monkeypatch.setattr(streams.os, "name", system)
    monkeypatch.setenv("PYTHONIOENCODING", asked)
    streams.prepare()
    found = [sys.stdin.encoding, sys.stdout.encoding, sys.stderr.encoding]
    monkeypatch.undo()
    assert found == [encoding] * 3


@pytest.mark.parametrize(
    ("system", "term", "encoding", "error_seen", "screens"),
    [
        ("posix", "xterm", "utf-8", True, True),
        ("posix", "dumb", "utf-8", True, False),
        ("posix", "", "utf-8", True, False),
        ("posix", "xterm", "latin-1", True, False),
        ("posix", "xterm", "utf-8", False, False),
        ("nt", "", "utf-8", False, True),
        ("nt", "dumb", "utf-8", True, False),
        ("nt", "", "cp1252", True, False),
    ],
)
def test_the_whole_screen_is_used_where_it_can_be(
    monkeypatch: pytest.MonkeyPatch, system: str, term: str, encoding: str, error_seen: bool, screens: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", Console(encoding))
    monkeypatch.setattr(sys, "stdout", Console(encoding))
    monkeypatch.setattr(sys, "stderr", Console(encoding, seen=error_seen))
    monkeypatch.setattr(streams.os, "name", system)
    monkeypatch.setenv("TERM", term)
    found = streams.can_show_screens()
    monkeypatch.undo()
    assert found == screens


@pytest.mark.parametrize(("system", "code"), [("nt", 141), ("posix", 2)])
def test_a_pipe_that_nobody_reads_as_windows_calls_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], system: str, code: int
) -> None:
    def closed(_arguments: list[str]) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")

    module = sys.modules["glfstory.cli.main"]
    monkeypatch.setattr(module, "_invoke", closed)
    monkeypatch.setattr(module, "abandon_output", lambda: None)
    monkeypatch.setattr(module.os, "name", system)
    found = module.run([])
    monkeypatch.undo()
    assert found == code


def test_a_sign_that_some_shells_put_before_a_pipe_is_passed_over(road: Path, here: dict[str, str]) -> None:
    told = in_encoding("utf-8", here, "play", road, typed="\ufeff1\nstop\n".encode())
    assert b"You walk." in told


def test_calibrate_works_where_processes_do_not_fork(road: Path, environment: dict[str, str], tmp_path: Path) -> None:
    (road / "model.yaml").write_text(
        "policies: {brisk: [fast]}\ntags: {fast: Goes on.}\nmeasures: {far: {says: How far, heading: The road, "
        "unit: steps, show: steps, policy: brisk, record: 12, within: 1, assumed: Counted.}}\n"
    )
    program = tmp_path / "spawned.py"
    program.write_text(
        "import multiprocessing, sys\nfrom glfstory.cli import main\n"
        "if __name__ == '__main__':\n    multiprocessing.set_start_method('spawn')\n    main()\n"
    )
    asked = [sys.executable, str(program), "calibrate", str(road), "--runs", "120", "--jobs", "2"]
    told = subprocess.run(asked, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert told.stderr == ""
    assert "1 of 1 numbers" in told.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_process_that_is_asked_to_end_says_so(road: Path, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        command("play", road), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 143
        assert process.stderr.read() == b"glfstory: Stopped.\n"


def test_ids_that_differ_in_case_alone_cannot_be(road: Path, glfstory: Run) -> None:
    text = (road / "story.yaml").read_text(encoding="utf-8")
    (road / "story.yaml").write_text(text.replace("id: the-road", "id: The-Road"), encoding="utf-8")
    assert "is not an id: lower-case words" in glfstory("check", road).stdout
