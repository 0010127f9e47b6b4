"""The brigades as the board shows them: who is where, and how near to where everyone waits."""

from dataclasses import dataclass
from statistics import median_low

from glfstory.classroom.lesson import shown_seasons
from glfstory.classroom.room import Room
from glfstory.classroom.seat import Seat
from glfstory.classroom.standing import bound


@dataclass(frozen=True, slots=True)
class Place:
    """One brigade as the board shows it."""

    number: int
    who: str
    """`free`, `pupil`, or `stepped out`."""
    season: str
    """Empty before the class begins, and where no pupil sits there."""
    stands: str
    """`waits`, `reads`, or `over`; empty as the season is."""
    decisions: str
    """How many were taken since the last release, and, while it reads, about how many there will be."""
    minutes: int | None
    """Since it moved; None where no pupil sits there."""
    code: str


def places(room: Room) -> tuple[Place, ...]:
    """All brigades; those that are still read come first."""
    seats, until, taken = room.store.seats(), room.until(), _taken(room)
    titles, now = [season.title for season in room.stage.story.seasons], room.clock()
    first, begun = shown_seasons(room.stage.story, room.lesson.setup.length)[0], room.store.state().released > 0
    there = [taken.get(seat.number, 0) for seat in seats if _stands(seat, until) != "reads"]
    about = f" of about {median_low(there)}" if there else ""

    def place(seat: Seat) -> Place:
        code = room.store.code(seat.number)
        if not seat.joined:
            return Place(seat.number, "free", "", "", "", None, code)
        who, minutes = "stepped out" if seat.out else "pupil", max(0, int((now - seat.moved) // 60))
        if not begun:
            return Place(seat.number, who, "", "", "", minutes, code)
        stands = _stands(seat, until)
        decisions = f"{taken.get(seat.number, 0)}{about if stands == 'reads' else ''}"
        return Place(seat.number, who, titles[max(first, seat.season)], stands, decisions, minutes, code)

    return tuple(sorted(map(place, seats), key=lambda each: (each.stands != "reads", each.number)))


def _stands(seat: Seat, until: int) -> str:
    return "over" if seat.over else "waits" if seat.season >= until else "reads"


def _taken(room: Room) -> dict[int, int]:
    """How many decisions each seat has taken in the seasons of the last release."""
    since = max(0, bound(room.stage, room.lesson, room.store.state().released - 1))
    seasons = [season.id for season in room.stage.story.seasons[since : max(0, room.until())]]
    return room.store.decided(seasons)
