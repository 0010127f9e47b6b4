"""Where a seat stands: the page in front of the pupil, or the season that waits for its release."""

from dataclasses import dataclass

from glfstory.classroom.lesson import Lesson
from glfstory.classroom.seat import Seat
from glfstory.engine.page import Page
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.pages.leaf import leaves


@dataclass(frozen=True, slots=True)
class Standing:
    """A seat with its run as it stands."""

    seat: Seat
    moment: Moment
    at: int
    """The page in front of the pupil, as a place in the moment's pages."""
    season: int
    """Its season, as a place among the story's seasons."""
    waits: bool
    """Whether that season is not released yet, so that the page is not shown."""

    @property
    def page(self) -> Page:
        """The page in front of the pupil."""
        return self.moment.pages[self.at]

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after it without a decision."""
        return self.at >= len(self.moment.pages) - 1

    @property
    def asks(self) -> bool:
        """Whether it is the passage that waits for a decision."""
        return self.is_last and not self.waits and not self.moment.over

    @property
    def is_over(self) -> bool:
        """Whether the run has come to its last page."""
        return self.is_last and not self.waits and self.moment.over


def bound(stage: Stage, lesson: Lesson, released: int) -> int:
    """The place of the first season that is not released, or how many there are; -1 before the class begins.

    `released` counts the releases: the first one begins the class, each other opens a hold.
    """
    if released <= 0:
        return -1
    if released > len(lesson.holds):
        return len(stage.story.seasons)
    return [season.id for season in stage.story.seasons].index(lesson.holds[released - 1])


def standing(stage: Stage, seat: Seat, moment: Moment, until: int) -> Standing:
    """Where a seat stands, at a page with something on it; `until` is the place of the first season that waits."""
    ids = [season.id for season in stage.story.seasons]
    at, last = max(seat.page, moment.fresh), len(moment.pages) - 1
    while at < last and not leaves(stage, moment.pages[at]):
        at += 1
    at = min(at, last)
    season = ids.index(moment.pages[at].season)
    return Standing(seat, moment, at, season, season >= until)
