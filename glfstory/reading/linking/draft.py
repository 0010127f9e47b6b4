"""What linking works on: the gathered entries, their shapes, and the expressions still to be checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from glfstory.reading.findings import Findings
from glfstory.reading.gathering import Gathered
from glfstory.reading.markup import one_line
from glfstory.reading.nodes import Node, Place, Scalar, Table
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


@dataclass(slots=True)
class Draft:
    """A story between written and played."""

    gathered: Gathered
    findings: Findings
    shapes: Mapping[str, Mapping[str, Any]]
    """The entries whose form is right."""
    uses: list[Use] = field(default_factory=list)
    in_play: bool = False
    """Whether what is being linked is met on the way, before the end of a run."""

    def knows(self, kind: str, name: str) -> bool:
        """Whether something of that kind has the id."""
        return any(name in self.gathered.entries[group] for group in KINDS[kind])

    def refer(self, kind: str, name: Scalar) -> str:
        """The id of something that must stand elsewhere."""
        if not self.knows(kind, name):
            says = f"there is no {CALLED.get(kind, kind)} {str(name)!r}"
            self.findings.unknown("E402-unknown-id", name, says, name, self.gathered.ids(*KINDS[kind]))
        elif self.in_play and kind in ("fact", "mark") and self._is_late(name):
            says = f"the card {str(name)!r} is late, and this is met before the end of a run"
            self.findings.add("E514-late", name, says, "point to another card, or delete its `late`")
        return str(name)

    def _is_late(self, name: str) -> bool:
        card = self.shapes["facts"].get(name) or self.shapes["glossary"].get(name)
        return card is not None and bool(card.late)

    def refer_all(self, kind: str, names: Iterable[Scalar]) -> tuple[str, ...]:
        """The ids of several things."""
        return tuple(self.refer(kind, name) for name in names)

    def expression(
        self, written: Scalar | None, wants: Wanted = "condition", *, over_measures: bool = False
    ) -> str | None:
        """An expression that fills a whole value; it is checked later."""
        if written is None:
            return None
        text = one_line(written)
        start = len(written) - len(written.lstrip())
        self.uses.append(Use(text, written, start, wants, over_measures=over_measures))
        return text

    def names(self) -> list[str]:
        """Every name that an expression can use, whether or not what stands behind it is right."""
        return self.gathered.ids(*(group for group in NAMED if group != "rules"))

    def people(self) -> set[str]:
        """Every person, likewise."""
        return {name for entry in self.gathered.entries["people"].values() for name in below(entry.node, "members")}


def below(node: Node | None, key: str) -> list[Scalar]:
    """The keys of the table that stands behind a key of a table."""
    inner = node[node.key(key)] if isinstance(node, Table) and key in node else None
    return list(inner) if isinstance(inner, Table) else []
