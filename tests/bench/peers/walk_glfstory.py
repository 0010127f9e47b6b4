"""Random walks of the synthetic story: python walk_glfstory.py SCENES GRAIN RUNS [playtest]. Prints one JSON line.

With `playtest` the runs are played as a playtest plays them, every sight, word and clamp noted; without, walked only.
"""

import gc
import json
import sys
import time

from glfstory.engine.stage import Stage
from glfstory.engine.walk import Walk
from glfstory.exploring.playtest.course import Course
from glfstory.exploring.playtest.trip import RANDOM, Asked
from tests.bench.peers.synthetic import as_story, synthetic


def walked(stage: Stage, runs: int) -> tuple[int, int]:
    """Decisions of so many runs, and a number that only the same runs come to."""
    steps = check = 0
    places = [stage.program.slots[f"v{at}"] for at in range(5)]
    for number in range(1, runs + 1):
        x = number * 2654435761 & 0xFFFFFFFF
        walk = Walk(stage, number)
        walk.advance()
        while walk.scene is not None:
            choices = walk.open_choices()
            x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
            walk.choose(choices[(x >> 16) % len(choices)].id)
            walk.advance()
            steps += 1
        ending = int(walk.ending.id.removeprefix("end-")) if walk.ending else 0
        weighed = sum((at + 1) * walk.values[place] for at, place in enumerate(places))
        check = (check + (ending + 1) * weighed) & 0xFFFFFFFF
    return steps, check


def played(course: Course, runs: int) -> tuple[int, int]:
    """Decisions of so many runs of a playtest."""
    trips = [course.play(Asked(RANDOM, number, "bench")) for number in range(runs)]
    return sum(len(trip.taken) for trip in trips), 0


def main() -> None:
    """Plays, and tells how long it took; setting up and compiling are not counted, as for the others."""
    size, grain, runs = map(int, sys.argv[1:4])
    story = as_story(synthetic(size, grain))
    as_playtest = "playtest" in sys.argv
    stage, course = Stage(story), Course(story)
    (played(course, 200) if as_playtest else walked(stage, 1000))
    gc.freeze()
    begun = time.perf_counter()
    steps, check = played(course, runs) if as_playtest else walked(stage, runs)
    print(json.dumps({"steps": steps, "walk_s": time.perf_counter() - begun, "chk": check}))


if __name__ == "__main__":
    main()
