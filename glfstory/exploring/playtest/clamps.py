"""Values that were held at an end of their range: how often, by how much, and by what."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from glfstory.engine.story import Story
from glfstory.engine.walk import Walk

End = Literal["low", "high"]
Row = tuple[int, int, float]
"""The fields of a count."""
Rows = dict[tuple[str, End, str, str], Row]
"""By the fields of a place; as bare as that they go quickly to other processes and back."""
Key = tuple[str, End, int, int]
"""A variable, an end, the identity of the effects, and the season as a place in the story; 0 and -1 are all of them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value was held."""

    variable: str
    end: End
    cause: str = ""
    """A rule, or `scene.choice`; an empty string for all of them together."""
    season: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How often."""

    times: int
    runs: int
    farthest: float
    """How far over the end it would have gone, at most; in the variable's unit."""


class Clamps:
    """Listens to a program, run after run."""

    def __init__(self, causes: Mapping[int, str], seasons: Sequence[str]) -> None:
        self._causes, self._seasons = causes, seasons
        self._walk: Walk | None = None
        self._run = 0
        self._found: dict[Key, list[float]] = {}
        """Times, runs, the farthest, and the last run."""

    def begin(self) -> None:
        """Another run."""
        self._run += 1
        self._walk = None

    def follow(self, walk: Walk) -> None:
        """The walk of the run."""
        self._walk = walk

    def held(self, effects: int, variable: str) -> Callable[[float, float, float], float]:
        """What notes a number outside of a variable's range, and gives the end at which it is held."""

        def note(number: float, low: float, high: float) -> float:
            end: End = "low" if number < low else "high"
            stored, over = (low, low - number) if end == "low" else (high, number - high)
            self._add((variable, end, effects, self._walk.at if self._walk else 0), over)
            self._add((variable, end, 0, -1), over)
            return stored

        return note

    def _add(self, key: Key, over: float) -> None:
        row = self._found.get(key)
        if row is None:
            self._found[key] = [1, 1, over, self._run]
            return
        row[0] += 1
        if row[3] != self._run:
            row[1] += 1
            row[3] = self._run
        if over > row[2]:
            row[2] = over

    def taken(self) -> Rows:
        """All of it; after that it begins anew."""
        found, self._found = self._found, {}
        total: Rows = {}
        for (variable, end, effects, at), (times, runs, farthest, _) in found.items():
            cause, season = self._causes.get(effects, ""), self._seasons[at] if effects else ""
            add(total, {(variable, end, cause, season): (int(times), int(runs), farthest)})
        return total


def add(total: Rows, rows: Rows) -> None:
    """Adds counts to those of the same place."""
    for place, (times, runs, farthest) in rows.items():
        before = total.get(place, (0, 0, 0.0))
        total[place] = (before[0] + times, before[1] + runs, max(before[2], farthest))


def counts(rows: Rows) -> dict[Place, Count]:
    """The same with names for all of it."""
    return {Place(*place): Count(*row) for place, row in rows.items()}


def causes_of(story: Story) -> dict[int, str]:
    """What effects belong to, by their identity: a rule, or a choice."""
    causes = {id(rule.do): rule.id for rule in story.rules.values()}
    for scene in story.scenes.values():
        causes |= {id(choice.do): f"{scene.id}.{choice.id}" for choice in scene.choices}
    return causes
