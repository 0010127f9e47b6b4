"""Where a reader is in a run: the screenfuls since the last decision, and the one in front of the reader."""

from dataclasses import dataclass, replace
from functools import cached_property

from glfstory.engine import run as runs
from glfstory.engine.page import Page
from glfstory.engine.run import Moment, Run
from glfstory.engine.stage import Stage
from glfstory.pages.leaf import Leaf, leaves


@dataclass(frozen=True)
class Sitting:
    """A run, open at a screenful. Every step gives a new sitting."""

    stage: Stage
    moment: Moment
    at: int = 0
    summarised: bool = False
    """Whether scenes in which someone dies are shown in their short form."""

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The screenfuls since the last decision."""
        pages = self.moment.pages[self.moment.fresh :]
        return tuple(leaf for page in pages for leaf in leaves(self.stage, page, summarised=self.summarised))

    @property
    def leaf(self) -> Leaf:
        """The screenful in front of the reader."""
        return self.leaves[min(self.at, len(self.leaves) - 1)]

    @cached_property
    def so_far(self) -> Moment:
        """The moment at the screenful in front of the reader, so that nothing beside it tells what is to come."""
        moment, leaf = self.moment, self.leaf
        shown = next(place for place, page in enumerate(moment.pages) if page.state is leaf.state)
        closes = tuple(each for each in moment.closes if self._is_told(each[0], moment.pages[shown]))
        account = tuple(each for each in moment.account if each.page <= shown)
        pages = moment.pages[: shown + 1]
        return replace(moment, pages=pages, state=leaf.state, closes=closes, account=account)

    def _is_told(self, closed: str, page: Page) -> bool:
        """Whether a season's close lies before a page."""
        order = [season.id for season in self.stage.story.seasons]
        is_after_close = page.kind in ("turn", "ending", "coda")
        return order.index(closed) < order.index(page.season) + is_after_close

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after it without a decision."""
        return self.at >= len(self.leaves) - 1

    @property
    def is_over(self) -> bool:
        """Whether the run has ended and its last page is in front of the reader."""
        return self.moment.over and self.is_last

    @property
    def reached(self) -> int:
        """How far the archive is open: the place of the season before the reader, and past the last at the end."""
        seasons = [season.id for season in self.stage.story.seasons]
        return len(seasons) if self.is_over else seasons.index(self.so_far.pages[-1].season)

    def on(self) -> "Sitting":
        """The next screenful; the same sitting where there is none."""
        return self if self.is_last else replace(self, at=self.at + 1)

    def choose(self, choice: str, reason: str = "") -> "Sitting":
        """The sitting after a decision. Raises NotOpen where the choice cannot be taken."""
        taken = runs.choose(self.stage, self.moment.run, choice, reason)
        return replace(self, moment=runs.replay(self.stage, taken), at=0)

    def back(self, decisions: int = 1) -> "Sitting":
        """The sitting before the last decisions, at the passage that asked for the first of them."""
        return self.resumed(runs.back(self.moment.run, decisions))

    def summarise(self, summarised: bool) -> "Sitting":
        """The same place with death scenes in the short form, or in full."""
        return replace(self, summarised=summarised)

    def resumed(self, run: Run) -> "Sitting":
        """Another run of the same story, open at the passage that waits."""
        other = replace(self, moment=runs.replay(self.stage, run), at=0)
        first = [place for place, leaf in enumerate(other.leaves) if leaf.scene == other.moment.scene != ""]
        return replace(other, at=next((place for place in first if other.leaves[place].kind == "passage"), 0))


def sit(stage: Stage, run: Run, *, summarised: bool = False) -> Sitting:
    """A run, open at the first screenful after its last decision, or at the first page of its ending."""
    opened = Sitting(stage, runs.replay(stage, run), 0, summarised)
    ending = next((place for place, leaf in enumerate(opened.leaves) if leaf.kind == "ending"), 0)
    return replace(opened, at=ending)
