"""Turns the parse events of one YAML file into values with places, and refuses what is not part of the language."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from glfstory.reading.findings import Findings
from glfstory.reading.nodes import Node, Place, Row, Scalar, Source, Table, scalar, stand_in

LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
"""Only its parser is used; the pure one serves where libyaml is missing."""
DEEPEST = 20
MOST = 250_000
"""Values in one file."""
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Control characters, other line breaks, marks that turn the direction of writing."""
QUOTE = "put the text in quotes, or write it below the key with |"
ASTRAY = ("a line that is neither a key nor a part of a text", f"check its indentation; {QUOTE}")
MISTAKES = {
    "mapping values are not allowed": ("a second ': ' in one line", QUOTE),
    "could not find expected ':'": (
        "a key without ':', or a text that goes on too far to the left",
        "indent it, or add ':'",
    ),
    "alphabetic or numeric": ("a text that starts with * or &", QUOTE),
    "cannot start any token": ("a text that starts with a tab, or with @ % `", f"use spaces to indent; {QUOTE}"),
    "sequence entries": ("a list that starts behind its key", "start the list on the next line"),
    "expected ',' or": ("a bracket or brace that is not closed, or a text that starts with one", QUOTE),
    "expected node content": ("a bracket or brace that is not closed, or a comma too many", QUOTE),
    "end of stream": ("a quote that is not closed", "close it, or write the text below the key with |"),
    "unexpected end": ("a quote that is not closed", "close it, or write the text below the key with |"),
    "expected key": ASTRAY,
    "expected <document start>": ASTRAY,
    "expected <block end>": ASTRAY,
    "'-' indicator": ("a key among the items of a list", "check its indentation"),
    "unknown escape": ("a backslash in double quotes", "use single quotes, or write the text below the key with |"),
    "unexpected ':'": ("a ':' that belongs to nothing", QUOTE),
}
"""What the parser says, and what a writer did."""

AGAIN = " (again)"
"""Stands behind a key that stands twice."""


class Refused(Exception):
    """The file was refused; the finding has been told."""


def nodes_of(source: Source, text: str, start: int, findings: Findings) -> Node | None:
    """The values of `text`, which stands in the file from `start` on; None where there are none.

    Raises Refused where it cannot be read as a whole; why has been told.
    """
    try:
        return _Builder(source, text, start, findings).build()
    except yaml.YAMLError as error:
        _not_yaml(error, Place(source, start, start + len(text)), findings)
        raise Refused from None


def _not_yaml(error: yaml.YAMLError, part: Place, findings: Findings) -> None:
    source = part.source
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", "") or error)
    at = min(part.start + mark.index if mark else part.start, max(0, part.end - 1))
    known = [told for part, told in MISTAKES.items() if part in problem]
    says, fix = known[0] if known else (problem, QUOTE)
    findings.add("E007-not-yaml", Place(source, at, at + 1), f"this is not YAML: {says}", fix)


def _events(text: str) -> Iterator[Any]:
    return iter(LOADER(text).get_event, None)


class _Builder:
    """Builds the values of a text from its events, without recursion into what the text does not bound."""

    def __init__(self, source: Source, text: str, start: int, findings: Findings) -> None:
        self.source, self.start, self.findings = source, start, findings
        self.events = _events(text)
        self.count = 0

    def build(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    says = "a second document starts here"
                    self.stop("E010-several-documents", event, says, "write another file, or delete the line ---")
            elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                root = self.node(event, 1)
        return None if isinstance(root, Scalar) and root.is_nothing else root

    def stop(self, code: str, event: Any, says: str, fix: str) -> None:
        self.findings.add(code, self.place(event), says, fix)
        raise Refused

    def place(self, first: Any, last: Any = None) -> Place:
        return Place(self.source, self.start + first.start_mark.index, self.start + (last or first).end_mark.index)

    def node(self, event: Any, depth: int) -> Node:
        self.count += 1
        if self.count > MOST:
            self.stop("E004-too-large", event, f"a file holds at most {MOST:,} values", "split it into several files")
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.stop("E008-anchor", event, "a value that starts with & or * is an anchor or alias to YAML", QUOTE)
        if event.tag is not None:
            says = f"YAML takes {event.tag!r} for a tag and drops it"
            self.findings.refuse("E009-tag", self.place(event), says, f"to say not, write `not`; else {QUOTE}")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if depth > DEEPEST:
            self.stop("E011-too-deep", event, f"this is nested more than {DEEPEST} deep", "nest less")
        return self.row(event, depth) if isinstance(event, yaml.SequenceStartEvent) else self.table(event, depth)

    def scalar(self, event: Any) -> Scalar:
        start, end = self.start + event.start_mark.index, self.start + event.end_mark.index
        if event.style == '"' and UNSEEN.search(event.value):
            says = "an escape in this text stands for a character that cannot be seen"
            self.findings.refuse("E006-control-character", self.place(event), says, "delete it")
        text = event.value if event.tag is None else self.source.text[start:end]
        return scalar(text, self.source, start, end, event.style or "")

    def row(self, event: Any, depth: int) -> Row:
        items: list[Node] = []
        last = event
        for each in self.events:
            if isinstance(each, yaml.SequenceEndEvent):
                last = each
                break
            items.append(self.node(each, depth + 1))
        return Row(items, self.place(event, last), flow=bool(event.flow_style))

    def table(self, event: Any, depth: int) -> Table:
        table = Table(self.place(event), flow=bool(event.flow_style))
        for each in self.events:
            if isinstance(each, yaml.MappingEndEvent):
                table.place = self.place(event, each)
                break
            key = self.node(each, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.findings.refuse("E103-wrong-form", key.place, "a key is a word, not a list or a table", QUOTE)
            elif self.is_cut(table, key, value):
                says = f"a comma cut the text before {str(key)!r}"
                self.findings.refuse("E110-cut-by-comma", key.place, says, "put the text in quotes")
            else:
                put(table, key, value, self.findings)
        return table

    def is_cut(self, table: Table, key: Scalar, value: Node) -> bool:
        """Whether a key in braces has no value, not even a colon: the rest of a text with a comma."""
        if not (table.flow and isinstance(value, Scalar) and value.is_nothing and table):
            return False
        return ":" not in self.source.text[key.end : value.start]


def put(table: Table, key: Scalar, value: Node, findings: Findings) -> None:
    """Adds a key that should not stand there yet; what it holds is read all the same."""
    if key not in table:
        table[key] = value
        return
    if not findings.is_full:
        line, _ = key.source.line_and_column(table.key(key).start)
        says = f"{str(key)!r} stands twice here, first in line {line}"
        findings.add("E107-repeated-key", key.place, says, "delete or rename one of them")
        table[stand_in(key.place, key + AGAIN)] = value
    table.lost[key] = key
