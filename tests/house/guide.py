"""What stands in the boxes of docs/writing.md, in the order of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "writing.md"
PIECE = re.compile(
    r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$|^<!-- (?P<file>\S+): (?P<old>\S+) -> (?P<new>\S+) -->$", re.S | re.M
)
NAMED = re.compile(r"# (?P<set>the well: |recipe: )?(?P<name>\S+\.(?:yaml|play))\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """One box, or a word that the reader is told to mend."""

    kind: str
    """yaml, play, sh, text; `mend` for a word; empty for a box that only shows how something is written."""
    body: str
    part_of: str = ""
    """`the well`, `recipe`, or nothing."""
    name: str = ""
    """The file that it is, as a path."""


def pieces() -> Iterator[Piece]:
    """All of them."""
    for found in PIECE.finditer(GUIDE.read_text(encoding="utf-8")):
        if found["file"]:
            yield Piece("mend", f"{found['old']} {found['new']}", name=found["file"])
            continue
        named = NAMED.match(found["body"])
        part_of = (named["set"] or "").rstrip(": ") if named else ""
        yield Piece(found["kind"], found["body"], part_of, named["name"] if named else "")


def the_well(folder: Path) -> Path:
    """The story that the guide tells in pieces, put into a folder."""
    folder.mkdir(exist_ok=True)
    for piece in pieces():
        if piece.part_of == "the well":
            (folder / piece.name).write_text(piece.body, encoding="utf-8")
    return folder
