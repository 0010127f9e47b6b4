"""What a walk tells of itself, as far as anybody wants to know: pages, closes, inputs, and what moved the meters."""

from collections.abc import Callable, Collection
from typing import Literal

from glfstory.engine import account, fates
from glfstory.engine.page import Fixed, Kind, Page, State
from glfstory.engine.program import Met
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Ending, Season

Told = Callable[["Telling", Kind, str, str, tuple[fates.Change, ...]], None]
"""Told of a page while the walk still stands at it: its kind, the scene or the ending, the choice, and the changes."""
Closed = Callable[["Telling"], None]
"""Told of the close of a season, with everything settled and nothing asked yet."""


class Telling:
    """A state that changes, with a place in the seasons, and what is kept of it."""

    def __init__(
        self,
        stage: Stage,
        setup: Setup,
        *,
        record: bool,
        closes: Collection[str],
        told: Told | None,
        closed: Closed | None,
    ) -> None:
        self.stage = stage
        self.values, self.met = stage.first_values(setup), Met()
        self.at = -1
        """The season under way, as a place in the story's seasons."""
        self.shown = stage.shown(setup.length)
        self.pages: list[Page] | None = [] if record else None
        self.closes: list[tuple[str, State]] = []
        """The state at the close of each season; without `record`, of those asked for in `closes`."""
        self._kept, self._told, self._closed = closes, told, closed
        self.fixed: list[Fixed] = []
        """What was fixed so far, in order; only with `record`."""
        self.account = account.Account(stage.program, self.values, self.met) if record else None
        """What moved the meters; only with `record`."""
        self._is_watched = record or told is not None

    @property
    def season(self) -> Season:
        """The season under way."""
        return self.stage.story.seasons[self.at]

    def state(self) -> State:
        """The state as it is now."""
        return State(tuple(self.values), frozenset(self.met))

    def _note(self, kind: account.Kind, cause: str) -> None:
        if self.account is not None:
            self.account.note(self.season.id, kind, cause, len(self.pages or ()), self.values, self.met)

    def _show(
        self,
        kind: Literal["season", "passage", "outcome", "turn"],
        scene: str = "",
        choice: str = "",
        changes: tuple[fates.Change, ...] = (),
    ) -> None:
        if self.at not in self.shown:
            return
        if self.pages is not None:
            self.pages.append(Page(kind, self.season.id, self.state(), scene=scene, choice=choice, changes=changes))
        if self._told is not None:
            self._told(self, kind, scene, choice, changes)

    def _show_ending(self, kind: Literal["ending", "coda"], ending: Ending) -> None:
        if self.pages is not None:
            self.pages.append(Page(kind, self.season.id, self.state(), ending=ending.id))
        if self._told is not None:
            self._told(self, kind, ending.id, "", ())
