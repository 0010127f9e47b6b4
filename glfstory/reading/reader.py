"""Reads a folder of YAML, with packs laid over it, into the played story or into all findings."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from glfstory.engine.story import Story
from glfstory.reading.expressing import check_expressions
from glfstory.reading.finding import Reading, sorted_findings
from glfstory.reading.findings import Findings
from glfstory.reading.gathering import Gathered, gather
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.story import link
from glfstory.reading.rules.whole import check_rules
from glfstory.reading.shapes.base import Id, Name, Plain
from glfstory.reading.shapes.file import NAMED, ONCE, SHAPES
from glfstory.reading.shaping import shaped

__all__ = ["Reading", "read", "read_draft"]


def read(folder: Path, packs: Sequence[Path] = ()) -> Reading:
    """Reads a story and its packs. Whatever the files hold, this raises nothing."""
    draft, story = read_draft(folder, packs)
    findings = sorted_findings(draft.findings.all())
    return Reading(None if any(finding.is_error for finding in findings) else story, findings)


def read_draft(folder: Path, packs: Sequence[Path] = ()) -> tuple[Draft, Story]:
    """The story as far as it could be made, and everything that was seen on the way."""
    with without_garbage_collection():
        findings = Findings()
        gathered = gather(folder, packs, findings)
        draft = Draft(gathered, findings, _shapes(gathered, findings))
        story = check_expressions(draft, link(draft))
        check_rules(draft, story)
        return draft, story


def _shapes(gathered: Gathered, findings: Findings) -> Mapping[str, Mapping[str, Any]]:
    """The entries, each as far as its form is right."""
    shapes: dict[str, dict[str, Any]] = {group: {} for group in (*SHAPES, *ONCE)}
    for group, rows in gathered.entries.items():
        for name, entry in rows.items():
            kind: Any = Plain if group == "renamed" else Name if group in NAMED else Id
            shaped(kind, entry.key, entry.key, findings)
            shape = shaped(SHAPES[group], entry.key, entry.node, findings)
            if shape is not None:
                shapes[group][name] = shape
    for name, entry in gathered.once.items():
        shape = shaped(ONCE[name], entry.key, entry.node, findings)
        if shape is not None:
            shapes[name][name] = shape
    return shapes


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Reading and checking make many values and no rings: the collector would only cost time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
