"""Collects findings while a story is read."""

import re
from collections.abc import Iterable
from dataclasses import replace

from glfstory.engine.expressions import nearest
from glfstory.reading.finding import Finding, Severity
from glfstory.reading.nodes import Place, Row, Scalar, Table

KEY = re.compile(r"(?m)([\w-]+)[\"']?[ \t]*(?::(?=\s)|:?$)")
"""What may be a key in a text that cannot be read, even one without its colon."""
MOST = 500
"""Findings that are told; who has made more mistakes mends these first."""


class Findings:
    """All that was found so far; a place where something was refused stays quiet afterwards."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._found: list[tuple[Finding, Place | None]] = []
        self._quiet: list[Place] = []
        self._lost: set[str] = set()
        self.unread: list[int] = []
        """Findings about files that could not be read, as places in the list."""
        self._untold = 0
        self.waiting = 0
        """Findings held back, because what they miss may stand in a file that could not be read."""

    def add(self, code: str, where: Place | Scalar | Row | Table, says: str, fix: str = "") -> None:
        """Something is wrong at a place."""
        place = where if isinstance(where, Place) else where.place
        if self.is_full:
            self._untold += 1
            return
        self._found.append((finding_at(code, place, says, fix), place))

    def add_file(self, code: str, path: str, says: str, fix: str = "") -> None:
        """Something is wrong with a file or folder as a whole."""
        self._found.append((Finding(code, severity_of(code), path, 0, 0, 0, 0, "", says, fix), None))

    def cannot_read(self) -> None:
        """The last finding keeps a file from being read: names that it holds may be missing elsewhere."""
        self.unread.append(len(self._found) - 1)

    def lose(self, place: Place) -> None:
        """What stands here cannot be read: the keys that can be made out in it are not missing elsewhere."""
        self._lost.update(KEY.findall(place.source.text, place.start, place.end))

    def may_stand(self, word: str) -> bool:
        """Whether this key may stand where nothing could be read."""
        return bool(self.unread) or word in self._lost

    def take(self, other: "Findings") -> None:
        """What was found in a part."""
        for finding, place in other._found:
            if self.is_full:
                self._untold += 1
            else:
                self._found.append((finding, place))
        self._untold += other._untold
        self._quiet += other._quiet

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found) + self._untold

    def has(self, code: str) -> bool:
        """Whether that is among them."""
        return any(finding.code == code for finding, _ in self._found)

    def ends_in(self, place: Place) -> bool:
        """Whether the last of them stands at this place."""
        last = self._found[-1][1] if self._found else None
        return last is not None and _inside(last, place)

    def refuse(self, code: str, place: Place, says: str, fix: str = "") -> None:
        """Something is wrong, and nothing more is to be said about this place."""
        self.add(code, place, says, fix)
        if not self.is_full:
            self._quiet.append(place)

    @property
    def is_full(self) -> bool:
        """Whether no more findings are told."""
        return len(self._found) >= self._most

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """The known word that was probably meant, as something to do."""
        return "" if self.is_full else nearest(word, known)

    def unknown(self, code: str, where: Place | Scalar, says: str, word: str, known: Iterable[str]) -> None:
        """A name that does not exist, with the one that was probably meant."""
        self.missing(code, where, says, self.nearest(word, known), word)

    def missing(self, code: str, where: Place | Scalar, says: str, fix: str = "", word: str = "") -> None:
        """Something that is wrong unless it, or `word`, stands where nothing could be read."""
        if self.unread:
            self.waiting += 1
        elif word not in self._lost:
            self.add(code, where, says, fix)

    def all(self) -> list[Finding]:
        """Everything found, without what a refused place would cause, and with a word on what waits."""
        told = [finding for finding, _ in self._found]
        if self.waiting and self.unread:
            first = told[self.unread[0]]
            more = "1 more finding waits" if self.waiting == 1 else f"{self.waiting} more findings wait"
            says = f"{first.says}; {more} until it can be read"
            told[self.unread[0]] = replace(first, says=says)
        kept = [finding for finding, (_, place) in zip(told, self._found, strict=True) if not self._is_quiet(place)]
        if self._untold:
            says = f"{self._untold} more findings are not shown"
            kept.append(Finding("E013-too-many", "error", told[-1].path, 0, 0, 0, 0, "", says, "mend the first ones"))
        return kept

    def _is_quiet(self, place: Place | None) -> bool:
        """Whether something was refused here, of which this would be an echo."""
        if place is None or any(place is quiet for quiet in self._quiet):
            return False
        return any(_inside(place, quiet) for quiet in self._quiet)


def finding_at(code: str, place: Place, says: str, fix: str = "") -> Finding:
    """A finding at a place in a file."""
    source = place.source
    line, column = source.line_and_column(place.start)
    end_line, end_column = source.line_and_column(max(place.end, place.start))
    text = source.line_text(line)
    if (end_line, end_column) <= (line, column):
        end_line, end_column = line, column + 1
    return Finding(code, severity_of(code), source.path, line, column, end_line, end_column, text, says, fix)


def severity_of(code: str) -> Severity:
    """What the first letter of a code says."""
    severities: dict[str, Severity] = {"E": "error", "W": "warning", "N": "note"}
    return severities[code[0]]


def _inside(place: Place, quiet: Place) -> bool:
    return place.source is quiet.source and quiet.start <= place.start < max(quiet.end, quiet.start + 1)
