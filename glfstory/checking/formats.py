"""Findings as text for people and as JSON for programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from unicodedata import combining, east_asian_width

from glfstory.reading.finding import Finding

WIDEST = 100
"""Columns of a source line that are shown."""


def as_text(findings: Sequence[Finding]) -> str:
    """Each finding with its line and the place underlined, and a last line that counts them."""
    return "\n\n".join([*(_told(finding) for finding in findings), counted(findings)])


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects with the fields of a finding."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


def counted(findings: Sequence[Finding]) -> str:
    """How many errors and warnings there are, in one line."""
    errors = sum(finding.is_error for finding in findings)
    warnings = len(findings) - errors
    if not findings:
        return "Nothing to mend."
    parts = [_number(errors, "error")] if errors else []
    parts += [_number(warnings, "warning")] if warnings else []
    return ", ".join(parts) + "."


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _told(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}" if finding.line else finding.path
    lines = [f"{place}: {finding.severity} {finding.code} {finding.says}"]
    if finding.line:
        lines += [f"    {line}" for line in _underlined(finding)]
    if finding.fix:
        lines.append(f"    fix: {finding.fix}")
    return "\n".join(lines)


def _underlined(finding: Finding) -> tuple[str, str]:
    """The line and the marks below its place; a long line is cut around it."""
    line = _printable(finding.source_line)
    start = finding.column - 1
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    skip = max(0, start - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[skip : skip + WIDEST]
    before, marked = shown[: start - skip], shown[start - skip : max(end, start + 1) - skip]
    return shown, " " * _columns(before) + "^" * max(1, _columns(marked))


def _printable(line: str) -> str:
    return "".join(character if character.isprintable() else " " for character in line)


def _columns(text: str) -> int:
    """Cells that a text takes in a terminal."""
    return sum(0 if combining(each) else 2 if east_asian_width(each) in "WF" else 1 for each in text)
