"""A plan in the language of Mermaid, which many sites and editors draw from Markdown."""

from collections.abc import Iterator, Mapping

from glfstory.exporting.graph.plan import Arrow, Box, Part, Plan

SHAPES = {
    "season": ("[[", "]]"),
    "scene": ("[", "]"),
    "storylet": ("(", ")"),
    "led": ("([", "])"),
    "draw": ("{{", "}}"),
    "asked": ("{{", "}}"),
    "ending": ("[[", "]]"),
    "coda": ("[[", "]]"),
}
ARROWS = {"next": "==>", "way": "-->", "drawn": "-.-", "go": "-->"}
MOST_SIGNS, MOST_ARROWS = 50_000, 500
"""What Mermaid draws at most, unless it is told otherwise."""


def as_mermaid(plan: Plan) -> str:
    """A frame for each season, from top to bottom."""
    return "\n".join(_lines(plan)) + "\n"


def is_too_large(plan: Plan) -> bool:
    """Whether Mermaid, as it stands on most sites, would refuse to draw it."""
    return len(as_mermaid(plan)) > MOST_SIGNS or len(plan.arrows) > MOST_ARROWS


def _lines(plan: Plan) -> Iterator[str]:
    boxes = [each for part in plan.parts for each in (*part.way, *part.drawn, *part.led)] + plan.endings
    names = {box.id: f"n{number}" for number, box in enumerate(boxes, 1)}
    yield "flowchart TB"
    for number, part in enumerate(plan.parts, 1):
        yield f'  subgraph s{number} ["{_escaped(part.title)}"]'
        yield from (f"    {line}" for line in _part(part, names))
        yield "  end"
    yield from (f"  {_box(each, names)}" for each in plan.endings)
    frames = {part.way[0].id: f"s{number}" for number, part in enumerate(plan.parts, 1)}
    for each in plan.arrows:
        yield f"  {_arrow(each, names if each.kind != 'next' else names | frames)}"
    for kind, look in (
        ("storylet", "stroke-dasharray: 4 3"),
        ("ending", "stroke-width: 3px"),
        ("coda", "stroke-width: 3px"),
    ):
        members = [names[box.id] for box in boxes if box.kind == kind]
        if members:
            yield f"  classDef {kind} {look}"
            yield f"  class {','.join(members)} {kind}"


def _part(part: Part, names: Mapping[str, str]) -> Iterator[str]:
    yield "direction LR"
    yield from (_box(each, names) for each in (*part.way, *part.drawn, *part.led))


def _box(box: Box, names: Mapping[str, str]) -> str:
    opened, closed = SHAPES[box.kind]
    words = "<br>".join([f"<b>{_escaped(box.title)}</b>", *map(_escaped, box.notes)])
    return f'{names[box.id]}{opened}"{words}"{closed}'


def _arrow(arrow: Arrow, names: dict[str, str]) -> str:
    words = f'|"{_escaped(arrow.words)}"|' if arrow.words else ""
    return f"{names[arrow.start]} {ARROWS[arrow.kind]}{words} {names[arrow.end]}"


def _escaped(words: str) -> str:
    """Mermaid's own way to write signs that would mean something to it."""
    made = words.replace("#", "#35;").replace("&", "#amp;").replace('"', "#quot;")
    return made.replace("<", "#lt;").replace(">", "#gt;").replace("`", "#96;").replace("\\", "#92;")
