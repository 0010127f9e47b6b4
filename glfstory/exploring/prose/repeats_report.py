"""What comes back in a story, as text and as JSON."""

import json
import textwrap
from collections.abc import Callable, Iterator, Sequence

from glfstory.exploring.prose.passages import Key
from glfstory.exploring.prose.repeats import OPENING, SEQUENCE, Place, Repeat

WIDTH = 80
Where = Callable[[Key], tuple[str, int]]
"""The file and the line, from 1, at which an entry stands."""


def as_text(opened: Sequence[Repeat], said: Sequence[Repeat], where: Where) -> str:
    """Openings and sequences, each with its places."""
    lines = [f"Scenes that open with the same {OPENING} words: {len(opened):,}", *_rows(opened, where)]
    lines += ["", f"{SEQUENCE} words or more that stand in several places: {len(said):,}", *_rows(said, where)]
    return "\n".join(lines)


def _rows(rows: Sequence[Repeat], where: Where) -> Iterator[str]:
    for row in rows:
        yield from textwrap.wrap(f"{len(row.places)} {row.words}", WIDTH, initial_indent="  ", subsequent_indent="    ")
        yield from (f"      {_told(place, where)}" for place in row.places)


def _told(place: Place, where: Where) -> str:
    path, line = where(place[0])
    return f"{path}:{line} {place[1]}"


def as_data(opened: Sequence[Repeat], said: Sequence[Repeat], where: Where) -> str:
    """The same as JSON."""
    told = {"openings": [_row(row, where) for row in opened], "sequences": [_row(row, where) for row in said]}
    return json.dumps(told, indent=2, ensure_ascii=False)


def _row(row: Repeat, where: Where) -> dict[str, object]:
    places = [(place, *where(place[0])) for place in row.places]
    return {
        "words": row.words,
        "places": [{"path": path, "line": line, "in": place[1]} for place, path, line in places],
    }
