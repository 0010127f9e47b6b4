"""Findings that a story and its packs switch off, each with its reason; and switches that hide nothing."""

from collections.abc import Iterable, Sequence

from glfstory.engine.expressions import nearest
from glfstory.reading.codes import CODES, full_code
from glfstory.reading.finding import Finding
from glfstory.reading.findings import finding_at, severity_of
from glfstory.reading.linking.draft import Draft
from glfstory.reading.nodes import Node, Place, Scalar, Table
from glfstory.reading.shapes.file import WrittenQuiet

IDLE = "W607-idle-quiet"


def without_quiet(draft: Draft, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that are left, errors always among them, and those about switches that hide nothing.

    A pack may mend what the story switches off, so that with packs only their own switches can be idle.
    """
    shape = draft.shapes["story"].get("story")
    of_story: list[WrittenQuiet] = shape.quiet if shape is not None else []
    of_packs = draft.gathered.quiet
    left = list(findings)
    idle: list[Finding] = []
    for switch in (*of_story, *of_packs):
        can_be_idle = not draft.gathered.packs or any(switch is each for each in of_packs)
        code = full_code(switch.code)
        if code is None or severity_of(code) == "error" or code == IDLE:
            idle.append(_wrong(switch.code, code))
            continue
        for at in _listed(switch.at):
            hidden = [each for each in findings if each.code == code and _stands(draft, each, at)]
            left = [each for each in left if each not in hidden]
            if not hidden and can_be_idle:
                idle.append(_idle(draft, switch, code, at))
    broken = any(each.is_error for each in findings)
    return left if broken else [*left, *idle]


def _listed(at: Scalar | list[Scalar]) -> Sequence[Scalar | None]:
    """The places; None for everywhere, where none is named."""
    return (at or (None,)) if isinstance(at, list) else (at,)


def _wrong(written: Scalar, code: str | None) -> Finding:
    if code is not None:
        return finding_at(IDLE, written.place, f"{code} cannot be switched off", "mend what it tells, and delete this")
    known = [each.split("-")[0] for each in CODES if not each.startswith("E")]
    says = f"there is no finding {str(written)!r}"
    return finding_at(IDLE, written.place, says, nearest(written.upper(), known) or "write a code such as W610")


def _idle(draft: Draft, switch: WrittenQuiet, code: str, at: Scalar | None) -> Finding:
    if at is None:
        return finding_at(IDLE, switch.code.place, f"there is no {code} to switch off", "delete this")
    files = {each.key.source.path for rows in draft.gathered.entries.values() for each in rows.values()}
    ids = [name for rows in draft.gathered.entries.values() for name in rows]
    is_there = any(_places(draft, at)) or any(_ends_with(path, at) for path in files)
    says = f"there is no {code} at {str(at)!r} to switch off" if is_there else f"nothing is called {str(at)!r}"
    fix = "" if is_there else nearest(at, ids)
    return finding_at(IDLE, at.place, says, fix or "delete this")


def _stands(draft: Draft, finding: Finding, at: Scalar | None) -> bool:
    """Whether a finding is told there: anywhere, in a file, or in the entry or the choice of an id."""
    return at is None or _ends_with(finding.path, at) or any(_holds(place, finding) for place in _places(draft, at))


def _ends_with(path: str, at: str) -> bool:
    return path == at or path.endswith(f"/{at}")


def _places(draft: Draft, at: str) -> Iterable[Place]:
    """Where the entries of that id stand; `scene.choice` is a choice."""
    name, _, choice = at.partition(".")
    for rows in draft.gathered.entries.values():
        entry = rows.get(name)
        if entry is not None and not choice:
            yield _from_to(entry.key, entry.node)
        elif entry is not None and isinstance(entry.node, Table):
            choices = entry.node.get("choices")  # type: ignore[call-overload]
            if isinstance(choices, Table) and choice in choices:
                key = choices.key(choice)
                yield _from_to(key, choices[key])


def _from_to(key: Scalar, node: Node) -> Place:
    return Place(key.source, key.start, node.place.end)


def _holds(place: Place, finding: Finding) -> bool:
    if not finding.line or finding.path != place.source.path:
        return False
    return place.start <= place.source.starts[finding.line - 1] + finding.column - 1 < max(place.end, place.start + 1)
