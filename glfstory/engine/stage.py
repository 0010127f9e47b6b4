"""A story set up for walks: its program, what each season does in which order, and the values it starts with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from glfstory.engine import fates, ready, schedule
from glfstory.engine.beginning import beginning
from glfstory.engine.chance import SIGN
from glfstory.engine.expressions import rounded
from glfstory.engine.program import Action, Held, Met, Program, Values
from glfstory.engine.story import Story


@dataclass(frozen=True, slots=True)
class Setup:
    """What is chosen before a run starts."""

    options: Mapping[str, str] = field(default_factory=dict)
    length: str = ""
    constants: Mapping[str, float] = field(default_factory=dict)
    """Constants given another value for this run."""


class Stage:
    """A story set up for walks: its program, and what each season does in which order."""

    def __init__(self, story: Story, constants: Mapping[str, float] | None = None, *, held: Held | None = None) -> None:
        self.story = story
        self.program = Program(story, dict(constants or {}), held)
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
        self.beginnings = [
            beginning(story, self.program, season, self._start, self.seasonal.values()) for season in story.seasons
        ]
        self.village = fates.village(self.program, self.members)
        self.asked = [(ending, ready.question(self.program, ending.when)) for ending in self.endings]
        """The endings by rank, each with what it is asked for."""
        self.asked_early = [(ending, when) for ending, when in self.asked if ending.early]
        """Those of them that may cut a run short."""
        self.toll = self.program.slots[story.toll] if story.toll else None
        self._acts: dict[tuple[str, ...], tuple[Action, ...]] = {}
        self._stands: dict[str, ready.Stand] = {}
        self._drawn: dict[int, tuple[ready.Storylet, ...]] = {}
        self._shown: dict[str, range] = {}

    def stand(self, scene: str) -> ready.Stand:
        """A scene made ready, when it is first met."""
        made = self._stands.get(scene)
        if made is None:
            inputs = self.inputs_at.get(scene, [])
            made = self._stands[scene] = ready.stand(self.program, self.story, self.story.scenes[scene], inputs)
        return made

    def drawn(self, at: int) -> tuple[ready.Storylet, ...]:
        """The storylets of a season made ready, when it first draws."""
        made = self._drawn.get(at)
        if made is None:
            scenes, season = [self.story.scenes[name] for name in self.storylets[at]], self.story.seasons[at].id
            made = self._drawn[at] = tuple(
                ready.Storylet(each, ready.question(self.program, each.when), SIGN.join(["", "draw", season, each.id]))
                for each in scenes
            )
        return made

    def shown(self, length: str) -> range:
        """The seasons of a length in which scenes are met."""
        made = self._shown.get(length)
        if made is None:
            told = self.story.lengths.get(length)
            ids = [season.id for season in self.story.seasons]
            first = ids.index(told.first) if told and told.first else 0
            last = ids.index(told.last) if told and told.last else len(ids) - 1
            made = self._shown[length] = range(first, last + 1)
        return made

    def acts(self, rules: tuple[str, ...]) -> tuple[Action, ...]:
        """What some rules do, one after the other."""
        made = self._acts.get(rules)
        if made is None:
            effects = [self.story.rules[rule].do for rule in rules]
            made = self._acts[rules] = tuple(self.program.action(each) for each in effects if each)
        return made

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
