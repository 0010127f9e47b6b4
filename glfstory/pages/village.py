"""The households: who is here, who left, was taken or died, since when, and what was said of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from glfstory.engine.fates import Change
from glfstory.engine.page import State
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import Member
from glfstory.pages.leaf import FATE_WORDS, fate_lines
from glfstory.pages.words import Line, say, screens


@dataclass(frozen=True, slots=True)
class Resident:
    """A person and a fate."""

    name: str
    born: int | None
    fate: str
    since: str
    """The season of the last change, or an empty string."""
    age: int | None = None
    """In this year; of the dead, when they died. None where the year of birth is not known."""
    told: tuple[Line, ...] = ()
    """What was said when the fate changed."""


@dataclass(frozen=True, slots=True)
class Home:
    """A household as it stands."""

    id: str
    title: str
    says: tuple[Line, ...]
    residents: tuple[Resident, ...]
    last_change: str = ""
    """The season in which a fate changed last, if any."""

    def counted(self, fate: str) -> int:
        """How many have that fate."""
        return sum(each.fate == fate for each in self.residents)


@dataclass(frozen=True, slots=True)
class _Turn:
    """When a fate changed, and the state in which it is told."""

    season: str
    year: int
    state: State


def village(stage: Stage, moment: Moment, *, summarised: bool = False) -> tuple[Home, ...]:
    """The households, in the story's order; who is not yet born is not listed.

    `summarised` tells deaths in one plain sentence.
    """
    turns = dict(_turns(stage, moment))
    year = int(moment.state.values[stage.program.slots["season.year"]])
    order = {season.title: place for place, season in enumerate(stage.story.seasons)}

    def resident(member: Member) -> Resident:
        fate = str(moment.state.values[stage.program.fate_slots[member.id]])
        turn = turns.get(member.id)
        if turn is None:
            return Resident(member.name, member.born, fate, "", _age(member.born, year))
        told: tuple[Line, ...] = (say(f"{member.name} {FATE_WORDS[fate]}."),)
        if not (summarised and fate == "dead"):
            told = fate_lines(stage, Change(member.id, fate), turn.state)
        age = _age(member.born, turn.year if fate == "dead" else year)
        return Resident(member.name, member.born, fate, turn.season, age, told)

    homes = []
    for house in stage.story.households.values():
        says = tuple(line for page in screens(stage.program, house.says, moment.state) for line in page)
        residents = tuple(each for each in map(resident, house.members) if each.fate != "unborn")
        last = max((each.since for each in residents if each.since), key=lambda title: order[title], default="")
        homes.append(Home(house.id, house.title, says, residents, last))
    return tuple(homes)


def _age(born: int | None, year: int) -> int | None:
    return None if born is None else max(0, year - born)


def _turns(stage: Stage, moment: Moment) -> Iterator[tuple[str, _Turn]]:
    """The last change of every person's fate, found at the closes so far, also of seasons that were not shown."""
    seasons = {season.id: season for season in stage.story.seasons}
    before = stage.first_values(moment.run.setup)
    for closed, state in moment.closes:
        for member, place in stage.program.fate_slots.items():
            if state.values[place] != before[place]:
                yield member, _Turn(seasons[closed].title, seasons[closed].year, state)
        before = list(state.values)
