"""Checks a story: what keeps it from being read, and what a reader would stumble over."""

from collections.abc import Sequence
from pathlib import Path

from glfstory.checking.pages import long_pages
from glfstory.checking.releases import changed_release
from glfstory.checking.unused import unreached_scenes, unread_variables
from glfstory.reading.finding import Finding, sorted_findings
from glfstory.reading.reader import read_draft


def check(folder: Path, packs: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """All findings about a story and its packs; the warnings of this room come once it can be read."""
    draft, story = read_draft(folder, packs)
    if not any(finding.is_error for finding in draft.findings.all()):
        long_pages(draft, story)
        unread_variables(draft, story)
        unreached_scenes(draft, story)
        changed_release(draft, story)
    return sorted_findings(draft.findings.all())
