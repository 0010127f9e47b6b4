"""From a save to the changed words on the screen of `glfstory write`, in a terminal, for a copy of a story.

python tests/bench/write.py [FOLDER] [TIMES]
"""

import os
import pty
import select
import shutil
import statistics
import sys
import tempfile
import time
from fcntl import ioctl
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ

from glfstory.engine.stage import Stage
from glfstory.reading.shipped import shipped_story
from glfstory.workshop.live import Written, begun

SIZE = (24, 80)
QUIET = 5
"""Seconds without output after which the screen has settled."""


def opened(folder: Path) -> int:
    """The terminal in which the story is open."""
    child, terminal = pty.fork()
    if not child:
        os.environ.update(TERM="xterm-256color")
        os.execv(sys.executable, [sys.executable, "-m", "glfstory", "write", str(folder)])
    ioctl(terminal, TIOCSWINSZ, pack("HHHH", *SIZE, 0, 0))
    return terminal


def settle(terminal: int) -> None:
    """Waits until nothing more is drawn."""
    while select.select([terminal], [], [], QUIET)[0]:
        os.read(terminal, 65_536)


def until(terminal: int, words: str) -> float:
    """The time at which these words are drawn, in seconds of the clock."""
    seen = b""
    while words.encode() not in seen:
        if not select.select([terminal], [], [], 20)[0]:
            raise SystemExit(f"{words!r} was not drawn within twenty seconds.")
        seen += os.read(terminal, 65_536)
    return time.perf_counter()


def first_words(folder: Path) -> tuple[Path, str]:
    """The file that holds the first page, and the words with which its text begins."""
    story = Written(folder).read().story
    assert story is not None
    words = " ".join("".join(span.text for span in begun(Stage(story), 0).leaf.lines[0]).split()[:3])
    return next(path for path in folder.rglob("*.yaml") if words in path.read_text(encoding="utf-8")), words


def main(story: Path, times: int) -> None:
    """Prints the time of each save, and the middle one."""
    with tempfile.TemporaryDirectory() as inside:
        folder = Path(inside) / "story"
        shutil.copytree(story, folder)
        path, words = first_words(folder)
        terminal = opened(folder)
        taken = []
        for number in range(times):
            settle(terminal)
            marked = f"Changed{number:03}x"
            path.write_text(path.read_text(encoding="utf-8").replace(words, marked, 1), encoding="utf-8")
            start, words = time.perf_counter(), marked
            taken.append(until(terminal, marked) - start)
            print(f"{taken[-1]:.2f} s", flush=True)
        os.close(terminal)
    print(f"middle {statistics.median(taken):.2f} s, longest {max(taken):.2f} s; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else shipped_story(), int(sys.argv[2]) if len(sys.argv) > 2 else 8)
