"""Reads a file; where it is not YAML as a whole, every part of it that is, down to the key that is not."""

import re
from collections.abc import Sequence

from glfstory.reading.events import UNSEEN, Refused, nodes_of, put
from glfstory.reading.findings import Findings
from glfstory.reading.nodes import Node, Place, Source, Table, scalar, stand_in

KEY = re.compile(r"(?m)^( *)([^\s#\[\]{}|>&*!%@`-][^\n]*?):(?=\s|$)")
NOTHING = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|$)")
"""The rest of a line that holds no value."""
DEEPEST = 10
"""Levels at which parts are looked for."""
Part = tuple[int, int]
"""Where a key with all that belongs to it begins and ends in the file."""


def read_nodes(source: Source, findings: Findings) -> Node | None:
    """The values of a file; None where it holds none, or nothing of it can be read."""
    text = _without_unseen(source, findings)
    whole = Findings()
    try:
        node = nodes_of(source, text, 0, whole)
    except Refused:
        return _Salvage(source, text, whole, findings).root()
    findings.take(whole)
    return node


def _without_unseen(source: Source, findings: Findings) -> str:
    """The text with a space for each character that cannot be seen; each of them is told."""
    for strange in UNSEEN.finditer(source.text):
        says = f"the character U+{ord(strange[0]):04X} cannot be seen and does not belong in a text"
        findings.add("E006-control-character", Place(source, strange.start(), strange.end()), says, "delete it")
    return UNSEEN.sub(" ", source.text)


class _Salvage:
    """The parts of a file that was refused as a whole. Each mistake is told where it stands."""

    def __init__(self, source: Source, text: str, whole: Findings, findings: Findings) -> None:
        self.source, self.text, self.findings = source, text, findings
        self.whole = whole
        """What was told about the file as a whole."""

    def root(self) -> Table | None:
        """The keys at the top."""
        place = Place(self.source, 0, len(self.text))
        table = Table(place)
        told = self.findings.count
        if not self.whole.has("E004-too-large"):
            self.fill(table, self.parts(0, len(self.text)), 0)
        if self.findings.count == told:
            self.findings.take(self.whole)
            self.findings.lose(place)
        return table if table else None

    def parts(self, start: int, end: int) -> list[Part]:
        """The keys of the leftmost level, each with what belongs to it; what stands before them is a part too."""
        first = KEY.search(self.text, start, end)
        if first is None:
            return []
        starts = [found.start() for found in KEY.finditer(self.text, start, end) if found[1] == first[1]]
        if self.text[start : starts[0]].strip():
            starts.insert(0, start)
        return list(zip(starts, [*starts[1:], end], strict=True))

    def fill(self, table: Table, parts: Sequence[Part], depth: int) -> None:
        """Puts what can be read of these parts into a table, as many as possible at once."""
        if not parts or self.findings.is_full:
            return
        start, end = parts[0][0], parts[-1][1]
        told = Findings()
        try:
            node = nodes_of(self.source, self.text[start:end], start, told)
        except Refused:
            if len(parts) > 1:
                half = len(parts) // 2
                self.fill(table, parts[:half], depth)
                self.fill(table, parts[half:], depth)
            else:
                self.take_apart(table, parts[0], told, depth)
            return
        self.findings.take(told)
        if isinstance(node, Table):
            for key, value in node.items():
                put(table, key, value, self.findings)
        elif node is not None:
            says = "this is not YAML: a line that is neither a key nor a part of a text"
            self.findings.add("E007-not-yaml", node.place, says, "check its indentation, or add ':'")

    def take_apart(self, table: Table, part: Part, told: Findings, depth: int) -> None:
        """A part that was refused: the keys below it, each by itself; or a value that is lost."""
        head = KEY.match(self.text, *part)
        if head is None:
            self.give_up(part, told)
            return
        key = scalar(head[2].strip("'\""), self.source, head.start(2), head.end(2))
        below = NOTHING.match(self.text, head.end(), part[1])
        parts = self.parts(below.end(), part[1]) if below and depth < DEEPEST else []
        if not parts:
            self.give_up(part, told)
            put(table, key, stand_in(key.place), self.findings)
            table.lost[key] = key
            return
        inner, before = Table(Place(self.source, parts[0][0], part[1])), self.findings.count
        self.fill(inner, parts, depth + 1)
        if self.findings.count == before:
            self.give_up(part, told)
        put(table, key, inner, self.findings)

    def give_up(self, part: Part, told: Findings) -> None:
        """Tells why a part cannot be read, as seen from the whole file where that stands in it."""
        place = Place(self.source, *part)
        self.findings.take(self.whole if self.whole.ends_in(place) else told)
        self.findings.lose(place)
