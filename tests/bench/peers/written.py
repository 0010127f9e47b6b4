"""The made-up story as a folder of YAML, as a writer would have written it: python written.py FOLDER SCENES GRAIN."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.peers.synthetic import NUMBERS, SCENE, Synthetic, Way, asked, scene_id, synthetic, words

PER_FILE = 3000
"""Scenes in a file, so that it stays below what one file may hold."""
FACT = "{says: It was so., period: '1957', status: single-source, sure: high, claims: [{says: So., source: book}]}"


def write(made: Synthetic, folder: Path) -> None:
    """Writes the files of a story."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "story.yaml").write_text("\n".join(_whole(made)) + "\n", encoding="utf-8")
    for first in range(0, len(made.scenes), PER_FILE):
        lines = ["scenes:"]
        for place in range(first, min(first + PER_FILE, len(made.scenes))):
            lines += _scene(place, made.scenes[place])
        (folder / f"scenes-{first // PER_FILE:02}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _whole(made: Synthetic) -> Iterator[str]:
    yield "story: {id: synthetic, title: Synthetic, version: 1.0.0, language: en, note: A bench., meters: [v0]}"
    yield "seasons:\n  one: {year: 1957, name: autumn, title: One}"
    yield "variables:"
    for at in range(NUMBERS):
        yield f"  v{at}: {{says: A number., unit: points, start: 50, range: [0, 100], step: 1}}"
    yield "endings:"
    for place, when in enumerate(made.endings):
        yield f"  end-{place}:\n    title: End {place}\n    rank: {place}\n    text: {words(30)}"
        if when:
            yield f"    when: {' and '.join(map(asked, when))}"
        yield "    facts: [one-fact, other-fact]"
    yield f"sources:\n  book: {{title: The book}}\nfacts:\n  one-fact: {FACT}\n  other-fact: {FACT}"


def _scene(place: int, ways: tuple[Way, ...]) -> Iterator[str]:
    yield f"  {scene_id(place)}:\n    title: Scene {place}"
    if place == 0:
        yield "    order: 1\n    season: one"
    yield f"    text: |\n      {SCENE}\n    choices:"
    for number, way in enumerate(ways):
        yield f"      c{number}:\n        say: {words(4)}"
        if way.when:
            yield f"        if: {asked(way.when)}"
        if way.to is not None:
            yield f"        go: {scene_id(way.to)}"
        yield "        do:"
        for at, add in way.adds:
            yield f"          - v{at} {'+' if add > 0 else '-'}= {abs(add)}"


if __name__ == "__main__":
    write(synthetic(int(sys.argv[2]), int(sys.argv[3])), Path(sys.argv[1]))
