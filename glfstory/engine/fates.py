"""Who is here, left, taken or dead at the close of a season."""

from collections.abc import Iterable
from dataclasses import dataclass

from glfstory.engine.chance import waiting
from glfstory.engine.program import Met, Program, Values
from glfstory.engine.story import Member


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a person this season: a new fate (`here` is a birth)."""

    member: str
    fate: str


def first_fate(member: Member) -> str:
    """The fate with which the story begins."""
    return "unborn" if member.birth is not None else "left" if member.away else "here"


class Order:
    """The order of frailty under one seed, worked out when it is first asked for."""

    def __init__(self, members: tuple[Member, ...], seed: int) -> None:
        self.members, self.seed = members, seed
        self.movers = [each for each in members if (each.birth, each.left, each.taken) != (None, None, None)]
        """Those who can be born, be taken or leave."""
        self.first = sum(member.birth is None for member in members)
        """Members at the start."""
        self._frail: list[Member] = []

    @property
    def frail(self) -> list[Member]:
        """Everybody, the first to die first: by -ln(u)/frailty, u keyed by seed and member."""
        if not self._frail:

            def wait(member: Member) -> tuple[float, str]:
                return waiting(self.seed, member.frailty, "fate", member.id), member.id

            self._frail = sorted(self.members, key=wait)
        return self._frail


def settle(order: Order, program: Program, values: Values, met: Met, toll: float) -> tuple[Change, ...]:
    """Births, departures and deaths at a close; `toll` is the share of the village that has died.

    Of n members at the start the first round(toll x n) in the order of frailty are dead; who left or was taken is
    passed over, who is spared comes last, and nobody comes back.
    """
    moved = [Change(member.id, _moved(member, program, values, met)) for member in order.movers]
    changes = [change for change in moved if change.fate]
    for change in changes:
        values[program.fate_slots[change.member]] = change.fate
    due = round(toll * order.first)
    due -= sum(values[place] == "dead" for place in program.fate_slots.values())
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


def _moved(member: Member, program: Program, values: Values, met: Met) -> str:
    """The new fate of a person who is born, is taken or leaves now, or an empty string."""
    now = values[program.fate_slots[member.id]]
    if now == "unborn":
        return "here" if program.holds(member.birth, values, met) else ""
    if now != "here":
        return ""
    if member.taken is not None and program.holds(member.taken, values, met):
        return "taken"
    return "left" if member.left is not None and program.holds(member.left, values, met) else ""
