"""How long a stranger's folder keeps the reader busy, beside the shipped story.

python -m tests.bench.hostile

Every attempt of tests/reading/test_hostile.py once. A ratio of 1 is as long as reading Two Ledgers; the goal is under 4
for one bad file, and under 8 for a flood of mistakes.
"""

import tempfile
import time
from pathlib import Path

from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from tests.reading.conftest import MINI
from tests.reading.test_hostile import ATTEMPTS, FLOODS


def seconds(folder: Path) -> float:
    """How long reading a folder takes."""
    start = time.perf_counter()
    read(folder)
    return time.perf_counter() - start


def main() -> None:
    """Prints the ratios."""
    whole = min(seconds(shipped_story()) for _ in range(3))
    print(f"Two Ledgers: {whole:.2f} s")
    attempts = {str(place): content for place, (content, _) in enumerate(ATTEMPTS)}
    for kind, contents in (("bad files", attempts), ("floods", FLOODS)):
        found = {}
        for name, content in contents.items():
            with tempfile.TemporaryDirectory() as folder:
                (Path(folder) / "a.yaml").write_text(MINI, encoding="utf-8")
                (Path(folder) / "b.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
                found[name] = seconds(Path(folder)) / whole
        slowest = max(found, key=lambda name: found[name])
        least, most = min(found.values()), found[slowest]
        print(f"{len(found)} {kind}: {least:.2f} to {most:.2f} times as long, most for {slowest}")


if __name__ == "__main__":
    main()
