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


def settle(
    members: tuple[Member, ...], program: Program, values: Values, met: Met, toll: float, seed: int
) -> tuple[Change, ...]:
    """Births, departures and deaths at a close; `toll` is the share of the village that has died.

    Of n members at the start the first round(toll x n) in the order of frailty are dead; who left or was taken is
    passed over, who is spared comes last, and nobody comes back.
    """
    moved = [Change(member.id, _moved(member, program, values, met)) for member in members]
    changes = [change for change in moved if change.fate]
    for change in changes:
        values[program.fate_slots[change.member]] = change.fate
    due = round(toll * sum(member.birth is None for member in members))
    due -= sum(values[place] == "dead" for place in program.fate_slots.values())
    if due > 0:
        here = [member for member in members if values[program.fate_slots[member.id]] == "here"]

        def turn(member: Member) -> tuple[bool, float, str]:
            spared = member.spared is not None and program.holds(member.spared, values, met)
            return spared, waiting(seed, member.frailty, "fate", member.id), member.id

        here.sort(key=turn)
        for member in here[:due]:
            values[program.fate_slots[member.id]] = "dead"
            changes.append(Change(member.id, "dead"))
    return tuple(changes)


def _moved(member: Member, program: Program, values: Values, met: Met) -> str:
    """The new fate of a person who is born, is taken or leaves now, or an empty string."""
    if member.birth is None and member.left is None and member.taken is None:
        return ""
    now = values[program.fate_slots[member.id]]
    if now == "unborn":
        return "here" if program.holds(member.birth, values, met) else ""
    if now != "here":
        return ""
    if member.taken is not None and program.holds(member.taken, values, met):
        return "taken"
    return "left" if member.left is not None and program.holds(member.left, values, met) else ""
