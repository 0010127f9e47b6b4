"""What is wrong in a story, where, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from glfstory.engine.story import Story

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake at one place. Lines and columns count from 1; line 0 means the file or folder as a whole."""

    code: str
    """A letter, three digits and a name, such as `E101-unknown-key`; never reused for something else."""
    severity: Severity
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    """The first column behind the place."""
    source_line: str
    """The line at which the place starts, as it stands in the file."""
    says: str
    fix: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the story cannot be played because of it."""
        return self.severity == "error"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a story."""

    story: Story | None
    """The story; None where there is an error."""
    findings: tuple[Finding, ...]


def sorted_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In the order of files and lines, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda each: (each.path, each.line, each.column, each.code)))
