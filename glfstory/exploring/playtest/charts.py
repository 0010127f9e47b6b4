"""Meters season by season as small charts of plain signs."""

from collections.abc import Iterator, Sequence

from glfstory.engine.story import Story, Variable
from glfstory.exploring.playtest.group import Group, Spread

BAR, LABEL, NUMBER = 30, 18, 8
"""Columns."""


def charts(story: Story, group: Group) -> Iterator[str]:
    """A chart for each meter of the story."""
    for place, name in enumerate(story.meters):
        yield ""
        yield from _chart(story, story.variables[name], group.meter(place, len(story.meters)))


def _chart(story: Story, variable: Variable, rows: Sequence[Spread]) -> Iterator[str]:
    low, high = variable.low, variable.high
    if high <= low:
        low, high = min((row.fewest for row in rows), default=0), max((row.most for row in rows), default=1)
    title = f"{variable.id.replace('_', ' ')}{', ' + variable.unit if variable.unit else ''}"
    ends = f"{_short(low)}{_short(high):>{BAR - len(_short(low))}}"
    yield f"{title:{LABEL}}{'5 %':>{NUMBER}}{'half':>{NUMBER}}{'95 %':>{NUMBER}}   {ends}"
    for season, row in zip(story.seasons, rows, strict=False):
        numbers = "".join(f"{_short(value):>{NUMBER}}" for value in (row.fewest, row.half, row.most))
        yield f"  {season.title[: LABEL - 3]:{LABEL - 2}}{numbers}   {_bar(row, low, high)}".rstrip()


def _bar(row: Spread, low: float, high: float) -> str:
    """`--O---`: from the fifth of a hundred runs to the ninety-fifth, with the middle one."""

    def at(value: float) -> int:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(min(max(share, 0), 1) * (BAR - 1))

    first, middle, last = at(row.fewest), at(row.half), at(row.most)
    line = [" "] * first + ["-"] * (last - first + 1)
    line[middle] = "O"
    return "".join(line)


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 10 or value == round(value) else f"{value:.1f}"
