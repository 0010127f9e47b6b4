"""First paint, opening, memory and key to paint of the screen, seen from outside in a pseudo-terminal.

python tests/bench/screen.py [ROUNDS]

The two programs run in turn, so that the ratio survives a machine whose speed drifts. Linux only (it reads /proc).
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

SIZE = (45, 140)
BYTECODE = tempfile.mkdtemp(prefix="glfstory-bench-")
"""Where both programs keep what Python compiled, as an installed program does, so that no start compiles again."""
SHEETS = {
    "ledger": b"l",
    "village": b"v",
    "chronicle": b"c",
    "why": b"w",
    "settings": b"o",
    "endings": b"e",
    "code": b"r",
    "help": b"?",
    "stop": b"S",
}
ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\|\x1b[()][A-Z0-9]|\x1b."
)
ONE_WIDGET = """
from textual.app import App
from textual.widgets import Static
class One(App):
    def compose(self):
        yield Static("MARKER")
One().run()
"""


@dataclass
class Screen:
    """A program in a pseudo-terminal."""

    argv: list[str]
    home: str
    seen: bytes = b""
    fd: int = -1
    pid: int = 0
    started: float = field(default=0.0)

    def start(self) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", GLFSTORY_HOME=self.home)
            os.environ.update(PYTHONPYCACHEPREFIX=BYTECODE)
            os.execv(self.argv[0], self.argv)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))

    def wait_for(self, words: str, seconds: float = 20) -> float:
        """Seconds until the words are on the screen."""
        begun, wanted = time.perf_counter(), words.encode()
        while time.perf_counter() - begun < seconds:
            ready, _, _ = select.select([self.fd], [], [], 0.5)
            if ready:
                self.seen = (self.seen + os.read(self.fd, 65536))[-400_000:]
            if wanted in ESCAPES.sub(b"", self.seen):
                return time.perf_counter()
        sys.exit(f"{words!r} was not seen; the screen ends with {ESCAPES.sub(b'', self.seen)[-300:]!r}")

    def quiet(self, seconds: float) -> None:
        """Reads until nothing has come for so long."""
        while select.select([self.fd], [], [], seconds)[0]:
            self.seen += os.read(self.fd, 65536)

    def press(self, keys: bytes) -> float:
        """Milliseconds from a key to the first paint after it."""
        self.quiet(0.08)
        self.seen = b""
        begun = time.perf_counter()
        os.write(self.fd, keys)
        if not select.select([self.fd], [], [], 0.4)[0]:
            return float("nan")
        self.seen += os.read(self.fd, 65536)
        return 1000 * (time.perf_counter() - begun)

    def memory(self) -> float:
        """Resident megabytes."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]

    def stop(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def one_paint(argv: list[str], home: str, marker: str) -> float:
    screen = Screen(argv, home)
    screen.start()
    took = screen.wait_for(marker) - screen.started
    screen.stop()
    return took


def main() -> None:
    """Measures, and prints medians and ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    home = tempfile.mkdtemp(prefix="glfstory-bench-")
    ours = [sys.executable, "-m", "glfstory"]
    floor = [sys.executable, "-c", ONE_WIDGET]
    one_paint(ours, home, "Begin")
    one_paint(floor, home, "MARKER")
    pairs = [(one_paint(ours, home, "? help"), one_paint(floor, home, "MARKER")) for _ in range(rounds)]
    ratios = [mine / theirs for mine, theirs in pairs]
    print(f"first paint of the title: {1000 * median(mine for mine, _ in pairs):.0f} ms, ", end="")
    print(f"{median(ratios):.2f} times a one-widget app ({min(ratios):.2f} to {max(ratios):.2f}; goal 1.3)")

    for name, cache in (("cold", tempfile.mkdtemp(prefix="glfstory-bench-")), ("cached", home)):
        screen = Screen([*ours, "play", "--seed", "7"], cache)
        screen.start()
        painted = screen.wait_for("? help")
        opened = screen.wait_for("Begin")
        print(f"story open, {name}: {opened - painted:.2f} s after the title (goal 0.5)")
        if name == "cached":
            report(screen)
        screen.stop()


def report(screen: Screen) -> None:
    """Plays 200 decisions, going back after each ten, and opens every sheet on the way."""
    for key in (b"\r", b"\r", b"\r", b" "):
        screen.press(key)
    times: dict[str, list[float]] = {}
    memory = [screen.memory()]
    for _ in range(20):
        for step in range(10):
            times.setdefault("choice", []).append(screen.press(b"21"[step % 2 :][:1]))
            for _ in range(3):
                times.setdefault("go on", []).append(screen.press(b" "))
        for name, key in SHEETS.items():
            times.setdefault(name, []).append(screen.press(key))
            times.setdefault("close", []).append(screen.press(b"q"))
        screen.press(b"l")
        times.setdefault("Esc", []).append(screen.press(b"\x1b"))
        for _ in range(10):
            times.setdefault("undo", []).append(screen.press(b"b"))
        memory.append(screen.memory())
    waited = times.pop("Esc")
    every = sorted(each for row in times.values() for each in row if each == each)
    print(
        f"key to paint: median {median(every):.1f} ms, 95th percentile {every[int(len(every) * 0.95)]:.1f} ms ", end=""
    )
    print(f"over {len(every)} keys (goal 50); slowest in the median: ", end="")
    slow = sorted(((median([each for each in row if each == each] or [0]), name) for name, row in times.items()))[-3:]
    print(", ".join(f"{name} {took:.0f} ms" for took, name in reversed(slow)))
    print(f"Esc: {median(waited):.0f} ms, of which 25 tell it from the start of another key (goal 50)")
    print(
        f"resident memory: {memory[0]:.0f} MB at first, {memory[1]:.0f} after ten decisions and every sheet, ", end=""
    )
    print(f"{memory[-1]:.0f} after 200 (goal: no more)")


if __name__ == "__main__":
    main()
