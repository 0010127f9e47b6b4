"""The merged states of the made-up story: python search_glfstory.py STORY_FOLDER STATES. Prints one JSON line."""

import json
import sys
import time
from pathlib import Path

from glfstory.engine.stage import Stage
from glfstory.exploring.proving.plan import Plan
from glfstory.exploring.proving.search import Search
from glfstory.exploring.proving.spread import Spread
from glfstory.reading.reader import read


def main() -> None:
    """Ranges and liveness first, then the search itself; an aim that does not exist makes it go on to the end."""
    story = read(Path(sys.argv[1])).story
    if story is None:
        sys.exit("the story does not open")
    begun = time.perf_counter()
    spread = Spread(Plan(Stage(story), "full"))
    search = Search(spread, spread.sights | {"nothing"})
    prepared = time.perf_counter()
    found = search.go(int(sys.argv[2]))
    took = time.perf_counter() - prepared
    print(
        json.dumps({"states": found.states, "time_s": took, "prepare_s": prepared - begun, "complete": found.complete})
    )


if __name__ == "__main__":
    main()
