"""A run of a playtest in a form in which a writer can play it again."""

from dataclasses import dataclass
from typing import Any

from glfstory.engine.stage import Stage
from glfstory.exploring.playtest.sights import Sight
from glfstory.exploring.playtest.trip import Trip, run_of
from glfstory.saving.code import code_of


@dataclass(frozen=True, slots=True)
class Retold:
    """A run to be played again."""

    seed: int
    options: tuple[tuple[str, str], ...]
    length: str
    decisions: tuple[tuple[str, str], ...]
    """Scenes and choices."""
    numbers: tuple[int, ...]
    """The same as the numbers that a player types, from 1."""
    code: str
    """Its run code; an empty string in a story that has none."""

    def __str__(self) -> str:
        if self.code:
            return f"code {self.code}"
        setup = [*(f"--option {name}={word}" for name, word in self.options)]
        setup += [f"--length {self.length}"] if self.length else []
        typed = " ".join(map(str, self.numbers)) or "nothing"
        return f"{' '.join([f'--seed {self.seed}', *setup])}, then {typed}"

    def as_data(self) -> dict[str, Any]:
        """The same for JSON."""
        return {
            "code": self.code or None,
            "seed": self.seed,
            "options": dict(self.options),
            "length": self.length,
            "decisions": [list(each) for each in self.decisions],
        }


def retold(stage: Stage, trip: Trip, decisions: int | None = None, to: Sight | None = None) -> Retold:
    """A trip retold: all of it, its first decisions, or as far as to where a scene or a choice is seen."""
    scene = to.id.partition(".")[0] if to and to.kind in ("scene", "choice", "closed") else ""
    taken: tuple[tuple[str, str], ...] = ()
    try:
        run = run_of(stage, trip, decisions, scene)
        code = code_of(stage, run)
        taken = tuple((each.scene, each.choice) for each in run.decisions)
    except Exception:  # a run that failed may fail again when its decisions are looked up
        code = ""
    numbers = tuple(place + 1 for place in trip.taken[: len(taken) if taken or scene else decisions])
    return Retold(trip.asked.seed, trip.asked.options, trip.asked.length, taken, numbers, code)
