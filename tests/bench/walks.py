"""Random runs of a story: do all of them reach an ending, and how many choices a second.

python tests/bench/walks.py [RUNS] [STORY]
"""

import gc
import random
import sys
import time
from collections import Counter
from pathlib import Path

from glfstory.engine import SEEDS
from glfstory.engine.stage import Stage
from glfstory.engine.walk import Walk
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story


def walk_once(stage: Stage, dice: random.Random) -> tuple[int, str]:
    """One run with every open choice as likely as the others: its decisions, and its ending."""
    walk = Walk(stage, dice.randrange(SEEDS))
    decisions = 0
    walk.advance()
    while not walk.over:
        walk.choose(dice.choice(walk.open_choices()).id)
        walk.advance()
        decisions += 1
    return decisions, walk.ending.id if walk.ending else "none"


def main() -> None:
    """Walks, and prints what came out."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else shipped_story()
    started = time.perf_counter()
    reading = read(folder)
    if reading.story is None:
        sys.exit(f"{folder} does not open: glfstory check {folder}")
    opened = time.perf_counter()
    stage, dice = Stage(reading.story), random.Random(1)
    walk_once(stage, dice)
    gc.freeze()
    begun = time.perf_counter()
    walked = [walk_once(stage, dice) for _ in range(runs)]
    took = time.perf_counter() - begun
    decisions = sum(count for count, _ in walked)
    fewest, most = min(count for count, _ in walked), max(count for count, _ in walked)
    print(f"read from YAML in {opened - started:.2f} s")
    print(f"{runs:,} runs in {took:.2f} s: {runs / took:,.0f} runs and {decisions / took:,.0f} choices a second")
    print(f"decisions a run: {fewest} to {most}, {decisions / runs:.1f} in the mean")
    for ending, count in Counter(ending for _, ending in walked).most_common():
        print(f"{count / runs:7.2%}  {ending}")


if __name__ == "__main__":
    main()
