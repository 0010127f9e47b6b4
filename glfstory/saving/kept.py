"""A run that is kept, what it is called, and when one run holds all of another."""

import re
import unicodedata
from dataclasses import dataclass, replace

from glfstory.engine.run import Decision, Run, renamed
from glfstory.engine.story import Story

BRANCH = re.compile(r"(?:branch|autosave.*\.previous)-(\d+)")
"""Files of runs that were left behind; the second form is an older one."""
ASIDE = re.compile(r".*\.(?:damaged|before-change)-\d+")
"""Files that were put aside, and told when that happened."""
TAKEN = re.compile(r"(?:autosave.*|branch-\d+|con|prn|aux|nul|com\d|lpt\d)")
"""File names with another meaning here, or on Windows."""
LONGEST, LONGEST_FILE = 60, 40
"""Characters in a name, and in that of its file."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run in the story's folder of saves."""

    id: str
    """The name of its file, without the ending."""
    name: str
    """As the player typed it; "Branch 2" for one that was left behind, nothing for the run that is gone on with."""
    run: Run
    when: str
    """Where it stands: "Winter 1957, 9 decisions"."""
    ending: str
    """The title of its ending, once it has one."""
    over: bool
    current: bool
    """Whether it is the run that is gone on with."""


def shown_name(stem: str, name: str) -> str:
    """What a kept run is called, after its file and the name in it."""
    branch = BRANCH.fullmatch(stem)
    return name or (f"Branch {branch[1]}" if branch else stem)


def slug(name: str) -> str:
    """A name as that of a file on any system; an empty string where it holds no letter or figure."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    made = re.sub(r"[\W_]+", "-", plain).strip("-")[:LONGEST_FILE].strip("-")
    return f"run-{made}" if TAKEN.fullmatch(made) else made


def holds(one: Run, other: Run) -> bool:
    """Whether a run has the same beginning as another, and at least all of its decisions."""
    return _kind(one) == _kind(other) and one.entries[: len(other.entries)] == other.entries


def under_names_of_today(story: Story, run: Run) -> Run:
    """A run with its scenes and choices called as the story calls them now."""
    entries = (renamed(story, each) if isinstance(each, Decision) else each for each in run.entries)
    return replace(run, entries=tuple(entries))


def _kind(run: Run) -> object:
    return run.story, run.packs, run.seed, run.setup
