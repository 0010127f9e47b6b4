"""The markup of texts: paragraphs, emphasis, inserts, marks and page breaks, and nothing else."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from glfstory.engine.expressions import nearest
from glfstory.engine.story import Insert, Mark, Paragraph, Style, Words

FORMATS = ("jin", "tonnes", "percent", "people", "days", "signed")
"""Formats of inserts; besides them, a number of decimals."""
BREAK = "---"
ESCAPES = ("\\{", "\\}", "\\*", "\\[")
TOKEN = re.compile(r"\\[{}*\[]|\*+|\{|\}|\[\^|[^\\*{}\[]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a text, and where in its value."""

    code: str
    start: int
    end: int
    says: str
    fix: str


@dataclass(frozen=True, slots=True)
class Found:
    """An insert's expression, or a mark's id, and where it stands in the value."""

    piece: Insert | Mark
    start: int


@dataclass(slots=True)
class Marked:
    """A text taken apart."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def read_markup(text: str) -> Marked:
    """The paragraphs of a text, with page breaks as empty ones."""
    marked = Marked()
    for start, end in paragraph_places(text):
        if text[start:end].strip() == BREAK:
            marked.paragraphs.append(())
        else:
            marked.paragraphs.append(_Reader(text, start, end, marked).read())
    return marked


def paragraph_places(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph or page break starts and ends."""
    start: int | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare in ("", BREAK):
            if start is not None:
                yield start, at
                start = None
            if bare:
                yield at, at + len(line)
        elif start is None:
            start = at
        at += len(line)
    if start is not None:
        yield start, len(text)


class _Reader:
    """Reads one paragraph from left to right."""

    def __init__(self, text: str, start: int, end: int, marked: Marked) -> None:
        self.text, self.marked = text, marked
        self.at = start + len(text[start:end]) - len(text[start:end].lstrip())
        self.end = start + len(text[start:end].rstrip())
        self.style: Style = ""
        self.opened = 0
        self.is_tangled = False
        self.pieces: list[Words | Insert | Mark] = []

    def read(self) -> Paragraph:
        while self.at < self.end:
            match = TOKEN.match(self.text, self.at, self.end)
            token = match[0] if match else self.text[self.at]
            self.act(token)(token)
        if self.style:
            self.tangled(self.opened, self.asterisks(), "this emphasis has no end in its paragraph")
        return tuple(self.pieces)

    def act(self, token: str) -> Callable[[str], None]:
        if token[0] == "*":
            return self.emphasis
        return {"{": self.insert, "}": self.stray, "[^": self.mark}.get(token, self.words)

    def asterisks(self) -> str:
        return "**" if self.style == "strong" else "*"

    def wrong(self, code: str, start: int, end: int, says: str, fix: str) -> None:
        self.marked.mistakes.append(Mistake(code, start, end, says, fix))

    def words(self, token: str) -> None:
        self.at += len(token)
        text = token[1:] if token in ESCAPES else re.sub(r"\s*[\r\n]\s*", " ", token)
        last = self.pieces[-1] if self.pieces else None
        if isinstance(last, Words) and last.style == self.style:
            self.pieces[-1] = Words(last.text + text, self.style)
        else:
            self.pieces.append(Words(text, self.style))

    def tangled(self, start: int, stars: str, says: str) -> None:
        """Tells the first mistake of emphasis in a paragraph; others follow from it."""
        if not self.is_tangled:
            self.wrong("E201-emphasis", start, start + len(stars), says, "pair it, or write \\* for an asterisk")
        self.is_tangled = True

    def emphasis(self, stars: str) -> None:
        start, self.at = self.at, self.at + len(stars)
        style: Style = "em" if stars == "*" else "strong"
        if len(stars) > 2:
            self.tangled(start, stars, "there are only *emphasis* and **strong emphasis**")
        elif self.style and self.style != style:
            self.tangled(start, stars, f"this stands inside an emphasis that {self.asterisks()} ends")
        elif self.style:
            self.style = ""
        elif not self.text[self.at : self.at + 1].strip():
            self.tangled(start, stars, "a lone asterisk begins no emphasis")
        else:
            self.style, self.opened = style, start

    def insert(self, token: str) -> None:
        start = self.at
        stop = self.text.find("}", start, self.end)
        inner = self.text[start + 1 : stop]
        if stop < 0 or "{" in inner:
            self.at += 1
            self.wrong(
                "E202-insert", start, start + 1, "this brace is not closed", "close it with }, or write \\{ for a brace"
            )
            return
        self.at = stop + 1
        expression, bar, shape = inner.rpartition("|") if "|" in inner else (inner, "", "")
        shape = shape.strip()
        if bar and shape not in FORMATS and not re.fullmatch(r"[0-6]", shape):
            begin = start + 1 + len(expression) + 1
            fix = nearest(shape, FORMATS) or f"one of {', '.join(FORMATS)}, or a number of decimals"
            self.wrong("E203-format", begin, stop, f"there is no format {shape!r}", fix)
        piece = Insert(one_line(expression), shape, self.style)
        self.pieces.append(piece)
        self.marked.found.append(Found(piece, start + 1 + len(expression) - len(expression.lstrip())))

    def stray(self, token: str) -> None:
        self.wrong(
            "E202-insert", self.at, self.at + 1, "this brace closes nothing", "open it with {, or write \\} for a brace"
        )
        self.at += 1

    def mark(self, token: str) -> None:
        start = self.at
        stop = self.text.find("]", start, self.end)
        name = self.text[start + 2 : stop].strip()
        if stop < 0 or not re.fullmatch(r"[\w-]+", name):
            self.at += len(token)
            says = "a mark is written [^id]"
            self.wrong("E204-mark", start, start + 2, says, "close it with ], or write \\[ for a bracket")
            return
        self.at = stop + 1
        piece = Mark(name)
        self.pieces.append(piece)
        self.marked.found.append(Found(piece, start + 2))


def one_line(expression: str) -> str:
    """An expression without the line breaks in it; as long as before between its first and last character."""
    return re.sub(r"[\r\n\t]", " ", expression).strip()
