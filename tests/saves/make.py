"""Writes runs of the present release of Two Ledgers, one for each policy and length, into this folder.

python -m tests.saves.make
"""

import sys
from pathlib import Path

from glfstory.engine.release import release_of
from glfstory.engine.stage import Stage
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from glfstory.saving.run_file import to_json
from tests.roads import played


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
