"""Plain lines out, plain lines in: wrapping, prompts and what a script may hold."""

import unicodedata
from collections.abc import Iterable
from typing import TextIO

WIDTH = 76
LONGEST = 1000
"""Characters of one line that are read at once; no answer is that long."""
CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")
"""No control character ever reaches the terminal, whatever a story or a player has written."""


class Talk:
    """A conversation over two text streams."""

    def __init__(self, source: TextIO, out: TextIO, *, prompts: bool) -> None:
        self.source, self.out = source, out
        self.prompts = prompts
        """Whether somebody sits at a terminal, who is shown a prompt and waited for."""
        self.width = WIDTH
        """The longest line, in columns."""
        self.line_number = 0
        self._gap = True

    def say(self, text: str, lead: str = "", hang: int = 0) -> None:
        """A paragraph, wrapped; `lead` stands before its first line, `hang` blanks before the others."""
        for line in wrapped(text.translate(CONTROLS), lead, " " * hang, self.width):
            self.out.write(line + "\n")
        self._gap = False

    def say_all(self, lines: Iterable[str]) -> None:
        """Several lines, each with its continuation indented, between blank lines."""
        self.gap()
        for line in lines:
            self.say(line, hang=2)
        self.gap()

    def gap(self) -> None:
        """One blank line, never two."""
        if not self._gap:
            self.out.write("\n")
        self._gap = True

    def ask(self, prompt: str = "> ") -> str | None:
        """The next answer without its surrounding blanks; None at the end of input.

        Where nobody sits at a terminal, blank lines and lines that start with # are passed over.
        """
        while True:
            self.out.write(prompt if self.prompts else "")
            self.out.flush()
            line = self.source.readline(LONGEST)
            self.line_number += 1
            if not line:
                self.out.write("\n" if self.prompts else "")
                return None
            answer = line.lstrip("\ufeff").strip()  # some shells put that sign before what they pipe
            if self.prompts or (answer and not answer.startswith("#")):
                self._gap = self._gap or self.prompts
                return answer


def wrapped(text: str, lead: str = "", rest: str = "", width: int = WIDTH) -> list[str]:
    """A text in lines of at most `width` cells, cut between words, and inside a word only where it is longer."""
    lines, line, used = [], lead, cells(lead)
    empty = True
    for word in _pieces(text, width - max(cells(lead), cells(rest))):
        if not empty and used + 1 + cells(word) > width:
            lines.append(line)
            line, used, empty = rest, cells(rest), True
        line += word if empty else " " + word
        used += cells(word) + (not empty)
        empty = False
    return [*lines, line]


def _pieces(text: str, room: int) -> Iterable[str]:
    for word in text.split(" "):
        while cells(word) > room:
            cut = next(at for at in range(len(word), 0, -1) if cells(word[:at]) <= room)
            yield word[:cut]
            word = word[cut:]
        if word:
            yield word


def cells(text: str) -> int:
    """The columns that a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text)
