"""Words of a story as Markdown that reads the same bare and rendered."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from glfstory.pages.words import Line

EMPHASIS = {"": "", "em": "*", "strong": "**"}
SIGNS = re.compile(r"[\\`*\[\]<~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""What Markdown would take for more than it is, wherever it stands."""
FIRST_SIGNS = re.compile(r"^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-+$|\d{1,9}(?=[.)](?:\s|$)))")
"""What would make a heading, a list or a quotation of a paragraph that begins with it."""


def bare(words: str) -> str:
    """Words without their signs taken for Markdown, except at the beginning of a paragraph."""
    return SIGNS.sub(lambda found: f"\\{found[0]}", _printable(words))


def paragraph(line: Line, note: Callable[[str], str]) -> str:
    """A line of a page as one paragraph; `note` gives the sign for the id of a mark."""
    return block("".join(_pieces(line, note)))


def block(text: str) -> str:
    """A text of Markdown as one paragraph in one line."""
    whole = " ".join(text.split())
    return FIRST_SIGNS.sub(_kept_bare, whole)


def _kept_bare(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _pieces(line: Line, note: Callable[[str], str]) -> Iterator[str]:
    for (mark, style), spans in groupby(line, key=lambda span: (span.mark, span.style)):
        words = bare("".join(span.text for span in spans))
        core, sign = words.strip(), EMPHASIS[style]
        if mark:
            yield note(mark)
        elif core and sign:
            before, after = words[: words.index(core)], words[words.index(core) + len(core) :]
            yield f"{before}{sign}{core}{sign}{after}"
        else:
            yield words


def _printable(words: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in words)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown; a stroke in a cell does not end it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
