"""glfstory beside its peers and beside C, round by round in one run, so that a machine's moods cancel out.

python -m tests.bench.peers.compare FOLDER [ROUNDS]

FOLDER is where inkjs is installed (`npm install inkjs@2.4.0` there); inkcpp-py and gcc have to be at hand
(`pip install inkcpp-py==0.1.12`). Files are made in FOLDER.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.peers.synthetic import as_ink, as_tables, synthetic

HERE = Path(__file__).parent
SIZES = (120, 1200)
GRAINS = {120: (25, 10), 1200: (25,)}
RUNS = {"glfstory": 5000, "glfstory playtest": 500, "inkjs": 150, "inkcpp-py": 1500}
Row = dict[str, float]


def told(command: Sequence[object], folder: Path) -> Row:
    """The JSON line that a program prints."""
    around = {**os.environ, "NODE_PATH": str(folder / "node_modules")}
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True, env=around)
    row: Row = json.loads(done.stdout.splitlines()[-1])
    return row


def walks(folder: Path, size: int, rounds: int) -> None:
    """Choices a second."""
    ink, compiled, binary = (folder / f"story-{size}.{end}" for end in ("ink", "json", "bin"))
    ink.write_text(as_ink(synthetic(size, 10)), encoding="utf-8")
    compile_ink = "const f=require('fs'),i=require('inkjs/full');const [,a,b]=process.argv;"
    compile_ink += "f.writeFileSync(b,new i.Compiler(f.readFileSync(a,'utf8')).Compile().ToJson())"
    subprocess.run(
        ["node", "-e", compile_ink, ink, compiled],
        check=True,
        env={**os.environ, "NODE_PATH": str(folder / "node_modules")},
    )
    subprocess.run(
        [sys.executable, "-c", f"import inkcpp_py as i; i.compile_json({str(compiled)!r}, {str(binary)!r})"], check=True
    )
    ours = [sys.executable, "-m", "tests.bench.peers.walk_glfstory", size, 10]
    commands = {
        "glfstory": [*ours, RUNS["glfstory"]],
        "glfstory playtest": [*ours, RUNS["glfstory playtest"], "playtest"],
        "inkjs": ["node", HERE / "walk_inkjs.js", compiled, RUNS["inkjs"]],
        "inkcpp-py": [sys.executable, HERE / "walk_inkcpp.py", binary, RUNS["inkcpp-py"]],
    }
    found = [{name: told(command, folder) for name, command in commands.items()} for _ in range(rounds)]
    speeds = [{name: row["steps"] / row["walk_s"] for name, row in each.items()} for each in found]
    print(f"{size:,} scenes: choices a second")
    for name in commands:
        ratios = [each[name] / each["inkjs"] for each in speeds], [each[name] / each["inkcpp-py"] for each in speeds]
        fastest = statistics.median(each[name] for each in speeds)
        print(f"  {name:20}{fastest:>12,.0f}{_median(ratios[0]):>9} x inkjs{_median(ratios[1]):>9} x inkcpp-py")


def searches(folder: Path, size: int, grain: int, rounds: int) -> None:
    """Merged states a second."""
    tables, program = folder / f"story-{size}-{grain}.tables", folder / "explore"
    tables.write_bytes(as_tables(synthetic(size, grain)))
    subprocess.run(["gcc", "-O2", "-march=native", "-o", program, HERE / "explore.c"], check=True)
    commands = {
        "glfstory": [sys.executable, "-m", "tests.bench.peers.search_glfstory", size, grain],
        "C": [program, tables],
    }
    found = [{name: told(command, folder) for name, command in commands.items()} for _ in range(rounds)]
    ours, limit = ([each[name] for each in found] for name in commands)
    bare = [one["states"] / one["time_s"] / (c["states"] / c["time_s"]) for one, c in zip(ours, limit, strict=True)]
    whole = [
        one["states"] / (one["time_s"] + one["prepare_s"]) / (c["states"] / c["time_s"])
        for one, c in zip(ours, limit, strict=True)
    ]
    speed = statistics.median(each["states"] / each["time_s"] for each in ours)
    print(f"{size:,} scenes, grain {grain}: {ours[0]['states']:,.0f} merged states ({limit[0]['states']:,.0f} in C)")
    print(f"  {speed:,.0f} a second, {_median(bare)} of C; {_median(whole)} with what goes before the search")


def _median(ratios: Sequence[float]) -> str:
    return f"{statistics.median(ratios):.2f}"


def main() -> None:
    """Compares walks and searches."""
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    for size in SIZES:
        walks(folder, size, rounds)
    for size, grains in GRAINS.items():
        for grain in grains:
            searches(folder, size, grain, rounds)


if __name__ == "__main__":
    main()
