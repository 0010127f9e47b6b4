"""Takes what was told wrong out of a value, so that the rest of it can be read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from glfstory.reading.nodes import Node, Row, Scalar, StandIn, Table, scalar, stand_in
from glfstory.reading.shapes.base import must_have


@dataclass(frozen=True, slots=True)
class Step:
    """A value on the way to a mistake."""

    above: Scalar
    """The key that it stands under."""
    node: Node
    container: Table | Row | None = None
    """What it stands in; None for the value that is compared."""
    key: Scalar | None = None
    """Its key, in a table."""


def steps_to(holder: Scalar, node: Node, loc: Sequence[int | str]) -> list[Step]:
    """The way to a location in a value, as far as it is there; a key that is itself wrong is the last step."""
    way = [Step(holder, node)]
    for position, step in enumerate(loc):
        last = way[-1]
        if isinstance(last.node, Table) and step in last.node:
            key = last.node.key(str(step))
            if list(loc[position + 1 : position + 2]) == ["[key]"]:
                return [*way, Step(key, key, last.node, key)]
            way.append(Step(key, last.node[key], last.node, key))
        elif isinstance(last.node, Row) and isinstance(step, int):
            way.append(Step(last.above, last.node[step], last.node))
    return way


def take_out(way: Sequence[Step]) -> bool:
    """Takes the value at the end of a way out of what holds it; False where nothing holds it.

    What is needed there gets a stand-in, and where that cannot stand either, the whole around it goes.
    """
    last = way[-1]
    if last.container is None:
        return False
    if isinstance(last.container, Row):
        last.container[:] = [item for item in last.container if item is not last.node]
        last.container.is_whole = False
    elif last.key is last.node:
        right = re.sub(r"[^a-z0-9_]+", "-", last.key.lower()).strip("-_")
        rename(last.container, last.key, stand_in(last.key.place, right or last.key))
        return True
    elif last.key is not None and last.key in last.container:
        if must_have(last.container, last.key):
            following = _next(last.node)
            if following is None:
                return take_out(way[:-1])
            last.container[last.key] = following
        else:
            del last.container[last.key]
    _mark(way)
    return True


def add(table: Table, key: str, above: Scalar) -> None:
    """Gives a table the key that it lacks."""
    made = scalar(key, above.source, above.start, above.end)
    table[made] = stand_in(above.place)
    table.lost[made] = made


def rename(table: Table, key: Scalar, name: str) -> None:
    """Puts another key in the place of one."""
    new = name if isinstance(name, Scalar) else scalar(name, key.source, key.start, key.end, key.style)
    items = [(new if each == key else each, node) for each, node in table.items()]
    table.clear()
    table.update(items)


def _next(node: Node) -> Node | None:
    """What can be tried in place of a value: a text, then a list, then a table."""
    if isinstance(node, StandIn):
        return Row([], node.place, stands_in=True)
    if not node_stands_in(node):
        return stand_in(node.place)
    return Table(node.place, stands_in=True) if isinstance(node, Row) else None


def node_stands_in(node: Node) -> bool:
    """Whether a value was put there for one that is missing or wrong."""
    return isinstance(node, StandIn) or (isinstance(node, Row | Table) and node.stands_in)


def _mark(way: Sequence[Step]) -> None:
    """Marks under which key of the nearest table of known keys something was lost, and under which id on the way."""
    for step in reversed(way):
        if isinstance(step.container, Table) and step.key is not None:
            step.container.lost[step.key] = step.key
            if step.container.shape is not None:
                return
