"""Random walks with inkcpp-py: python walk_inkcpp.py STORY.bin RUNS. Prints one JSON line."""

import json
import sys
import time

import inkcpp_py as ink


def main() -> None:
    """Walks with the generator that all of the compared programs share."""
    story, runs = ink.Story.from_file(sys.argv[1]), int(sys.argv[2])
    begun = time.perf_counter()
    steps = check = 0
    for number in range(1, runs + 1):
        values = story.new_globals()
        runner = story.new_runner(values)
        x = number * 2654435761 & 0xFFFFFFFF
        while True:
            while runner.can_continue():
                runner.getline()
            count = runner.num_choices()
            if not count:
                break
            x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
            runner.choose((x >> 16) % count)
            steps += 1
        weighed = sum((at + 1) * getattr(values, f"v{at}").as_int() for at in range(5))
        check = (check + (values.ending.as_int() + 1) * weighed) & 0xFFFFFFFF
    print(json.dumps({"steps": steps, "walk_s": time.perf_counter() - begun, "chk": check}))


if __name__ == "__main__":
    main()
