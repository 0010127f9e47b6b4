"""Adds what a pack says under `extend` to the end of what the base has."""

from collections.abc import Mapping

from glfstory.reading.findings import Findings
from glfstory.reading.meaning import meant_key
from glfstory.reading.nodes import Node, Row, Scalar, StandIn, Table, scalar
from glfstory.reading.shapes.scenes import EXTENSIBLE


def extend(nodes: Mapping[str, Mapping[str, Node]], name: Scalar, addition: Node, findings: Findings) -> None:
    """Extends the scene, household or season of that id."""
    groups = [group for group in EXTENSIBLE if name in nodes[group]]
    if len(groups) != 1:
        if groups:
            says = f"{str(name)!r} is the id of several things: {', '.join(groups)}"
            findings.add("E406-extend", name, says, "rename one of them")
        else:
            says = f"there is no scene, household or season {str(name)!r} to extend"
            every = [each for group in EXTENSIBLE for each in nodes[group]]
            findings.unknown("E402-unknown-id", name, says, name, every)
        return
    base, known = nodes[groups[0]][name], EXTENSIBLE[groups[0]]
    if isinstance(addition, StandIn):
        return
    if not isinstance(addition, Table) or not isinstance(base, Table):
        if isinstance(base, Table):
            findings.add("E103-wrong-form", name, "keys with values should stand here", "write what to add below it")
        return
    for key, node in addition.items():
        meant, is_clear = (key, True) if key in known else meant_key(key, known)
        if key not in known:
            fix = f"did you mean {meant!r}?" if meant else f"possible here: {', '.join(known)}"
            findings.add("E406-extend", key, f"{str(key)!r} cannot be extended", fix)
        if is_clear and not isinstance(node, StandIn):
            _add(base, scalar(meant, key.source, key.start, key.end), node, findings)


def _add(base: Table, key: Scalar, node: Node, findings: Findings) -> None:
    first = base.get(key)
    if first is None:
        base[key] = node
    elif isinstance(first, Table) and isinstance(node, Table) and key in ("choices", "members"):
        _add_entries(first, node, findings)
    elif key in ("choices", "members"):
        findings.add("E103-wrong-form", key, "keys with values should stand here", "write one id a line")
    else:
        base[key] = Row([*_items(first), *_items(node)], node.place)


def _add_entries(first: Table, more: Table, findings: Findings) -> None:
    for name, node in more.items():
        if name in first:
            place = first.key(name).place
            line, _ = place.source.line_and_column(place.start)
            says = f"{str(name)!r} already stands in {place.source.path}:{line}; a pack replaces nothing"
            findings.add("E401-repeated-id", name, says, "choose another id")
        else:
            first[name] = node


def _items(node: Node) -> list[Node]:
    return list(node) if isinstance(node, Row) else [node]
