"""A class over real HTTP on this machine: forty pupils at once, with kills and absent pupils where they are asked for.

    python tests/bench/classes.py [--pupils 40] [--think 0.5] [--kills 10] [--absent 0.5] [--length full]

A turn is what a pupil waits for: the form that is sent, and the page that comes back; turns that met a server that
was killed are counted apart. Every page asks every three seconds besides whether the class has gone on. Debriefs are
worked out beside it from the first ending on, and everyone who stayed opens the own one at the end. Then every run in
the class's file is replayed alone and compared with what was kept, and with what the pupils were told was kept.
"""

import argparse
import asyncio
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from glfstory.classroom.figures import figures_of, report_scenes
from glfstory.cli.teaching import open_class
from glfstory.engine.run import replay
from glfstory.saving.code import code_of, run_of

FORM = re.compile(r'<form method="post" action="([^"]+)"[^>]*>(.*?)</form>', re.S)
FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
BUTTON = re.compile(r'<button name="(choice|reason)" value="([^"]*)"')


@dataclass
class Device:
    """A browser without a screen, which tries again when nobody answers."""

    port: int
    cookie: str = ""
    lost: int = 0
    """How often nobody answered."""
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> str:
        """A page, through redirects; a form is sent once, and after a lost answer the page is looked at again."""
        try:
            status, headers, text = await self._once(method, path, fields)
        except (OSError, asyncio.IncompleteReadError):
            self._streams = None
            self.lost += 1
            await asyncio.sleep(0.2)
            return await self.ask("GET", "/seat" if method == "POST" else path)
        if cookie := re.search(r"(?i)set-cookie: ([^;]+)", headers):
            self.cookie = cookie[1]
        if status == 303:
            place = re.search(r"(?i)location: (\S+)", headers)
            return await self.ask("GET", place[1] if place else "/")
        return text

    async def _once(self, method: str, path: str, fields: dict[str, str] | None) -> tuple[int, str, str]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._streams
        body = urlencode(fields or {})
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Cookie: {self.cookie}"]
        if method == "POST":
            lines += [f"Origin: http://127.0.0.1:{self.port}", f"Content-Length: {len(body)}"]
        writer.write(("\r\n".join(lines) + "\r\n\r\n" + (body if method == "POST" else "")).encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = re.search(r"(?i)content-length: (\d+)", head)
        text = (await reader.readexactly(int(length[1]) if length else 0)).decode()
        return int(head[9:12]), head, text


@dataclass
class Class:
    """The server under test, and what was seen of it."""

    path: Path
    port: int
    asked: argparse.Namespace
    board: str = ""
    word: str = ""
    process: subprocess.Popen[str] | None = None
    turns: list[float] = field(default_factory=list)
    met: list[float] = field(default_factory=list)
    """Turns that met a server that was down."""
    debriefs: list[float] = field(default_factory=list)
    """When each debrief was there, after the ledgers were opened."""
    memory: int = 0
    beside: int = 0
    kills: int = 0
    over: bool = False
    shown: float = 0

    def start(self, *command: str) -> None:
        """Starts the server, and waits for its addresses."""
        arguments = ["-m", "glfstory", "class", *command, "--address", "127.0.0.1", "--port", str(self.port)]
        self.process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.word = line.split()[-1] if "word to join" in line else self.word
            if "/board?" in line:
                self.board = line.split()[-1].removeprefix(f"http://127.0.0.1:{self.port}")
                return
        raise SystemExit("the server did not start")

    def weigh(self) -> None:
        """Looks at the most memory that the server has held."""
        assert self.process is not None
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        self.memory = max(self.memory, _most_memory(pid))
        self.beside = max(self.beside, sum(_most_memory(int(each)) for each in children))

    def kill(self) -> None:
        """Ends it without a word, and opens the class again."""
        assert self.process is not None
        self.weigh()
        self.process.kill()
        self.process.wait()
        self.kills += 1
        self.start("open", str(self.path))


def _most_memory(pid: int) -> int:
    """Megabytes; none of a process that has just ended."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    except OSError:
        return 0
    return int(found[1]) // 1024 if found else 0


async def pupil(room: Class, dice: random.Random, stays: int) -> list[str]:
    """Plays until the end, or leaves after so many turns; the decisions that the server showed as taken."""
    device, taken = Device(room.port), []
    while "/seat/choose" not in (text := await device.ask("GET", "/seat")) and "You have a seat" not in text:
        await device.ask("POST", "/join", {"word": room.word})
    asks = asyncio.create_task(asking(room, device))
    while not room.over and "Your run is over" not in text and len(taken) < stays:
        form = next((each for each in FORM.findall(text) if each[0] in ("/seat/on", "/seat/choose")), None)
        if form is None:
            await asyncio.sleep(0.5 + dice.random())
            text = await device.ask("GET", "/seat")
            continue
        await asyncio.sleep(room.asked.think * (0.5 + dice.random()))
        fields, buttons = dict(FIELD.findall(form[1])), BUTTON.findall(form[1])
        if buttons:
            fields.update([dice.choice(buttons)])
        began, lost = time.perf_counter(), device.lost
        text = await device.ask("POST", form[0], fields)
        (room.turns if device.lost == lost else room.met).append(time.perf_counter() - began)
        before = int(fields.get("turn", -1))
        if "choice" in fields and "<h1>Why?</h1>" not in text and f'name="turn" value="{before}"' not in text:
            taken.append(f"{before}:{fields['choice']}")
    asks.cancel()
    while len(taken) < stays and "Back to the class" not in text:
        await asyncio.sleep(0.5 + dice.random())
        text = await device.ask("GET", "/seat/debrief" if room.shown else "/seat")
    if len(taken) < stays:
        room.debriefs.append(time.perf_counter() - room.shown)
    return taken


async def asking(room: Class, device: Device) -> None:
    """What every page of a pupil does besides, by a line of its own."""
    beside = Device(room.port)
    while not room.over:
        await asyncio.sleep(2.5 + random.random())
        beside.cookie = device.cookie
        await beside.ask("GET", "/seat/version")


async def teacher(room: Class) -> None:
    """Begins, and releases each year when all wait, or when nothing moves any more; and weighs the server."""
    device, still, last = Device(room.port), 0, ""
    await asyncio.sleep(2 + 0.05 * room.asked.pupils)
    while True:
        await device.ask("GET", room.board)
        text = await device.ask("GET", "/board")
        room.weigh()
        form = next((each for each in FORM.findall(text) if each[0] == "/board/release"), None)
        found = re.search(r"(\d+) of (\d+) (?:wait|have come)", text)
        reading = int(found[2]) - int(found[1]) if found else 0
        seats = text.partition('<table class="seats">')[2]
        still, last = (still + 1, last) if seats == last else (0, seats)
        if form is not None and ("has not begun" in text or reading == 0 or still > 2 + 6 * room.asked.think):
            await device.ask("POST", form[0], {**dict(FIELD.findall(form[1])), "along": "1"})
            last = ""
        elif form is None and (reading == 0 or still > 2 + 6 * room.asked.think):
            break
        await asyncio.sleep(1)
    end = next(each for each in FORM.findall(text) if each[0] == "/board/end")
    room.over = True
    text = await device.ask("POST", end[0], dict(FIELD.findall(end[1])))
    show = next(each for each in FORM.findall(text) if each[0] == "/board/show")
    room.shown = time.perf_counter()
    await device.ask("POST", show[0], dict(FIELD.findall(show[1])))
    while len(room.debriefs) < round((1 - room.asked.absent) * room.asked.pupils):
        room.weigh()
        await asyncio.sleep(1)


async def killer(room: Class, dice: random.Random) -> None:
    """Kills the server again and again."""
    await asyncio.sleep(6)
    for _ in range(room.asked.kills):
        await asyncio.sleep(1 + 2 * dice.random())
        if room.over:
            return
        room.kill()


def compared(room: Class, told: list[list[str]]) -> tuple[int, int, int]:
    """How many runs there are; how many are, replayed alone and from their codes, what was kept; decisions lost."""
    kept = open_class(str(room.path))
    same, all_turns = 0, []
    for each in kept.played():
        moment, years = replay(kept.stage, each.run), kept.store.books()[each.number]
        again = figures_of(kept.stage, moment, each.turns, report_scenes(kept.stage.story), together=True)
        decoded = replay(kept.stage, run_of(kept.stage, code_of(kept.stage, each.run)))
        same += moment.broken is None and moment.over and decoded.state == moment.state and tuple(years) == again
        all_turns.append({f"{place}:{turn.decision.choice}" for place, turn in enumerate(each.turns)})
    lost = sum(min(len(set(mine) - turns) for turns in all_turns) for mine in told)
    return len(all_turns), same, lost


async def play(room: Class) -> list[list[str]]:
    """The whole class."""
    dice = random.Random(7)
    leaving = [index < room.asked.absent * room.asked.pupils for index in range(room.asked.pupils)]
    pupils = [
        pupil(room, random.Random(index), dice.randint(3, 15) if leaves else 999)
        for index, leaves in enumerate(leaving)
    ]
    found = await asyncio.gather(teacher(room), killer(room, dice), *pupils)
    return [each for each in found if each is not None]


def main() -> None:
    """Measures once, and prints what was seen."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pupils", type=int, default=40)
    parser.add_argument("--think", type=float, default=0.5, help="seconds that a page is looked at, as a mean")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--absent", type=float, default=0, help="the share of pupils who leave")
    parser.add_argument("--length", default="full")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        os.environ["GLFSTORY_HOME"] = folder
        room = Class(Path(folder) / "class.sqlite", port, asked)
        room.start("new", "--brigades", str(asked.pupils), "--length", asked.length, "--file", str(room.path))
        began = time.perf_counter()
        told = asyncio.run(play(room))
        spent = time.perf_counter() - began
        room.weigh()
        if room.process:
            room.process.terminate()
            room.process.wait()
        runs, same, lost = compared(room, told)
        times = sorted(1000 * each for each in room.turns)
        p50, p95 = times[len(times) // 2], times[int(0.95 * len(times))]
        print(f"{asked.pupils} pupils, {len(times)} turns in {spent:.0f} s; server killed {room.kills} times")
        print(f"a turn: median {p50:.0f} ms, 95 of 100 within {p95:.0f} ms, longest {times[-1]:.0f} ms")
        print(f"debriefs: {len(room.debriefs)}, the last {max(room.debriefs):.0f} s after the ledgers were opened")
        print(f"server: {room.memory} MB, beside it {room.beside} MB")
        print(f"{same} of {runs} runs replay to what was kept; {lost} decisions lost")
        if room.met:
            met = sorted(1000 * each for each in room.met)
            print(
                f"{len(met)} more turns met a dead server: median {met[len(met) // 2]:.0f} ms, longest {met[-1]:.0f} ms"
            )


if __name__ == "__main__":
    main()
