"""Checks a story: what keeps it from being read, and what a reader would stumble over."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from glfstory.checking.archive import unmet_cards
from glfstory.checking.clamps import held_values
from glfstory.checking.conditions import one_sided
from glfstory.checking.endings import lost_endings
from glfstory.checking.grounds import grounds_of
from glfstory.checking.pages import long_pages
from glfstory.checking.parts import idle_parts, one_sided_values
from glfstory.checking.quiet import without_quiet
from glfstory.checking.record import unmarked_record
from glfstory.checking.releases import changed_release
from glfstory.checking.tags import idle_tags
from glfstory.checking.unused import unused_names
from glfstory.checking.variables import idle_variables
from glfstory.checking.ways import lost_scenes
from glfstory.engine.story import Story
from glfstory.reading.finding import Finding, sorted_findings
from glfstory.reading.findings import Findings
from glfstory.reading.linking.draft import Draft
from glfstory.reading.reader import read_draft, without_garbage_collection


def check(folder: Path, packs: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """All findings about a story and its packs; the warnings and notes of this room come once it can be read."""
    with without_garbage_collection():
        draft, story = read_draft(folder, packs)
        found = draft.findings.all()
        if not any(finding.is_error for finding in found):
            found += _looked_over(replace(draft, findings=Findings(most=sys.maxsize)), story)
        return sorted_findings(without_quiet(draft, found))


def _looked_over(draft: Draft, story: Story) -> list[Finding]:
    """Warnings and notes; all of them, since none of them keeps the story from being played."""
    grounds = grounds_of(draft, story)
    long_pages(draft, story, grounds)
    lost_scenes(draft, story, grounds)
    one_sided(draft, story, grounds)
    idle_parts(draft, story, grounds)
    one_sided_values(draft, grounds)
    lost_endings(draft, story, grounds)
    held_values(draft, story, grounds)
    idle_variables(draft, story, grounds)
    unused_names(draft, story)
    unmet_cards(draft, story)
    idle_tags(draft, story)
    unmarked_record(draft, story)
    changed_release(draft, story)
    return draft.findings.all()
