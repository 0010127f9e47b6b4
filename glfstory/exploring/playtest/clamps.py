"""Values that were held at an end of their range: how often, by how much, and by what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from glfstory.engine.story import Story
from glfstory.engine.walk import Walk

End = Literal["low", "high"]


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

    def __add__(self, other: "Count") -> "Count":
        return Count(self.times + other.times, self.runs + other.runs, max(self.farthest, other.farthest))


class Clamps:
    """Listens to a program, run after run."""

    def __init__(self, causes: Mapping[int, str]) -> None:
        self._causes = causes
        self._walk: Walk | None = None
        self._run = 0
        self._found: dict[tuple[str, End, int, str], list[float]] = {}
        """Times, runs, the farthest, and the last run."""

    def begin(self) -> None:
        """Another run."""
        self._run += 1
        self._walk = None

    def follow(self, walk: Walk) -> None:
        """The walk of the run."""
        self._walk = walk

    def held(self, effects: int, variable: str, number: float, low: float, high: float) -> float:
        """Notes it, and gives the end at which the number is held."""
        end: End = "low" if number < low else "high"
        over = low - number if end == "low" else number - high
        self._add((variable, end, effects, self._walk.season.id if self._walk else ""), over)
        self._add((variable, end, 0, ""), over)
        return low if end == "low" else high

    def _add(self, key: tuple[str, End, int, str], over: float) -> None:
        row = self._found.get(key)
        if row is None:
            self._found[key] = [1, 1, over, self._run]
            return
        row[0] += 1
        row[1] += row[3] != self._run
        row[2] = max(row[2], over)
        row[3] = self._run

    def taken(self) -> dict[Place, Count]:
        """All of it; after that it begins anew."""
        found, self._found = self._found, {}
        return added(
            (Place(variable, end, self._causes.get(effects, ""), season), Count(int(row[0]), int(row[1]), row[2]))
            for (variable, end, effects, season), row in found.items()
        )


def added(rows: Iterable[tuple[Place, Count]]) -> dict[Place, Count]:
    """Counts of the same place put together."""
    total: dict[Place, Count] = {}
    for place, count in rows:
        total[place] = total[place] + count if place in total else count
    return total


def causes_of(story: Story) -> dict[int, str]:
    """What effects belong to, by their identity: a rule, or a choice."""
    causes = {id(rule.do): rule.id for rule in story.rules.values()}
    for scene in story.scenes.values():
        causes |= {id(choice.do): f"{scene.id}.{choice.id}" for choice in scene.choices}
    return causes
