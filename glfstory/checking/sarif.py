"""Findings as SARIF 2.1.0, for editors and code scanning; the help of each rule is its page, without a network."""

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from glfstory import __version__
from glfstory.reading.codes import CODES
from glfstory.reading.finding import Finding
from glfstory.reading.findings import severity_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json"


def as_sarif(findings: Sequence[Finding], pages: Mapping[str, str]) -> str:
    """One run with the rules that were broken; `pages` are their pages, by code, in Markdown."""
    codes = sorted({finding.code for finding in findings})
    driver = {
        "name": "glfstory",
        "version": __version__,
        "rules": [_rule(code, pages.get(code, CODES[code])) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, page: str) -> dict[str, Any]:
    return {
        "id": code,
        "name": "".join(word.title() for word in code.split("-")[1:]),
        "shortDescription": {"text": CODES[code]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": severity_of(code)},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    says = finding.says[:1].upper() + finding.says[1:]
    mend = f" To mend it: {finding.fix}." if finding.fix else ""
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.path)}}
    if finding.line:
        location["region"] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
            "snippet": {"text": finding.source_line},
        }
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": f"{says}.{mend}"},
        "locations": [{"physicalLocation": location}],
    }


def _uri(path: str) -> str:
    """A path as a reference: a file of its own where it begins at the root, else beside where the command ran."""
    return PurePath(path).as_uri() if PurePath(path).is_absolute() else quote(path)
