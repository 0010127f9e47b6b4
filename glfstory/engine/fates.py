"""Who is here, left, taken or dead at the close of a season."""

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
    """The order of frailty under one seed: how long each person waits for death, worked out when first asked."""

    def __init__(self, members: tuple[Member, ...], seed: int) -> None:
        self.members, self.seed = members, seed
        self.movers = [each for each in members if (each.birth, each.left, each.taken) != (None, None, None)]
        """Those who can be born, be taken or leave."""
        self.first = sum(member.birth is None for member in members)
        """Members at the start."""
        self._waits: dict[str, float] = {}

    def wait(self, member: Member) -> float:
        """-ln(u)/frailty, u keyed by seed and member."""
        if member.id not in self._waits:
            self._waits[member.id] = waiting(self.seed, member.frailty, "fate", member.id)
        return self._waits[member.id]


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
        here = [member for member in order.members if values[program.fate_slots[member.id]] == "here"]

        def turn(member: Member) -> tuple[bool, float, str]:
            spared = member.spared is not None and program.holds(member.spared, values, met)
            return spared, order.wait(member), member.id

        here.sort(key=turn)
        for member in here[:due]:
            values[program.fate_slots[member.id]] = "dead"
            changes.append(Change(member.id, "dead"))
    return tuple(changes)


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
