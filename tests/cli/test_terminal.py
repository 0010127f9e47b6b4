"""At a terminal: prompts, the kept run, Ctrl-C and a closed window."""

import codecs
import os
import select
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import command

pty = pytest.importorskip("pty")


def _hears_ctrl_c() -> None:
    """A background job of a shell passes on that it ignores Ctrl-C; whoever sits at a terminal does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A person at a terminal of 80 columns."""

    def __init__(self, environment: dict[str, str], *arguments: object) -> None:
        self.end, inner = pty.openpty()
        self.process = subprocess.Popen(
            command(*arguments),
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=environment,
            start_new_session=True,
            preexec_fn=_hears_ctrl_c,
        )
        os.close(inner)
        self.seen = self.unread = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def until(self, words: str) -> str:
        """Reads until the words have appeared; what was read, up to them."""
        while words not in self.unread:
            ready, _, _ = select.select([self.end], [], [], 30)
            assert ready, f"{words!r} did not come after {self.seen[-300:]!r} {self.unread!r}"
            self.unread += self._decoder.decode(os.read(self.end, 4096))
        read, _, self.unread = self.unread.partition(words)
        self.seen += read + words
        return read

    def type(self, line: str) -> None:
        os.write(self.end, f"{line}\n".encode())

    def ended(self) -> int:
        """Reads to the end; the exit code."""
        self.seen += self.unread
        try:
            while data := os.read(self.end, 4096):
                self.seen += self._decoder.decode(data)
        except OSError:  # Linux answers so once the other end is closed
            pass
        return self.process.wait(60)


@pytest.fixture
def sit_down(road: Path, environment: dict[str, str]) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def sit(*arguments: object, **more: str) -> Terminal:
        opened.append(Terminal({**environment, **more}, "play", road, *arguments))
        return opened[-1]

    yield sit
    for terminal in opened:
        terminal.process.kill()
        terminal.process.wait()
        os.close(terminal.end)


def test_a_story_that_does_not_open_on_the_screen_ends_with_its_sentence_and_1(
    road: Path, sit_down: Callable[..., Terminal]
) -> None:
    (road / "story.yaml").write_text("story: [")
    terminal = sit_down(TERM="xterm-256color", COLUMNS="80", LINES="24")
    terminal.until("glfstory check")
    terminal.type("q")
    assert terminal.ended() == 1
    assert terminal.seen.rstrip().endswith(f"To see more: glfstory check {road}")


def test_a_person_plays_and_comes_back(sit_down: Callable[..., Terminal], autosave: Callable[[], list[str]]) -> None:
    first = sit_down("--plain")
    first.until("(Enter goes on) > ")
    first.type("")
    first.until("\n> ")
    first.type("2")
    first.until("You rest.")
    first.until("(Enter goes on) > ")
    first.type("stop")
    assert first.ended() == 0
    assert "The run is kept" in first.seen
    assert autosave() == ["rest"]
    second = sit_down(TERM="dumb")
    second.until("1. Go on: Autumn 1957, 1 decision.")
    second.until("> ")
    second.type("1")
    assert "You rest." in second.until("(Enter goes on) > ")
    assert "\x1b" not in first.seen + second.seen


def test_ctrl_c_ends_cleanly(sit_down: Callable[..., Terminal]) -> None:
    person = sit_down("--plain")
    person.until("(Enter goes on) > ")
    os.killpg(person.process.pid, signal.SIGINT)
    assert person.ended() == 130
    assert "glfstory: Stopped." in person.seen
    assert "Traceback" not in person.seen


def test_end_of_input_ends_cleanly(sit_down: Callable[..., Terminal]) -> None:
    person = sit_down("--plain")
    person.until("(Enter goes on) > ")
    person.type("")
    person.until("\n> ")
    os.write(person.end, b"\x04")
    assert person.ended() == 0
    assert "You stop here: Autumn 1957, 0 decisions." in person.seen


def test_a_screen_that_is_asked_to_end_gives_the_terminal_back(sit_down: Callable[..., Terminal]) -> None:
    person = sit_down(TERM="xterm-256color", COLUMNS="80", LINES="24")
    person.until("Content note")
    person.process.terminate()
    assert person.ended() == 0
    assert person.seen.rfind("\x1b[?1049l") > person.seen.rfind("\x1b[?1049h") >= 0


def test_the_writers_window_shows_the_story_and_what_is_saved_into_it(road: Path, environment: dict[str, str]) -> None:
    terminal = Terminal({**environment, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40"}, "write", road)
    terminal.until("to mend")
    path = road / "story.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Stone 1.", "Pebble 1."), encoding="utf-8")
    terminal.until("Pebble")
    terminal.type("q")
    assert terminal.ended() == 0


BROKEN = """\
from glfstory.app.screens.title import TitlePage

def show(self):
    raise RuntimeError("the roof has come down")

TitlePage.show = show
"""


def test_a_screen_that_breaks_inside_gives_the_terminal_back_and_ends_with_1(
    tmp_path: Path, sit_down: Callable[..., Terminal]
) -> None:
    (tmp_path / "sitecustomize.py").write_text(BROKEN, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH", ""))))
    person = sit_down(TERM="xterm-256color", COLUMNS="80", LINES="24", PYTHONPATH=path)
    assert person.ended() == 1
    assert "the roof has come down" in person.seen.partition("\x1b[?1049l")[2]
