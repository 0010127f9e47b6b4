"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from collections.abc import Sequence

from glfstory.reading.finding import Finding

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(findings: Sequence[Finding]) -> str:
    """One command a line; nothing where nothing is found."""
    return "\n".join(map(_command, findings))


def _command(finding: Finding) -> str:
    place: dict[str, object] = {"file": finding.path}
    if finding.line:
        place |= {"line": finding.line, "endLine": finding.end_line}
    if finding.line and finding.line == finding.end_line:
        place |= {"col": finding.column, "endColumn": max(finding.column, finding.end_column - 1)}
    place["title"] = finding.code
    told = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    says = finding.says + (f" ({finding.fix})" if finding.fix else "")
    return f"::{COMMANDS[finding.severity]} {told}::{_escaped(says)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
