"""The households: who is here, who left, was taken or died, and since when."""

from dataclasses import dataclass

from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import Member
from glfstory.pages.words import Line, screens


@dataclass(frozen=True, slots=True)
class Resident:
    """A person and a fate."""

    name: str
    born: int | None
    fate: str
    since: str
    """The season of the last change, or an empty string."""


@dataclass(frozen=True, slots=True)
class Home:
    """A household as it stands."""

    id: str
    title: str
    says: tuple[Line, ...]
    residents: tuple[Resident, ...]


def village(stage: Stage, moment: Moment) -> tuple[Home, ...]:
    """The households, in the story's order; who is not yet born is not listed."""
    since = {
        change.member: next(season.title for season in stage.story.seasons if season.id == page.season)
        for page in moment.pages
        for change in page.changes
    }

    def resident(member: Member) -> Resident:
        fate = str(moment.state.values[stage.program.slots[f"fate {member.id}"]])
        return Resident(member.name, member.born, fate, since.get(member.id, ""))

    homes = []
    for house in stage.story.households.values():
        says = tuple(line for page in screens(stage.program, house.says, moment.state) for line in page)
        residents = tuple(each for each in map(resident, house.members) if each.fate != "unborn")
        homes.append(Home(house.id, house.title, says, residents))
    return tuple(homes)
