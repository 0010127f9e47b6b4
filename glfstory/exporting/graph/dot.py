"""A plan in the language of Graphviz."""

from collections.abc import Iterator

from glfstory.exporting.graph.plan import Arrow, Box, Part, Plan

LOOKS = {
    "season": 'shape=plaintext, fontsize=16, fontname="Helvetica-Bold"',
    "scene": "shape=box",
    "storylet": 'shape=box, style="rounded,dashed"',
    "led": 'shape=box, style="rounded"',
    "draw": "shape=hexagon",
    "asked": "shape=hexagon",
    "ending": "shape=box, peripheries=2",
    "coda": 'shape=box, peripheries=2, style="dashed"',
}
ARROWS = {
    "next": "weight=20, penwidth=2",
    "way": "weight=4",
    "drawn": "style=dashed, arrowhead=none",
    "go": "color=gray30, fontcolor=gray30",
}
COLUMN = 5
"""Storylets below each other."""


def as_dot(plan: Plan) -> str:
    """A row for each season; `dot` draws it."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield f"digraph {_quoted(plan.title)} {{"
    yield '  graph [ranksep=0.5, nodesep=0.35, fontname="Helvetica"];'
    yield '  node [fontname="Helvetica", fontsize=11, margin="0.15,0.08"];'
    yield '  edge [fontname="Helvetica", fontsize=9];'
    for part in plan.parts:
        yield from (f"  {line}" for line in _part(part))
    yield from (f"  {_box(each)}" for each in plan.endings)
    yield from (f"  {_arrow(each)}" for each in plan.arrows if _is_drawn(plan, each))
    yield from (f"  {line}" for line in _held_together(plan))
    yield "}"


def _part(part: Part) -> Iterator[str]:
    yield from (f"{_box(each)}" for each in (*part.way, *part.drawn, *part.led))
    yield f"{{ rank=same; {'; '.join(_quoted(each.id) for each in part.way)} }}"
    for first in range(0, len(part.drawn), COLUMN):
        column = [_quoted(each.id) for each in part.drawn[first : first + COLUMN]]
        if len(column) > 1:
            yield f"{' -> '.join(column)} [style=dashed, arrowhead=none, weight=8];"


def _is_drawn(plan: Plan, arrow: Arrow) -> bool:
    """Only the first of each column of storylets hangs on the draw itself."""
    heads = {box.id for part in plan.parts for box in part.drawn[::COLUMN]}
    return arrow.kind != "drawn" or arrow.end in heads


def _held_together(plan: Plan) -> Iterator[str]:
    """Seasons stand below each other, whatever they hold."""
    for before, after in zip(plan.parts, plan.parts[1:], strict=False):
        lowest = (before.drawn[:COLUMN] or before.way)[-1]
        yield f"{_quoted(lowest.id)} -> {_quoted(after.way[0].id)} [style=invis];"


def _box(box: Box) -> str:
    words = "\\n".join(_escaped(line) for line in (box.title, *box.notes))
    return f'{_quoted(box.id)} [label="{words}", {LOOKS[box.kind]}];'


def _arrow(arrow: Arrow) -> str:
    words = f'label="{_escaped(arrow.words)}", ' if arrow.words else ""
    return f"{_quoted(arrow.start)} -> {_quoted(arrow.end)} [{words}{ARROWS[arrow.kind]}];"


def _quoted(words: str) -> str:
    return f'"{_escaped(words)}"'


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
