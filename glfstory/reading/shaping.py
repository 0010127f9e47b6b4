"""Compares values with the shape they should have; tells each mistake once, at its place, and reads the rest."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from glfstory.reading.findings import Findings
from glfstory.reading.meaning import meant_key
from glfstory.reading.mending import Step, add, node_stands_in, rename, steps_to, take_out
from glfstory.reading.nodes import Node, Place, Row, Scalar, StandIn, Table
from glfstory.reading.shapes.base import form, keys_of

EXPECTED = {"list_type": "a list", "dict_type": "keys with values", "model_type": "keys with values"}
MOST = 40
"""How often a value is mended and compared again."""


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def shaped(kind: Any, holder: Scalar, node: Node, findings: Findings) -> Any | None:
    """The value in the shape of `kind`, as far as it is right; None where nothing is left of it.

    `holder` is the key that it stands under. Tables are mended in place: a key that is clearly another one is taken for
    that, what is wrong is left out, and what is needed gets a stand-in.
    """
    for _ in range(MOST):
        if isinstance(node, StandIn):
            return None
        try:
            return _adapter(kind).validate_python(node)
        except ValidationError as error:
            if not _mend(error, holder, node, findings):
                return None
    return None


def _mend(error: ValidationError, holder: Scalar, node: Node, findings: Findings) -> bool:
    """Tells and mends what is wrong; whether anything is left to compare."""
    mistakes = error.errors(include_url=False, include_input=False)
    ways = [(mistake, steps_to(holder, node, mistake["loc"])) for mistake in mistakes]
    meant: set[tuple[int, str]] = set()
    for mistake, way in ways:
        if mistake["type"] == "extra_forbidden":
            meant.add((id(way[-1].container), _unknown_key(way, findings)))
    for mistake, way in ways:
        last = way[-1]
        if mistake["type"] == "missing" and isinstance(last.node, Table):
            name = str(mistake["loc"][-1])
            if (id(last.node), name) not in meant and not last.node.stands_in:
                findings.add("E102-missing-key", _holder(way), f"`{name}` is missing here", f"add {name}: ...")
            if name not in last.node:
                add(last.node, name, last.above)
        elif mistake["type"] != "extra_forbidden":
            if not _is_echo(last.node, mistake["type"]):
                _wrong_value(last.above, last.node, mistake, findings)
            if not take_out(way):
                return False
    return True


def _holder(way: list[Step]) -> Place:
    """Where a key is missing: the key above, or in a list the first key."""
    last = way[-1]
    if isinstance(last.container, Row) and isinstance(last.node, Table) and last.node:
        return next(iter(last.node)).place
    return last.above.place


def _is_echo(node: Node, kind: str) -> bool:
    """Whether this is only wrong because of what was taken out."""
    if node_stands_in(node):
        return True
    has_lost = not node.is_whole if isinstance(node, Row) else isinstance(node, Table) and bool(node.lost)
    return kind == "too_short" and has_lost


def _unknown_key(way: list[Step], findings: Findings) -> str:
    """Tells it, and gives the key that was probably meant; it is taken for that where this is clear."""
    table, key = way[-1].container, way[-1].key
    if not isinstance(table, Table) or key is None:
        return ""
    if isinstance(key, StandIn):
        del table[key]
        return ""
    known = keys_of(table)
    left = [each for each in known if each not in table]
    meant, is_clear = ("", False) if findings.is_full else meant_key(key, left)
    there, is_there = ("", False) if meant or findings.is_full else meant_key(key, known)
    fix = f"did you mean {meant!r}?" if meant else f"possible here: {', '.join(left or known)}"
    fix = f"{there!r} already stands here; delete one of them" if is_there else fix
    findings.add("E101-unknown-key", key.place, f"there is no key {str(key)!r} in {str(way[-2].above)!r}", fix)
    if is_clear:
        rename(table, key, meant)
    else:
        findings.lose(Place(key.source, key.start, table.pop(key).place.end))
        if meant:
            table.lost[key] = key
    return meant


def _wrong_value(above: Scalar, at: Node, mistake: Any, findings: Findings) -> None:
    kind, place = mistake["type"], at.place
    nothing = isinstance(at, Scalar) and at.is_nothing
    if kind == "finding":
        told = mistake["ctx"]
        if nothing:
            findings.add("E111-empty", above.place, f"nothing stands behind `{above}:`", "write it, or delete the key")
        else:
            findings.add(told["code"], place, told["says"], told["fix"])
    elif nothing:
        findings.add("E111-empty", above.place, f"nothing stands behind `{above}:`", "write it, or delete the key")
    elif kind in EXPECTED:
        says = f"{EXPECTED[kind]} should stand here, not {form(at)}"
        fix = (
            "write one item a line, each behind '- '"
            if kind == "list_type"
            else "write each on its own line as key: value"
        )
        findings.add("E103-wrong-form", _start(at, above), says, fix)
    elif kind in ("too_short", "too_long"):
        says = f"{mistake['ctx'].get('actual_length', 0)} items stand here"
        bound = mistake["ctx"].get("min_length") or mistake["ctx"].get("max_length")
        findings.add("E103-wrong-form", place, says, f"{'at least' if kind == 'too_short' else 'at most'} {bound}")
    else:
        findings.add("E103-wrong-form", place, mistake["msg"])


def _start(at: Node, above: Scalar) -> Place:
    """A long value is told at its key."""
    return at.place if isinstance(at, Scalar) or (isinstance(at, Row | Table) and at.flow) else above.place
