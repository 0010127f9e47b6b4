"""Writes runs of the present release of Two Ledgers, one for each policy and length, into this folder.

python tests/saves/make.py
"""

import sys
from dataclasses import replace
from pathlib import Path

from glfstory.engine.release import release_of
from glfstory.engine.run import Decision, Run, begin
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.walk import Walk
from glfstory.exploring.players import preferred
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from glfstory.saving.run_file import to_json


def played(stage: Stage, policy: str, seed: int, length: str) -> Run:
    """A run to its end by one policy, with a reason wherever one is asked."""
    story = stage.story
    run = begin(story, seed, Setup(length=length))
    walk, reasons = Walk(stage, seed, run.setup), sorted(story.reasons)
    taken: list[Decision] = []
    walk.advance()
    while walk.scene is not None:
        chosen = preferred(walk.open_choices(), story.policies[policy], seed, walk.scene.id).id
        taken.append(Decision(walk.scene.id, chosen, reasons[seed % len(reasons)] if walk.scene.reason else ""))
        walk.choose(chosen)
        walk.advance()
    return replace(run, entries=tuple(taken))


def main() -> None:
    """Writes them, over those of the same release."""
    story = read(shipped_story()).story
    release = release_of(story) if story else None
    if story is None or release is None:
        sys.exit("The story is no release: glfstory check says what to put into story.yaml.")
    for seed, policy in enumerate(story.policies, 1):
        for length in story.lengths:
            path = Path(__file__).parent / f"release-{release.number}-{policy}-{length}.json"
            path.write_text(to_json(played(Stage(story), policy, seed, length)), encoding="utf-8", newline="\n")
            print(path.name)


if __name__ == "__main__":
    main()
