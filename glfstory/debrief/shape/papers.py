"""The papers of the village as a run filed them."""

from dataclasses import dataclass

from glfstory.debrief.shape.figures import Figure
from glfstory.pages.words import Line


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the village as this run filed it. It is fiction, and says so."""

    id: str
    kind: str
    """As the story calls it: telegram, ledger page, press cutting, clinic book."""
    title: str
    lines: tuple[Line, ...]
    """Its paragraphs."""
    watermark: str
    """`Fiction: Two Ledgers, run 1GH1-KNYT-…`; it stands on every paper, also on a page torn from the rest."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers, and a page for another reader who has not played."""

    papers: tuple[Paper, ...]
    asks: tuple[str, ...]
    """The page that asks another reader to estimate the true harvest from the papers alone; a paragraph each."""
    answers: tuple[Figure, ...]
    """The true harvests, for the back of that page; in the order of `years`."""
    years: tuple[int, ...]
