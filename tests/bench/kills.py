"""A player who chooses, goes back, names, takes up and removes, and whose machine dies: is everything still there?

python tests/bench/kills.py [KILLS]

Half of the deaths come before a certain touch of the disk, the others by a kill from outside at any moment.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from glfstory.engine.run import Run, back, begin, choose, replay
from glfstory.saving.desk import Desk
from glfstory.saving.kept import holds
from glfstory.saving.places import Places
from glfstory.saving.run_file import from_json, to_json
from tests.build import number, scene, story

ROOT = Path(__file__).parents[2]
TOUCHES = ("open", "os.link", "os.rename", "os.remove", "os.mkdir")
ACTS = ("choose",) * 5 + ("back",) * 3 + ("new", "name", "rename", "take up", "pass by", "remove")
PASSING = 1000
"""Runs under this seed and above are there to be removed."""
MOST_TOUCHES, MOST_BYTES = 3000, 60_000


def desk_in(home: Path) -> Desk:
    """A desk with a story of twelve scenes."""
    told = story(
        *(scene(f"scene-{at}", order=at, seasons=("one",)) for at in range(12)), variables={"n": number("n", high=99)}
    )
    return Desk("Small", lambda: told, Places(home / "saves", home / "settings.json", home / "cache"))


def play(home: Path, seed: int) -> None:
    """Plays until something ends it, and says of every act what is kept by then, and what is to go."""
    dice, desk = random.Random(seed), desk_in(home)
    run = begin(desk.stage.story, seed % PASSING)
    for at in range(10_000):
        act = dice.choice(ACTS)
        others = [each for each in desk.kept() if not each.current]
        passing = [each for each in others if each.run.seed >= PASSING]
        kept = [each for each in others if each.run.seed < PASSING]
        if act == "choose" and not replay(desk.stage, run).over:
            run = choose(desk.stage, run, dice.choice("ab"))
        elif act == "back":
            run = back(run, dice.randrange(1, 4))
        elif act == "new" and at % 5 == 0:
            run = begin(desk.stage.story, dice.randrange(PASSING))
        elif act == "name" and run.entries and not desk.keep_named(run, f"Run {at}"):
            tell(kept=run, named=f"Run {at}")
        elif act == "rename" and kept:
            desk.name(dice.choice(kept), f"Renamed {at}")
        elif act == "take up" and kept:
            run = desk.take_up(dice.choice(kept)).run or run
        elif act == "pass by":
            desk.keep_named(choose(desk.stage, begin(desk.stage.story, PASSING + at), "a"), f"Passing {at}")
        elif act == "remove":
            for each in passing[:1]:
                desk.remove(each)
                tell(removed=each.run)
            continue
        if run.entries and not desk.keep(run):
            tell(kept=run)


def tell(*, named: str = "", **runs: Run) -> None:
    """One line on what has been done."""
    ((what, run),) = runs.items()
    print(json.dumps([what, to_json(run), named]), flush=True)


def dies_before(touch: int, home: Path) -> None:
    """Ends this process without any farewell before it touches that folder for the so-manieth time."""
    left = touch

    def hook(event: str, values: tuple[object, ...]) -> None:
        nonlocal left
        if event in TOUCHES and str(values[0]).startswith(str(home)):
            left -= 1
            if left < 0:
                os._exit(9)

    sys.addaudithook(hook)


@dataclass(slots=True)
class Deaths:
    """What came of some deaths."""

    told: int = 0
    """Acts that had been acknowledged."""
    lost: list[str] = field(default_factory=list)
    """What is missing, or is there and should not be."""


def die(home: Path, seed: int, deaths: Deaths) -> None:
    """One player, one death, and a look at what is left."""
    dice = random.Random(seed)
    touch = dice.randrange(MOST_TOUCHES) if seed % 2 else 10**9
    words = [sys.executable, str(Path(__file__)), "--play", str(home), str(seed), str(touch)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as player:
        assert player.stdout
        heard = player.stdout.read() if seed % 2 else player.stdout.read(dice.randrange(MOST_BYTES))
        player.kill()
    acts = [json.loads(line) for line in heard.decode().split("\n")[:-1]]
    deaths.told += len(acts)
    deaths.lost += [f"seed {seed}: {each}" for each in missing(home, acts)]


def missing(home: Path, acts: list[tuple[str, str, str]]) -> Iterator[str]:
    """What had been acknowledged and is not so."""
    desk = desk_in(home)
    found = desk.saved()
    files = list(desk.save.parent.glob("*.json"))
    there = [from_json(path.read_bytes()) for path in files]
    for what, text, named in acts:
        run = from_json(text)
        if what == "kept" and not any(holds(each, run) for each in there):
            yield f"{len(run.entries)} decisions of run {run.seed} {named}"
        if what == "removed" and run in there:
            yield f"run {run.seed} was removed and is there"
    if any(what == "kept" and not named for what, _, named in acts) and (found is None or found.run is None):
        yield "the run to go on with"
    if found is not None and found.notice:
        yield found.notice
    desk.kept()
    if desk.kept_notice:
        yield desk.kept_notice


def kill(many: int, first: int = 0) -> Deaths:
    """So many deaths, each of another player."""
    deaths = Deaths()
    for seed in range(first, first + many):
        with tempfile.TemporaryDirectory() as home:
            die(Path(home), seed, deaths)
    return deaths


def main() -> None:
    """Kills, and prints what was lost."""
    if sys.argv[1:2] == ["--play"]:
        home, seed, touch = Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
        dies_before(touch, home)
        play(home, seed)
        return
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    deaths = kill(many)
    print(f"{many} deaths after {deaths.told:,} acts: {len(deaths.lost) or 'nothing'} lost")
    sys.exit("\n".join(deaths.lost) or 0)


if __name__ == "__main__":
    main()
