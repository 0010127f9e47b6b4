"""A calibration as text and as data."""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from typing import Any

from glfstory.engine.story import Measure, Relation, Story
from glfstory.exploring.calibration import Calibration, Moved, Row
from glfstory.exploring.sampling import road_of

WIDTH = 80
LABEL = 42
MET = {True: "yes", False: "NO"}


class Notes:
    """What measures and relations rest on, numbered as they come."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.texts: list[str] = []

    def number(self, each: Measure | Relation) -> str:
        """`[3]`, or nothing where nothing is named."""
        parts = [f"{self.story.facts[name].title or name} ({name})." for name in each.facts]
        text = " ".join([*parts, each.assumed]).strip()
        if not text:
            return ""
        if text not in self.texts:
            self.texts.append(text)
        return f"[{self.texts.index(text) + 1}]"

    def lines(self) -> Iterator[str]:
        """All of them, below each other."""
        for number, text in enumerate(self.texts, 1):
            yield from textwrap.wrap(f"[{number}] {text}", WIDTH, subsequent_indent="    ")


def as_text(story: Story, found: Calibration, constants: Mapping[str, float]) -> str:
    """The tables, with deviation, what is asked and where the record's number comes from."""
    changed = "".join(f"; {name} = {value:g}" for name, value in constants.items())
    notes, lines = Notes(story), [f"{story.title}: {found.runs:,} runs a row{changed}."]
    for heading in dict.fromkeys(row.measure.heading for row in found.rows):
        lines += ["", *_table(heading, [row for row in found.rows if row.measure.heading == heading], notes)]
    if found.held:
        lines += ["", "What must hold"]
        for each in found.held:
            text = f"{MET[each.holds]:<4}{each.relation.says} {notes.number(each.relation)}".rstrip()
            lines += textwrap.wrap(text, WIDTH, subsequent_indent="    ")
    lines += ["", *notes.lines(), "", _sum(found)]
    return "\n".join(lines)


def _table(heading: str, rows: Sequence[Row], notes: Notes) -> Iterator[str]:
    yield from textwrap.wrap(heading, WIDTH)
    asked = any(row.measure.is_asked for row in rows)
    head = f"{'record':>9}{'off':>7}  asked" if asked else ""
    yield f"{'':{LABEL}}{'model':>7}{head}"
    for row in rows:
        measure = row.measure
        met = MET[row.holds] if measure.is_asked else ""
        first, *more = textwrap.wrap(measure.says, LABEL - 5, subsequent_indent="  ")
        yield f"{met:<4}{first:{LABEL - 4}}{_numbers(row, notes)}".rstrip()
        yield from (f"    {line}" for line in more)


def _numbers(row: Row, notes: Notes) -> str:
    measure, told = row.measure, f"{row.value:7.1f}"
    if not measure.is_asked:
        return told
    record = f"{measure.record:g}" if measure.record is not None else ""
    off = f"{row.value - measure.record:+.1f}" if measure.record is not None else ""
    return f"{told}{record:>9}{off:>7}  {_asked(measure)} {notes.number(measure)}"


def _asked(measure: Measure) -> str:
    if measure.record is not None and measure.low is not None and measure.high is not None:
        return f"±{(measure.high - measure.low) / 2:g}"
    return f"{measure.low:g} to {measure.high:g}"


def _sum(found: Calibration) -> str:
    asked = [row for row in found.rows if row.measure.is_asked]
    met, held = sum(row.holds for row in asked), sum(each.holds for each in found.held)
    return f"{met} of {len(asked)} numbers and {held} of {len(found.held)} relations are as asked."


def as_data(found: Calibration, constants: Mapping[str, float]) -> str:
    """The same as JSON."""
    rows = [
        {
            "id": row.measure.id,
            "says": row.measure.says,
            "heading": row.measure.heading,
            "unit": row.measure.unit,
            "runs": road_of(row.measure).runs(found.runs),
            "policy": row.measure.policy,
            "options": dict(row.measure.under),
            "set": dict(row.measure.changed),
            "model": None if isnan(row.value) else row.value,
            "record": row.measure.record,
            "low": row.measure.low,
            "high": row.measure.high,
            "met": row.holds,
            "facts": list(row.measure.facts),
            "assumed": row.measure.assumed,
        }
        for row in found.rows
    ]
    held = [{"id": each.relation.id, "says": each.relation.says, "holds": each.holds} for each in found.held]
    return _json({"runs": found.runs, "set": dict(constants), "met": found.is_met, "rows": rows, "relations": held})


def sensitivity_as_text(story: Story, rows: Sequence[Moved], runs: int) -> str:
    """What moves most with each constant, and whether any ranking turns."""
    base, *moved = rows
    lines = [f"{story.title}: each constant at both ends of its range, {runs:,} runs a row."]
    lines += ["As it stands: " + ", ".join(f"{name} {value:.1f}" for name, value in base.values.items()) + ".", ""]
    lines.append(f"{'constant':24}{'at':>10}  {'moves most':28}{'from':>7}{'to':>7}")
    for each in moved:
        name = max(each.values, key=lambda name: abs(each.values[name] - base.values[name]))
        turned = f"  TURNS {', '.join(each.broken)}" if each.broken else ""
        numbers = f"{base.values[name]:7.1f}{each.values[name]:7.1f}"
        lines.append(f"{each.constant:24}{each.to:>10g}  {name:28}{numbers}{turned}")
    broken = [each for each in moved if each.broken]
    says = (
        f"{len(broken)} of {len(moved)} turn a ranking." if broken else "No constant inside its range turns a ranking."
    )
    return "\n".join([*lines, "", says])


def sensitivity_as_data(rows: Sequence[Moved], runs: int) -> str:
    """The same as JSON."""
    base, *moved = rows
    told = [
        {"constant": each.constant, "to": each.to, "values": dict(each.values), "broken": list(each.broken)}
        for each in moved
    ]
    return _json({"runs": runs, "base": dict(base.values), "broken": list(base.broken), "moved": told})


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
