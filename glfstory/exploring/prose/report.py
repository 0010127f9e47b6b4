"""What a story consists of, as text and as JSON."""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from typing import Any

from glfstory.exploring.playtest.group import Spread
from glfstory.exploring.prose.census import Census, FileRow
from glfstory.exploring.prose.passages import CALLED, Key
from glfstory.exploring.prose.roads import SECONDS_A_DECISION, WORDS_A_MINUTE, Roads

WIDTH, LABEL = 80, 44
ASSUMED = (
    f"Minutes are at {WORDS_A_MINUTE} words a minute and {SECONDS_A_DECISION} seconds a decision. Grade is "
    "Flesch-Kincaid, in years of American school, of all sentences but choices. Words of a story and of a file count "
    "every version of a text, words of a road what is shown on it; titles and the archive are left out."
)
"""What the numbers rest on."""


def as_text(found: Census, roads: Sequence[Roads], paths: Mapping[Key, str]) -> str:
    """The tables."""
    lines = [f"{found.story.title} {found.story.version}", "", *_parts(found), "", *_words(found)]
    for each in roads:
        lines += ["", *_road(each)]
    lines += ["", *_files([*found.files(paths), found.whole()]), "", *textwrap.wrap(ASSUMED, WIDTH)]
    return "\n".join(lines)


def _parts(found: Census) -> Iterator[str]:
    led_to = found.scenes - found.fixed - found.storylets
    yield f"{'Scenes':{LABEL}}{found.scenes:>9,}"
    yield f"{'  fixed, storylets, led to by a choice':{LABEL}}{found.fixed:>9,}{found.storylets:>9,}{led_to:>9,}"
    yield f"{'Choices':{LABEL}}{found.choices:>9,}"
    yield f"{'Endings, and codas':{LABEL}}{found.endings:>9,}{found.codas:>9,}"
    yield f"{'Facts met on the way, of all':{LABEL}}{found.facts:>9,}{len(found.story.facts):>9,}"
    yield f"{'Terms met on the way, of all':{LABEL}}{found.terms:>9,}{len(found.story.glossary):>9,}"


def _words(found: Census) -> Iterator[str]:
    yield f"{'Words':{LABEL}}{found.words:>9,}"
    for kind, words in found.by_kind.items():
        if words:
            yield f"  {CALLED[kind]:{LABEL - 2}}{words:>9,}"


def _road(each: Roads) -> Iterator[str]:
    few = [f"{player} {many:,}" for player, many in each.runs.items()]
    short = f"; without {each.short:,} that end early" if each.short else ""
    head = f"A road{f', {each.length}' if each.length else ''}"
    yield f"{head:{LABEL}}{'fewest':>9}{'half':>9}{'most':>9}"
    for says, values in (
        ("decisions", each.decisions),
        ("scenes", each.scenes),
        ("words", each.words),
        ("minutes", each.minutes),
    ):
        yield f"  {says:{LABEL - 2}}{_whole(values.fewest)}{_whole(values.half)}{_whole(values.most)}"
    yield from textwrap.wrap(f"Runs: {', '.join(few)}{short}.", WIDTH, initial_indent="  ", subsequent_indent="  ")


def _files(rows: Sequence[FileRow]) -> Iterator[str]:
    yield f"{'File':{LABEL}}{'scenes':>9}{'choices':>9}{'words':>9}{'grade':>8}"
    for row in rows:
        name = row.path or "all of them"
        grade = "" if isnan(row.grade) else f"{row.grade:.1f}"
        if len(name) > LABEL - 3:
            yield f"  {name}"
            name = ""
        yield f"  {name:{LABEL - 2}}{row.scenes:>9,}{row.choices:>9,}{row.words:>9,}{grade:>8}".rstrip()


def _whole(value: float) -> str:
    return f"{'':>9}" if isnan(value) else f"{value:>9,.0f}"


def as_data(found: Census, roads: Sequence[Roads], paths: Mapping[Key, str]) -> str:
    """The same as JSON; docs/reports.md tells what stands where."""
    told: dict[str, Any] = {
        "stats": 1,
        "story": found.story.id,
        "version": found.story.version,
        "words": {"all": found.words, **found.by_kind},
        "scenes": {"all": found.scenes, "fixed": found.fixed, "storylets": found.storylets},
        "choices": found.choices,
        "endings": found.endings,
        "codas": found.codas,
        "facts": {"all": len(found.story.facts), "met": found.facts},
        "terms": {"all": len(found.story.glossary), "met": found.terms},
        "assumed": {"words_a_minute": WORDS_A_MINUTE, "seconds_a_decision": SECONDS_A_DECISION},
        "roads": [
            {
                "length": each.length,
                "runs": dict(each.runs),
                "cut_short": each.short,
                "decisions": _spread(each.decisions),
                "scenes": _spread(each.scenes),
                "words": _spread(each.words),
                "minutes": _spread(each.minutes),
            }
            for each in roads
        ],
        "files": [_file(row) for row in found.files(paths)],
        "grade": _number(found.whole().grade),
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _file(row: FileRow) -> dict[str, Any]:
    counts = {"scenes": row.scenes, "choices": row.choices, "words": row.words}
    return {"path": row.path, **counts, "grade": _number(row.grade)}


def _spread(values: Spread) -> dict[str, Any]:
    return {"fewest": _number(values.fewest), "half": _number(values.half), "most": _number(values.most)}


def _number(value: float) -> float | None:
    return None if isnan(value) else round(value, 2)
