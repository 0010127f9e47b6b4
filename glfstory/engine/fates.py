"""Who is here, left, taken or dead at the close of a season."""

from collections.abc import Iterable
from dataclasses import dataclass

from glfstory.engine.chance import in_order, unit
from glfstory.engine.program import Met, Program, Values
from glfstory.engine.ready import Mover, movers
from glfstory.engine.story import Member


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a person this season: a new fate (`here` is a birth)."""

    member: str
    fate: str


def first_fate(member: Member) -> str:
    """The fate with which the story begins."""
    return "unborn" if member.birth is not None else "left" if member.away else "here"


@dataclass(frozen=True, slots=True)
class Village:
    """The named persons of a story, ready to be settled."""

    members: tuple[Member, ...]
    movers: tuple[Mover, ...]
    places: tuple[int, ...]
    """Where the fate of each of them is kept."""
    first: int
    """Members at the start."""


def village(program: Program, members: tuple[Member, ...]) -> Village:
    """The named persons of a story."""
    first = sum(member.birth is None for member in members)
    return Village(members, movers(program, members), tuple(program.fate_slots.values()), first)


class Order:
    """The order of frailty under one seed, worked out when it is first asked for."""

    def __init__(self, village: Village, seed: int) -> None:
        self.village, self.seed = village, seed
        self._frail: list[Member] = []

    @property
    def frail(self) -> list[Member]:
        """Everybody, the first to die first: by -ln(u)/frailty, u keyed by seed and member."""
        if not self._frail:
            members = {member.id: member for member in self.village.members}
            units = [(unit(self.seed, "fate", each.id), each.frailty, each.id) for each in self.village.members]
            self._frail = [members[id] for id in in_order(units)]
        return self._frail


def settle(order: Order, program: Program, values: Values, met: Met, toll: float) -> tuple[Change, ...]:
    """Births, departures and deaths at a close; `toll` is the share of the village that has died.

    Of n members at the start the first round(toll x n) in the order of frailty are dead; who left or was taken is
    passed over, who is spared comes last, and nobody comes back.
    """
    village = order.village
    moved = [(mover, fate) for mover in village.movers if (fate := _moved(mover, values, met))]
    for mover, fate in moved:
        values[mover.place] = fate
    changes = [Change(mover.id, fate) for mover, fate in moved]
    due = round(toll * village.first)
    if due > 0:
        due -= sum([values[place] == "dead" for place in village.places])
    if due > 0:
        here = (member for member in order.frail if values[program.fate_slots[member.id]] == "here")
        for member in _first(due, here, program, values, met):
            values[program.fate_slots[member.id]] = "dead"
            changes.append(Change(member.id, "dead"))
    return tuple(changes)


def _first(due: int, frail: Iterable[Member], program: Program, values: Values, met: Met) -> list[Member]:
    """The first of those here in the order of frailty, the spared after all others."""
    first: list[Member] = []
    spared: list[Member] = []
    for member in frail:
        if len(first) == due:
            return first
        is_spared = member.spared is not None and program.holds(member.spared, values, met)
        (spared if is_spared else first).append(member)
    return (first + spared)[:due]


def _moved(mover: Mover, values: Values, met: Met) -> str:
    """The new fate of a person who is born, is taken or leaves now, or an empty string."""
    now = values[mover.place]
    if now == "here":
        if mover.taken is not None and mover.taken(values, met):
            return "taken"
        return "left" if mover.left is not None and mover.left(values, met) else ""
    if now == "unborn":
        return "here" if mover.birth is None or mover.birth(values, met) else ""
    return ""
