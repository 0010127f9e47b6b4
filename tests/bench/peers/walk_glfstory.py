"""Random runs of the made-up story: python walk_glfstory.py STORY_FOLDER RUNS walk|text|JOBS. Prints one JSON line.

`walk` only walks; `text` makes the words of every page as well, as line-by-line play shows them; a number plays as a
playtest does on so many processors, every sight, word and clamp noted. All runs are done twice, and the second time
counts, when everything is compiled that is met.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from glfstory.engine.fates import Change
from glfstory.engine.page import Kind, Page
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.engine.telling import Telling, Told
from glfstory.engine.walk import Walk
from glfstory.exploring.playtest.crowd import Crowd, crowd
from glfstory.exploring.playtest.playing import asked
from glfstory.exploring.playtest.trip import RANDOM
from glfstory.pages.leaf import leaves
from glfstory.pages.words import plain
from glfstory.reading.reader import read


def walked(stage: Stage, runs: int, told: Told | None = None) -> tuple[int, int]:
    """Decisions of so many runs, and a number that only the same runs come to."""
    steps = check = 0
    places = [stage.program.slots[f"v{at}"] for at in range(5)]
    for number in range(1, runs + 1):
        x = number * 2654435761 & 0xFFFFFFFF
        walk = Walk(stage, number, told=told)
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


def told_in(stage: Stage, shown: list[int]) -> Told:
    """Makes the words of each page, and counts their characters."""

    def told(walk: Telling, kind: Kind, name: str, choice: str, changes: tuple[Change, ...]) -> None:
        is_end = kind in ("ending", "coda")
        scene, ending = ("", name) if is_end else (name, "")
        for leaf in leaves(stage, Page(kind, walk.season.id, walk.state(), scene, choice, ending, changes)):
            words = [plain(line) for line in (*leaf.lines, *(each.words for each in leaf.choices))]
            shown[0] += len("\n".join(words))

    return told


def played(players: Crowd, story: Story, runs: int) -> tuple[int, int]:
    """Decisions of so many runs of a playtest."""
    trips = players.play(list(asked(story, RANDOM, runs, 0, "")))
    return sum(len(trip.taken) for trip in trips), 0


def timed(runs: Callable[[], tuple[int, int]]) -> dict[str, float]:
    """Plays twice, and tells how long it took the second time."""
    runs()
    gc.freeze()
    begun = time.perf_counter()
    steps, check = runs()
    return {"steps": steps, "walk_s": time.perf_counter() - begun, "chk": check}


def main() -> None:
    """Plays; setting up is not counted, as for the others."""
    story, runs, how = read(Path(sys.argv[1])).story, int(sys.argv[2]), sys.argv[3]
    if story is None:
        sys.exit("the story does not open")
    stage = Stage(story)
    if how in ("walk", "text"):
        told = told_in(stage, [0]) if how == "text" else None
        print(json.dumps(timed(lambda: walked(stage, runs, told))))
        return
    with crowd(story, int(how)) as players:
        print(json.dumps(timed(lambda: played(players, story, runs))))


if __name__ == "__main__":
    main()
