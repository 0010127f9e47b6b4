"""What in a run is record, and what was composed."""

from dataclasses import dataclass

from glfstory.debrief.shape.figures import Figure


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact of the record that the run met."""

    fact: str
    """Its id: a mark that opens its card."""
    title: str
    says: str
    standing: str
    """How sure it is, and whether sources agree."""
    dispute: str
    """`disputed`, `doubtful`, `corrected` or nothing."""
    correction: str


@dataclass(frozen=True, slots=True)
class Work:
    """A work of the bibliography."""

    source: str
    """Its id."""
    words: str
    """Author, title, year, and what kind of work it is."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """One author's estimate of how many died in the whole country."""

    who: str
    figure: Figure
    method: str


@dataclass(frozen=True, slots=True)
class FactAndFiction:
    """What in this run is record, and what was composed."""

    met: tuple[Statement, ...]
    """The facts whose marks the run showed, in the order of its pages."""
    works: tuple[Work, ...]
    """Every source behind them, as a bibliography in the order of the alphabet."""
    composed: tuple[str, ...]
    """What was invented, a sentence each."""
    disputed: tuple[Statement, ...]
    """Where sources or historians disagree, among the facts met and those that open at the end."""
    estimates: tuple[Estimate, ...]
    """The death toll by author and method, lowest first; empty where the story holds none."""
    estimates_say: str
    """What stands before the table: that no single figure is certain."""
    reading: tuple[Work, ...]
    """Further reading."""
