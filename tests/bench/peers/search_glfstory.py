"""The merged states of the synthetic story: python search_glfstory.py SCENES GRAIN. Prints one JSON line."""

import json
import sys
import time

from glfstory.engine.stage import Stage
from glfstory.exploring.proving.plan import Plan
from glfstory.exploring.proving.search import Search
from glfstory.exploring.proving.spread import Spread
from tests.bench.peers.synthetic import as_story, synthetic


def main() -> None:
    """Ranges and liveness first, then the search itself; an aim that does not exist makes it go on to the end."""
    story = as_story(synthetic(int(sys.argv[1]), int(sys.argv[2])))
    begun = time.perf_counter()
    spread = Spread(Plan(Stage(story), "full"))
    search = Search(spread, spread.sights | {"nothing"})
    prepared = time.perf_counter()
    found = search.go(10**9)
    took = time.perf_counter() - prepared
    print(
        json.dumps({"states": found.states, "time_s": took, "prepare_s": prepared - begun, "complete": found.complete})
    )


if __name__ == "__main__":
    main()
