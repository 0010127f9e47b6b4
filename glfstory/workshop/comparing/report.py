"""A comparison as text for people and as JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Any

from glfstory.workshop.comparing.changes import GROUPS, Change, Part
from glfstory.workshop.comparing.comparison import Comparison, Odd

SIGNS = {"added": "+", "removed": "-", "changed": "~", "renamed": ">"}
WIDTH, LABEL, SHORT = 100, 44, 44
"""Columns: of a line, of an ending's name, of a value that finds room in a line with another."""
FORM = 1
"""The form of the JSON; another number is another form."""


def as_text(found: Comparison) -> str:
    """The changes under their headings, then the odds of the endings, and a last line that counts."""
    return "\n".join(_lines(found))


def as_data(found: Comparison) -> str:
    """All of it as JSON; docs/reports.md tells what stands where."""
    told = {
        "diff": FORM,
        "old": _named(found.old),
        "new": _named(found.new),
        "same": found.is_same,
        "words": {"before": found.words[0], "now": found.words[1]},
        "changes": [asdict(each) for each in found.changes],
        "runs": found.runs,
        "seed": found.seed,
        "endings": [_odd(each) for each in found.endings],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _named(story: Any) -> dict[str, str]:
    return {"id": story.id, "title": story.title, "version": story.version}


def _odd(each: Odd) -> dict[str, Any]:
    odds = {
        when: {"count": odds.count, "runs": odds.runs, "share": odds.share, "low": odds.low, "high": odds.high}
        for when, odds in (("before", each.before), ("now", each.now))
    }
    return {"ending": each.ending, **odds, "moved": each.is_moved}


def _lines(found: Comparison) -> Iterator[str]:
    yield f"{found.old.title} {found.old.version}, and {found.new.title} {found.new.version}"
    for group, heading in {"story": "The story", **GROUPS}.items():
        changes = [each for each in found.changes if each.group == group]
        if changes:
            yield from ("", heading)
            for each in changes:
                yield from _change(each, "  ")
    yield ""
    if found.endings:
        yield from _odds(found)
    elif not found.is_same:
        yield "Both play alike, so the odds of the endings are the same."
    if found.words[0] != found.words[1]:
        yield f"Words in all texts: {found.words[0]:,}, now {found.words[1]:,}."
    yield _counted(found)


def _change(change: Change, indent: str) -> Iterator[str]:
    name = change.id.rpartition(".")[2] if change.group == "choices" else change.id
    was = f", which was {change.was}" if change.was else ""
    title = f": {change.title}" if change.title else ""
    yield _cut(f"{indent}{SIGNS[change.how]} {name}{was}{title}")
    for part in change.parts:
        yield from _part(part, indent + "    ")
    for each in change.choices:
        yield from _change(each, indent + "    ")


def _part(part: Part, indent: str) -> Iterator[str]:
    before, now = part.before, part.now
    if len(before) <= 1 and len(now) <= 1 and all(len(line) <= SHORT for line in (*before, *now)):
        yield f"{indent}{part.what}: {''.join(before) or 'none'} -> {''.join(now) or 'none'}"
        return
    yield f"{indent}{part.what}"
    for action, first, last, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if action == "equal":
            continue
        gone, come = before[first:last], now[start:end]
        same = _same(gone, come)
        yield from (f"{indent}  - {_around(line, same, indent)}" for line in gone)
        yield from (f"{indent}  + {_around(line, same, indent)}" for line in come)


def _same(gone: Sequence[str], come: Sequence[str]) -> int:
    """How many signs a line and the one in its place begin with alike."""
    if not len(gone) == len(come) == 1:
        return 0
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(gone[0], come[0], strict=False))
    return sum(1 for _ in pairs)


def _around(line: str, same: int, indent: str) -> str:
    """A long line from a little before the place where it differs."""
    room = WIDTH - len(indent) - 4
    if len(line) <= room or same < room // 2:
        return _cut(line, room)
    start = line.rfind(" ", 0, max(same - 20, 1)) + 1
    return _cut(f"... {line[start:]}", room)


def _cut(line: str, room: int = WIDTH) -> str:
    line = " ".join(line.split()) if not line.startswith(" ") else line.replace("\n", " ")
    return line if len(line) <= room else f"{line[: room - 4].rstrip()} ..."


def _odds(found: Comparison) -> Iterator[str]:
    yield f"{f'Endings of {found.runs:,} random runs of each':{LABEL}}{'before':>9}{'now':>9}"
    for each in found.endings:
        title = each.title if len(each.title) < LABEL - 3 else f"{each.title[: LABEL - 7]} ..."
        sign = "  moved" if each.is_moved else ""
        yield f"  {title:{LABEL - 2}}{each.before.share:>9.1%}{each.now.share:>9.1%}{sign}"
    if not any(each.is_moved for each in found.endings):
        yield "  None has moved further than chance explains."
    yield ""


def _counted(found: Comparison) -> str:
    if found.is_same:
        return "A player would notice nothing."
    inner = sum(len(each.choices) for each in found.changes)
    own = sum(bool(each.parts) or not each.choices for each in found.changes)
    many = own + inner
    return f"{many} change{'' if many == 1 else 's'}."
