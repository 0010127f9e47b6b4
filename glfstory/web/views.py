"""A seat's page as a template shows it."""

from dataclasses import dataclass

from glfstory.classroom.room import Room
from glfstory.classroom.standing import Standing
from glfstory.pages.archive import card
from glfstory.pages.leaf import ChoiceLine, Leaf, leaves
from glfstory.pages.meters import Meter, SeasonMark, meters, season_strip
from glfstory.pages.sitting import Sitting


@dataclass(frozen=True, slots=True)
class View:
    """What is in front of a pupil."""

    now: Standing
    sitting: Sitting
    leaves: tuple[Leaf, ...]
    """The page in front of the pupil, as the screenfuls that it would be on a small screen."""
    meters: tuple[Meter, ...]
    strip: tuple[SeasonMark, ...]
    marks: tuple[str, ...]
    """The ids of its marks in the order of their numbers."""
    headings: dict[str, str]
    """What the card of each mark is headed with."""
    paused: bool
    can_go_back: bool

    @property
    def choices(self) -> tuple[ChoiceLine, ...]:
        """The choices, open and closed."""
        return self.leaves[-1].choices if self.leaves else ()

    def number(self, mark: str) -> int:
        """The number of a mark."""
        return self.marks.index(mark) + 1


def sitting_at(room: Room, now: Standing, *, summarised: bool) -> Sitting:
    """The seat's run, open at its page; of a page that waits, at the one before it."""
    before = now.moment.pages[now.moment.fresh : now.at]
    place = sum(len(leaves(room.stage, page, summarised=summarised)) for page in before)
    return Sitting(room.stage, now.moment, max(0, place - now.waits), summarised)


def view(room: Room, now: Standing, *, summarised: bool) -> View:
    """All of it."""
    sitting = sitting_at(room, now, summarised=summarised)
    shown = () if now.waits else leaves(room.stage, now.page, summarised=summarised)
    marks = tuple(dict.fromkeys(mark for leaf in shown for mark in leaf.marks))
    state = now.page.state
    mourns = any(leaf.mourns for leaf in shown)
    is_told = now.waits or now.page.kind in ("ending", "coda")
    levels = () if mourns or is_told else meters(room.stage, now.moment, state)
    headings = {mark: card(room.stage.story, mark).heading for mark in marks}
    strip = season_strip(room.stage, state, is_after=now.page.kind == "coda")
    paused = room.store.state().paused
    return View(now, sitting, shown, levels, strip, marks, headings, paused, room.can_go_back(now))
