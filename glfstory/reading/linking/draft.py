"""What linking works on: the gathered entries, their shapes, and the expressions still to be checked."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from glfstory.engine.opening import name_order, opens_at
from glfstory.reading.findings import Findings
from glfstory.reading.gathering import Gathered
from glfstory.reading.markup import one_line
from glfstory.reading.nodes import Node, Place, Scalar, StandIn, Table
from glfstory.reading.shapes.file import NAMED

Wanted = Literal["condition", "number", "plain", "word or number"]


@dataclass(frozen=True, slots=True)
class Use:
    """An expression somewhere in the files, to be checked once all names are known."""

    text: str
    written: Scalar
    start: int
    """Where its first character stands in the written value."""
    wants: Wanted
    target: str = ""
    """The variable that it is assigned to."""
    sign: str = ""
    """`+`, `-` or `*` where the assignment works on the variable's own value."""
    over_measures: bool = False
    """Whether its names are measures, not those of a run."""

    @property
    def full(self) -> str:
        """The expression with the variable's own value written out."""
        return f"{self.target} {self.sign} ({self.text})" if self.sign else self.text

    def place(self, start: int, end: int) -> Place:
        """The place of a range of its characters."""
        first = min(max(start, 0), max(len(self.text) - 1, 0))
        return self.written.part(self.start + first, self.start + max(min(end, len(self.text)), first + 1))


KINDS = {
    "fact": ("facts",),
    "source": ("sources",),
    "mark": ("facts", "glossary"),
    "tag": ("tags",),
    "season": ("seasons",),
    "rule": ("rules",),
    "scene": ("scenes",),
    "variable": ("variables",),
    "policy": ("policies",),
    "option": ("options",),
    "constant": ("constants",),
    "destination": ("scenes", "endings"),
}
"""What can be named, and under which keys it stands."""
CALLED = {"mark": "fact or term", "destination": "scene or ending"}


@dataclass
class Draft:
    """A story between written and played."""

    gathered: Gathered
    findings: Findings
    shapes: Mapping[str, Mapping[str, Any]]
    """The entries, each as far as its form is right."""
    uses: list[Use] = field(default_factory=list)
    referred: set[tuple[str, str]] = field(default_factory=set)
    """What was named anywhere: its kind and its id."""
    met_from: int | None = None
    """The place of the first season in which what is being linked may be met; None where it is met at no season."""

    def knows(self, kind: str, name: str) -> bool:
        """Whether something of that kind has the id."""
        return any(name in self.gathered.entries[group] for group in KINDS[kind])

    def refer(self, kind: str, name: Scalar) -> str:
        """The id of something that must stand elsewhere; nothing is asked of a stand-in."""
        if isinstance(name, StandIn):
            return ""
        self.referred.add((kind, str(name)))
        if not self.knows(kind, name):
            says = f"there is no {CALLED.get(kind, kind)} {str(name)!r}"
            self.findings.unknown("E402-unknown-id", name, says, name, self.gathered.ids(*KINDS[kind]))
        elif self.met_from is not None and kind in ("fact", "mark"):
            self._check_open(name, self.met_from)
        return str(name)

    def _check_open(self, name: Scalar, met_from: int) -> None:
        """Tells a card that the archive still keeps back when this is met."""
        card = self.shapes["facts"].get(name) or self.shapes["glossary"].get(name)
        if card is None or not self.has_all_seasons or card.has_lost("late", "opens"):
            return
        if card.late:
            says = f"the card {str(name)!r} is late, and this is met before the end of a run"
            self.findings.add("E514-late", name, says, "point to another card, or delete its `late`")
        elif card.opens is not None and self.can_open(card.opens) and opens_at(self.seasons, card) > met_from:
            says = f"the card {str(name)!r} opens in {card.opens}, and this may be met before"
            fix = "point to another card, give the scene its season, or let the card open sooner"
            self.findings.add("E514-late", name, says, fix)

    @cached_property
    def seasons(self) -> list[Any]:
        """The seasons that could be read, in order."""
        return list(self.shapes["seasons"].values())

    @cached_property
    def has_all_seasons(self) -> bool:
        """Whether nothing of a season's date was refused."""
        read = [shape for shape in self.seasons if not shape.has_lost("year", "name")]
        return len(read) == len(self.gathered.entries["seasons"])

    @cached_property
    def season_names(self) -> Collection[str]:
        """What the seasons of the story are called, such as autumn."""
        return name_order(self.seasons).keys()

    def can_open(self, when: str) -> bool:
        """Whether this is a year and the name of one of the story's seasons."""
        year, _, name = when.partition("-")
        return len(year) == 4 and year.isdecimal() and name in self.season_names

    def refer_all(self, kind: str, names: Iterable[Scalar]) -> tuple[str, ...]:
        """The ids of several things."""
        return tuple(self.refer(kind, name) for name in names)

    def expression(
        self, written: Scalar | None, wants: Wanted = "condition", *, over_measures: bool = False
    ) -> str | None:
        """An expression that fills a whole value; it is checked later."""
        if written is None or isinstance(written, StandIn):
            return None
        text = one_line(written)
        start = len(written) - len(written.lstrip())
        self.uses.append(Use(text, written, start, wants, over_measures=over_measures))
        return text

    def names(self) -> list[str]:
        """Every name that an expression can use, whether or not what stands behind it is right."""
        story = self.gathered.story
        inputs = below(story.node, "inputs") if story is not None else []
        return [*self.gathered.ids(*(group for group in NAMED if group != "rules")), *inputs]

    def has_choice(self, word: str) -> bool:
        """Whether `scene.choice` stands somewhere, or may stand in a scene whose choices could not be read."""
        name, _, choice = word.partition(".")
        shape, entry = self.shapes["scenes"].get(name), self.gathered.entries["scenes"].get(name)
        if entry is None or shape is None:
            return entry is not None
        return shape.has_lost("choices") or choice in below(entry.node, "choices")

    def people(self) -> set[str]:
        """Every person, likewise."""
        return {name for entry in self.gathered.entries["people"].values() for name in below(entry.node, "members")}


def below(node: Node | None, key: str) -> list[Scalar]:
    """The keys of the table that stands behind a key of a table, those that were told wrong among them."""
    inner = node[node.key(key)] if isinstance(node, Table) and key in node else None
    return [*inner, *inner.lost.values()] if isinstance(inner, Table) else []
