"""glfstory beside its peers and beside C, round by round in one run, so that a machine's moods cancel out.

python -m tests.bench.peers.compare FOLDER [ROUNDS] [SCENES ...]

FOLDER is where inkjs is installed (`npm install inkjs@2.4.0` there); inkcpp-py and gcc have to be at hand
(`pip install inkcpp-py==0.1.12`). Files are made in FOLDER.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.bench.peers.synthetic import as_ink, as_tables, synthetic
from tests.bench.peers.written import write

HERE = Path(__file__).parent
SIZES = (120, 1200, 12_000)
GRAIN = 10
SEARCHED = {120: ((25, 10**9), (10, 10**9)), 1200: ((25, 10**9),), 12_000: ((25, 3_000_000),)}
"""Numbers are multiples of the first; the search ends behind so many states, where it has not come to its end."""
OURS = {
    "glfstory, walked": (4000, "walk"),
    "with text": (200, "text"),
    "playtest": (4000, 1),
    "on two cores": (4000, 2),
}
"""How many runs, and how."""
PEERS = {"inkjs": 200, "inkcpp-py": 1500}
Row = dict[str, float]
Commands = Mapping[str, Sequence[object]]


def told(command: Sequence[object], folder: Path) -> Row:
    """The JSON line that a program prints."""
    around = {**os.environ, "NODE_PATH": str(folder / "node_modules")}
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True, env=around)
    row: Row = json.loads(done.stdout.splitlines()[-1])
    return row


def in_turn(commands: Commands, folder: Path, rounds: int) -> dict[str, list[Row]]:
    """What all of them tell, round by round."""
    found = [{name: told(command, folder) for name, command in commands.items()} for _ in range(rounds)]
    return {name: [each[name] for each in found] for name in commands}


def checks(folder: Path, size: int, rounds: int) -> None:
    """Reading and checking against compiling ink, which is its check; both as a whole, from files."""
    story = folder / f"story-{size}-{GRAIN}"
    ink, compiled, binary = (folder / f"story-{size}.{end}" for end in ("ink", "json", "bin"))
    write(synthetic(size, GRAIN), story)
    ink.write_text(as_ink(synthetic(size, GRAIN)), encoding="utf-8")
    commands: Commands = {
        "glfstory, read and check": [sys.executable, "-m", "tests.bench.peers.check_glfstory", story],
        "inkjs, compile": ["node", HERE / "compile_ink.js", ink, compiled],
    }
    found = in_turn(commands, folder, rounds)
    print(f"{size:,} scenes: seconds and peak memory")
    for name, rows in found.items():
        seconds, peak = (statistics.median(row[key] for row in rows) for key in ("took_s", "peak_mb"))
        ratio = _ratio(rows, found["inkjs, compile"], lambda row: row["took_s"])
        print(f"  {name:28}{seconds:>8.2f} s{peak:>8,.0f} MB{ratio:>9} x inkjs")
    make = f"import inkcpp_py as i; i.compile_json({str(compiled)!r}, {str(binary)!r})"
    subprocess.run([sys.executable, "-c", make], check=True)


def walks(folder: Path, size: int, rounds: int) -> None:
    """Choices a second; the files are those that `checks` made."""
    ours = [sys.executable, "-m", "tests.bench.peers.walk_glfstory", folder / f"story-{size}-{GRAIN}"]
    commands: Commands = {
        **{name: [*ours, runs, how] for name, (runs, how) in OURS.items()},
        "inkjs": ["node", HERE / "walk_inkjs.js", folder / f"story-{size}.json", PEERS["inkjs"]],
        "inkcpp-py": [sys.executable, HERE / "walk_inkcpp.py", folder / f"story-{size}.bin", PEERS["inkcpp-py"]],
    }
    found = in_turn(commands, folder, rounds)
    print(f"{size:,} scenes: choices a second")
    for name, rows in found.items():
        ratios = [f"{_ratio(rows, found[peer], _speed):>9} x {peer}" for peer in PEERS]
        print(f"  {name:20}{statistics.median(map(_speed, rows)):>12,.0f}{''.join(ratios)}")


def searches(folder: Path, size: int, grain: int, states: int, rounds: int) -> None:
    """Merged states a second."""
    tables, program, story = (
        folder / f"story-{size}-{grain}.tables",
        folder / "explore",
        folder / f"story-{size}-{grain}",
    )
    tables.write_bytes(as_tables(synthetic(size, grain)))
    write(synthetic(size, grain), story)
    subprocess.run(["gcc", "-O2", "-march=native", "-o", program, HERE / "explore.c"], check=True)
    commands: Commands = {
        "glfstory": [sys.executable, "-m", "tests.bench.peers.search_glfstory", story, states],
        "C": [program, tables],
    }
    found = in_turn(commands, folder, rounds)
    ours, limit = found["glfstory"], found["C"]
    bare = _ratio(ours, limit, _found)
    whole = _ratio(ours, limit, lambda row: row["states"] / (row["time_s"] + row.get("prepare_s", 0)))
    speed, before = (
        statistics.median(rows) for rows in ([_found(row) for row in ours], [row["prepare_s"] for row in ours])
    )
    print(f"{size:,} scenes, grain {grain}: {ours[0]['states']:,.0f} merged states ({limit[0]['states']:,.0f} in C)")
    print(f"  {speed:,.0f} a second, {bare} of C; {whole} with the {before:.1f} s that go before the search")


def _found(row: Row) -> float:
    return row["states"] / row["time_s"]


def _speed(row: Row) -> float:
    return row["steps"] / row["walk_s"]


def _ratio(rows: Sequence[Row], others: Sequence[Row], figure: Callable[[Row], float]) -> str:
    """The median of the ratios of each round."""
    return f"{statistics.median(figure(one) / figure(other) for one, other in zip(rows, others, strict=True)):.2f}"


def main() -> None:
    """Compares checks, walks and searches."""
    folder, rounds = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    for size in [int(each) for each in sys.argv[3:]] or SIZES:
        checks(folder, size, rounds)
        walks(folder, size, rounds)
        for grain, states in SEARCHED[size]:
            searches(folder, size, grain, states, rounds)


if __name__ == "__main__":
    main()
