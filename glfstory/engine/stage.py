"""A story set up for walks: its program, what each season does in which order, and the values it starts with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from glfstory.engine import fates, schedule
from glfstory.engine.expressions import rounded
from glfstory.engine.program import Met, Program, Values
from glfstory.engine.story import Constant, Story


@dataclass(frozen=True, slots=True)
class Setup:
    """What is chosen before a run starts."""

    options: Mapping[str, str] = field(default_factory=dict)
    length: str = ""
    constants: Mapping[str, float] = field(default_factory=dict)
    """Constants given another value for this run."""


class Stage:
    """A story set up for walks: its program, and what each season does in which order."""

    def __init__(self, story: Story, constants: Mapping[str, float] | None = None) -> None:
        self.story = story
        self.program = Program(story, dict(constants or {}))
        self.steps = [schedule.steps(story, season) for season in story.seasons]
        self.storylets = [schedule.storylets(story, season) for season in story.seasons]
        by_rank = sorted(story.endings.values(), key=lambda ending: (ending.rank, ending.id))
        self.endings = [ending for ending in by_rank if not ending.coda]
        self.codas = [ending for ending in by_rank if ending.coda]
        self.inputs_at: dict[str, list[str]] = {}
        for outside in story.inputs.values():
            for scene in outside.scenes:
                self.inputs_at.setdefault(scene, []).append(outside.id)
        changed = self.program.constants
        self.seasonal = {each.id: each for each in story.constants.values() if each.by and each.id not in changed}
        """Constants whose value is picked anew each season."""
        self.members = story.members
        self._start = self._starting_values()
        self.known, self.chosen = self._sorted_constants()
        """Of the seasonal constants: places and values season by season, where the season alone decides; the others."""

    def first_values(self, setup: Setup) -> Values:
        """What every name stands for before the first season."""
        values = self._start.copy()
        for name, word in setup.options.items():
            values[self.program.slots[name]] = word
        return values

    def _starting_values(self) -> Values:
        story, program = self.story, self.program
        values: Values = [0] * len(program.slots)
        for variable in story.variables.values():
            if variable.computed is None:
                values[program.slots[variable.id]] = variable.start
        for constant in story.constants.values():
            if constant.id not in self.seasonal:
                values[program.slots[constant.id]] = program.constant(constant, values, Met())
        for option in story.options.values():
            values[program.slots[option.id]] = option.start
        for outside in story.inputs.values():
            values[program.slots[outside.id]] = rounded(0, outside.low, outside.high, outside.step)
        for member in story.members:
            values[program.fate_slots[member.id]] = fates.first_fate(member)
        return values

    def _sorted_constants(self) -> tuple[list[list[tuple[int, float]]], list[Constant]]:
        program, values = self.program, self._start.copy()
        season_places = {program.slots["season.year"], program.slots["season.name"]}
        by_season = [each for each in self.seasonal.values() if program.reads(each.by or "0") <= season_places]
        known: list[list[tuple[int, float]]] = []
        for season in self.story.seasons:
            values[program.slots["season.year"]] = season.year
            values[program.slots["season.name"]] = season.name
            known.append([(program.slots[each.id], program.constant(each, values, Met())) for each in by_season])
        return known, [each for each in self.seasonal.values() if each not in by_season]
