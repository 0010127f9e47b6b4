"""Findings as text for people and as JSON for programs."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from unicodedata import combining, east_asian_width

from glfstory.reading.finding import Finding, Severity

WIDEST = 100
"""Columns of a source line that are shown."""


def as_text(findings: Sequence[Finding], *, with_notes: bool = True) -> str:
    """Each finding with its line and the place underlined, and last lines that count them and say where to read more.

    Without notes, these are counted by their kind instead.
    """
    shown = [each for each in findings if with_notes or each.severity != "note"]
    last = [counted(shown)] if shown or len(shown) == len(findings) else []
    if shown:
        if any(each.is_error for each in shown):
            last.append("More warnings and notes may follow once no error is left.")
        last.append(f"What a code means, with examples: glfstory check --explain {short(shown[0].code)}")
    last += _counted_notes([each for each in findings if each not in shown])
    return "\n\n".join([*(_told(finding) for finding in shown), "\n".join(last)])


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects with the fields of a finding."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


def short(code: str) -> str:
    """A code without its name."""
    return code.split("-")[0]


def counted(findings: Sequence[Finding]) -> str:
    """How many errors, warnings and notes there are, in one line."""
    if not findings:
        return "Nothing to mend."
    kinds = Counter(finding.severity for finding in findings)
    words: tuple[Severity, ...] = ("error", "warning", "note")
    return ", ".join(_number(kinds[word], word) for word in words if kinds[word]) + "."


def _counted_notes(notes: Sequence[Finding]) -> list[str]:
    """What the notes are that are not shown, in one line."""
    kinds = Counter(finding.code for finding in notes)
    told = ", ".join(f"{code} ({number})" if number > 1 else code for code, number in sorted(kinds.items()))
    return [f"{_number(len(notes), 'note')} for later, shown with --strict: {told}."] if notes else []


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
