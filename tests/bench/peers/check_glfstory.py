"""Reads and checks a story: python check_glfstory.py STORY_FOLDER. Prints one JSON line."""

import json
import resource
import sys
import time
from pathlib import Path


def main() -> None:
    """Everything counts, imports too."""
    begun = time.perf_counter()
    from glfstory.checking.check import check

    findings = check(Path(sys.argv[1]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"took_s": time.perf_counter() - begun, "peak_mb": peak, "findings": len(findings)}))


if __name__ == "__main__":
    main()
