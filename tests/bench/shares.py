"""What a province of scripted pupils reports over what it harvests, by the share of them that pads.

    python tests/bench/shares.py [--padding modest] [--rest honest] [--brigades 28] [--length short] [--seed 7]

Both are policies of the story: `modest` adds a little, `zealous` claims a record, `honest` says what was weighed, and
`typical` what the others say. Every year is released when all have played the one before, as in a class.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from glfstory.classroom import teaching
from glfstory.classroom.lesson import plan
from glfstory.classroom.province import Year
from glfstory.classroom.room import Room
from glfstory.classroom.store import Store
from glfstory.engine.release import play_hash
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story


def dealt(padding: str, rest: str, quarters: int) -> tuple[str, ...]:
    """The policies of four brigades in turn; the first of all is the last to pad, since it hears nobody in class."""
    return tuple(padding if place in (3, 1, 2, 0)[:quarters] else rest for place in range(4))


def years(story: Story, others: Sequence[str], brigades: int, length: str, seed: int) -> list[Year]:
    """The province's years that a run of that length shows, played by these policies in turn."""
    lesson = plan(story, seed=seed, brigades=brigades, others=others, length=length)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "class.sqlite"
        room = Room(Store.create(path, lesson, play_hash(story), "plum", "key", [""] * brigades), Stage(story), float)
        for _ in range(len(lesson.holds) + 1):
            teaching.release(room, bring_along=False)
        found = room.years()
        room.store.close()
    return list(found)


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--padding", default="modest")
    parser.add_argument("--rest", default="honest")
    parser.add_argument("--brigades", type=int, default=28)
    parser.add_argument("--length", default="short")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    story = read(shipped_story()).story
    if story is None:
        raise SystemExit("the story is not sound")
    labels = {season.id: season.year for season in story.seasons}
    print(f"{asked.brigades} brigades; the others are {asked.rest}")
    for quarters in range(5):
        policies = dealt(asked.padding, asked.rest, quarters)
        found = years(story, policies, asked.brigades, asked.length, asked.seed)
        told = "  ".join(f"{labels[year.season]}: {year.times:.2f}" for year in found)
        print(f"  {quarters}/4 {asked.padding}  {told}")


if __name__ == "__main__":
    main()
