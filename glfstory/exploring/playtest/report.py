"""A playtest as text."""

import textwrap
from collections.abc import Iterator, Sequence

from glfstory.engine.stage import Stage
from glfstory.exploring.playtest.charts import charts
from glfstory.exploring.playtest.group import Group, Spread
from glfstory.exploring.playtest.listing import (
    LABEL,
    MOST,
    WIDTH,
    counted,
    coverage,
    failures,
    found_by_the_hunt,
    percent,
    rarest,
)
from glfstory.exploring.playtest.odds import Moved
from glfstory.exploring.playtest.result import Playtest


def as_text(found: Playtest, stage: Stage, shifted: Sequence[Moved] | None = None) -> str:
    """All of it; `shifted` is what has moved since an earlier playtest, where it was held against one."""
    length = f", length {found.length}" if found.length else ""
    hunted = f", and {len(found.hunted):,} hunting for what they did not see" if found.hunted else ""
    runs = len(found.groups[0].trips) if found.groups else 0
    head = f"{found.story.title}: {counted(runs, 'run')} a player{hunted}. Seed {found.seed}{length}."
    lines = textwrap.wrap(head, WIDTH)
    for group in found.groups:
        lines += ["", *_group(found, group)]
    for group in found.groups[:1]:
        if found.story.meters:
            lines += ["", f"Meters at the close of each season ({group.player}): 5, 50 and 95 of 100 runs are below"]
            lines += charts(found.story, group)
    lines += [*_clamps(found), *coverage(found), *found_by_the_hunt(found, stage), *rarest(found, stage)]
    lines += failures(found, stage)
    lines += _moved(shifted) if shifted is not None else []
    return "\n".join([*lines, "", _sum(found, shifted)])


def _group(found: Playtest, group: Group) -> Iterator[str]:
    yield f"{f'Player: {group.player}':{LABEL}}{'runs':>9}{'odds':>9}   95 times in 100"
    for ending, odds in group.endings.items():
        title = found.story.endings[ending].title[: LABEL - 3]
        interval = f"{percent(odds.low)} to {percent(odds.high)}"
        yield f"  {title:{LABEL - 2}}{odds.count:>9,}{percent(odds.share):>9}   {interval}"
    never = [each.title for each in found.story.endings.values() if not each.coda and each.id not in group.endings]
    if never:
        yield from textwrap.wrap(f"Never: {'; '.join(never)}.", WIDTH, initial_indent="  ", subsequent_indent="    ")
    if not group.whole:
        return
    short = len(group.trips) - len(group.whole)
    label = f"  A road{f', without {short:,} cut short' if short else ''}"
    yield f"{label:{LABEL}}{'fewest':>9}{'half':>9}{'most':>9}"
    yield _row("decisions", group.decisions)
    yield _row("scenes", group.scenes)
    yield _row("words", group.words)


def _row(says: str, values: Spread) -> str:
    return f"    {says:{LABEL - 4}}{values.fewest:>9,.0f}{values.half:>9,.0f}{values.most:>9,.0f}"


def _clamps(found: Playtest) -> Iterator[str]:
    totals = [(place, count) for place, count in found.clamps.items() if not place.cause]
    totals.sort(key=lambda row: (-row[1].runs, row[0].variable, row[0].end))
    runs = max(1, len(found.trips))
    if totals:
        yield from ("", f"{'Held at the end of a range':{LABEL}}{'runs':>9}{'times':>9}{'over by':>9}")
    for total, count in totals[:MOST]:
        variable = found.story.variables[total.variable]
        end = variable.low if total.end == "low" else variable.high
        says = f"{total.variable} at {end:,g}"
        yield f"  {says:{LABEL - 2}}{percent(count.runs / runs):>9}{count.times:>9,}{count.farthest:>9,.4g}"
        own = [row for row in found.clamps.items() if (row[0].variable, row[0].end) == (total.variable, total.end)]
        where, often = max((row for row in own if row[0].cause), key=lambda row: row[1].times, default=(total, count))
        yield f"    most by {where.cause} in {where.season}, {counted(often.times, 'time')}"
    if len(totals) > MOST:
        yield f"  and {len(totals) - MOST} more; --json lists all."


def _moved(rows: Sequence[Moved]) -> Iterator[str]:
    if rows:
        yield from ("", f"{'Endings that have moved':{LABEL}}{'before':>9}{'now':>9}")
    for each in rows:
        says = f"{each.ending} ({each.player})"
        yield f"  {says:{LABEL - 2}}{percent(each.before.share):>9}{percent(each.now.share):>9}"


def _sum(found: Playtest, shifted: Sequence[Moved] | None) -> str:
    parts = []
    parts += [f"{counted(len(found.unseen), 'thing')} seen by nobody"] if found.unseen else []
    parts += [counted(len(found.failures), "failure")] if found.failures else []
    parts += [f"{counted(len(shifted), 'ending')} moved"] if shifted else []
    told = ", ".join(parts) or "Everything was seen and nothing failed"
    stood = "; no ending has moved" if shifted is not None and not shifted else ""
    return f"{told}{stood}."
