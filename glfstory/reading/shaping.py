"""Compares values with the shape they should have, and tells what differs, each mistake once and at its place."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from glfstory.reading.findings import Findings
from glfstory.reading.nodes import Node, Place, Row, Scalar, Table
from glfstory.reading.shapes.base import form

EXPECTED = {"list_type": "a list", "dict_type": "keys with values", "model_type": "keys with values"}


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def shaped(kind: Any, holder: Scalar, node: Node, findings: Findings) -> Any | None:
    """The value in the shape of `kind`; None where something differs. `holder` is the key that it stands under."""
    try:
        return _adapter(kind).validate_python(node)
    except ValidationError as error:
        _tell(error, holder, node, findings)
    return None


def _tell(error: ValidationError, holder: Scalar, node: Node, findings: Findings) -> None:
    mistakes = error.errors(include_url=False, include_input=False)
    meant: set[str] = set()
    for mistake in mistakes:
        if mistake["type"] == "extra_forbidden":
            above, at, _ = _follow(holder, node, mistake["loc"][:-1])
            meant.add(_unknown_key(above, at, str(mistake["loc"][-1]), findings))
    for mistake in mistakes:
        kind, loc = mistake["type"], mistake["loc"]
        if kind == "missing":
            above, at, in_list = _follow(holder, node, loc[:-1])
            if str(loc[-1]) not in meant:
                place = next(iter(at)).place if isinstance(at, Table) and in_list and at else above.place
                findings.add("E102-missing-key", place, f"`{loc[-1]}` is missing here", f"add {loc[-1]}: ...")
        elif kind != "extra_forbidden":
            above, at, _ = _follow(holder, node, loc)
            _wrong_value(above, at, mistake, findings)


def _unknown_key(above: Scalar, at: Node, name: str, findings: Findings) -> str:
    """Tells it, and gives the key that was probably meant."""
    if not isinstance(at, Table):
        return ""
    left = [key for key in at.known if key not in at]
    fix = findings.nearest(name, left) or f"possible here: {', '.join(left or at.known)}"
    findings.add("E101-unknown-key", at.key(name).place, f"there is no key {name!r} in {str(above)!r}", fix)
    return next((key for key in left if findings.nearest(name, left) and repr(key) in fix), "")


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


def _follow(holder: Scalar, node: Node, loc: tuple[int | str, ...]) -> tuple[Scalar, Node, bool]:
    """The key above and the value at a location, and whether the value stands in a list."""
    in_list = False
    for position, step in enumerate(loc):
        if loc[position + 1 : position + 2] == ("[key]",) and isinstance(node, Table):
            key = node.key(str(step))
            return key, key, False
        if isinstance(node, Table) and step in node:
            holder, in_list = node.key(str(step)), False
            node = node[holder]
        elif isinstance(node, Row) and isinstance(step, int):
            node, in_list = node[step], True
    return holder, node, in_list
