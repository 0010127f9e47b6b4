"""What moved the meters: an entry for whatever changed one of them, in order."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from glfstory.engine.program import Program, Question, Values
from glfstory.engine.story import Value

Kind = Literal["rule", "choice", "stand-in", "season", "scene", "input", "fates"]


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that changed a meter."""

    season: str
    kind: Kind
    """`stand-in` is the choice that stands for a scene that was passed; `season` the beginning of a season."""
    cause: str
    """The id of the rule, scene or season, or `scene.choice`."""
    page: int
    """The place of the first page that comes after it."""
    before: tuple[float, ...]
    """Every meter before it, in the story's order."""
    after: tuple[float, ...]
    parts: tuple[tuple[str, Value, Value], ...]
    """The stored names that meters rest on and that it changed: name, value before, value after."""


class Account:
    """Looks at the meters after everything that a walk does."""

    def __init__(self, program: Program, values: Values, met: AbstractSet[str]) -> None:
        meters = program.story.meters
        places = {place for meter in meters for place in program.reads(meter)}
        names = {place: name for name, place in program.slots.items()}
        self._reads_met = "met" in places
        self._places = sorted(place for place in places if isinstance(place, int))
        self._names = [names[place] for place in self._places]
        self._meters: list[Question] = [program.question(meter) for meter in meters]
        self.entries: list[Moved] = []
        self._stored = self._look(values)
        self._levels = self._weigh(values, met)

    def note(self, season: str, kind: Kind, cause: str, page: int, values: Values, met: AbstractSet[str]) -> None:
        """Enters a cause, if any meter has changed since the last one."""
        stored = self._look(values)
        if stored == self._stored and not self._reads_met:
            return
        levels = self._weigh(values, met)
        if levels != self._levels:
            both = zip(self._names, self._stored, stored, strict=True)
            parts = tuple((name, then, now) for name, then, now in both if then != now)
            self.entries.append(Moved(season, kind, cause, page, self._levels, levels, parts))
        self._stored, self._levels = stored, levels

    def _look(self, values: Values) -> list[Value]:
        return [values[place] for place in self._places]

    def _weigh(self, values: Values, met: AbstractSet[str]) -> tuple[float, ...]:
        return tuple(float(meter(values, met)) for meter in self._meters)
