"""A run as digits: each says one thing, and has as many values as there are things to say.

They are: what is carried beside the decisions, the length, the options, the seed, changed constants, outside inputs,
whether the run is over or else how many decisions it has, and for each decision its place among the choices that were
open, with its reason where reasons are carried.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from glfstory.engine import SEEDS
from glfstory.engine.expressions import rounded
from glfstory.engine.run import Decision, Entry, Outside, Run
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Input, Scene, Story
from glfstory.engine.walk import Walk
from glfstory.saving.digits import Digit, Digits, NoSuchDigits, decimal, whole
from glfstory.saving.wishes import Wishes, refusal

REASONS, MORE = 1, 2
"""What the first digit says is carried beside decisions: their reasons, or what a second digit says."""
WITH_REASONS, WITH_CONSTANTS, WITH_INPUTS = 1, 2, 4


def digits_of(stage: Stage, run: Run) -> Iterator[Digit]:
    """What a run holds, digit by digit. Raises KeyError, ValueError or IndexError for what this story does not have."""
    story, setup = stage.story, run.setup
    inputs = _inputs(story, run)
    has_reasons = any(decision.reason for decision in run.decisions)
    more = WITH_REASONS * has_reasons + WITH_CONSTANTS * bool(setup.constants) + WITH_INPUTS * bool(inputs)
    yield (MORE if more > WITH_REASONS else more), 3
    if more > WITH_REASONS:
        yield more, 8
    if setup.length or story.lengths:
        yield sorted(story.lengths).index(setup.length), len(story.lengths)
    for name in sorted(story.options):
        words = sorted(story.options[name].words)
        yield words.index(setup.options[name]), len(words)
    yield run.seed, SEEDS
    if setup.constants:
        yield from whole(len(setup.constants) - 1)
        for name, value in sorted(setup.constants.items()):
            yield sorted(story.constants).index(name), len(story.constants)
            yield from decimal(value)
    if inputs:
        for slot in _slots(story):
            yield int(slot in inputs), 2
            if slot in inputs:
                yield _step(story.inputs[slot[1]], inputs[slot]), _steps(story.inputs[slot[1]])
    yield from _decisions(stage, run, inputs, has_reasons=has_reasons)


def _decisions(
    stage: Stage, run: Run, inputs: Mapping[tuple[str, str], float], *, has_reasons: bool
) -> Iterator[Digit]:
    """How many decisions there are, and each as its place among the choices that were open."""
    reasons = sorted(stage.story.reasons)
    walk = Walk(stage, run.seed, run.setup, inputs)
    found: list[Digit] = []
    walk.advance()
    for decision in run.decisions:
        ids = [choice.id for choice in walk.open_choices()]
        if walk.scene is None or walk.scene.id != decision.scene:
            raise ValueError(decision.scene)
        found.append((ids.index(decision.choice), len(ids)))
        if has_reasons and asks(stage.story, walk.scene):
            found.append((["", *reasons].index(decision.reason), len(reasons) + 1))
        elif decision.reason:
            raise ValueError(decision.reason)
        walk.choose(decision.choice)
        walk.advance()
    yield int(walk.over), 2
    if not walk.over:
        yield from whole(len(run.decisions))
    yield from found


def asks(story: Story, scene: Scene) -> bool:
    """Whether a scene asks for a reason."""
    return scene.reason and bool(story.reasons)


@dataclass(slots=True)
class RunReader:
    """Reads a run from its digits."""

    stage: Stage
    digits: Digits

    def run(self) -> Run:
        """All of it. Raises NoSuchDigits."""
        story, take = self.stage.story, self.digits.take
        carried = take(3)
        more = take(8) if carried == MORE else carried
        length = sorted(story.lengths)[take(len(story.lengths))] if story.lengths else ""
        options = {
            name: sorted(story.options[name].words)[take(len(story.options[name].words))]
            for name in sorted(story.options)
        }
        seed = take(SEEDS)
        constants = self._constants() if more & WITH_CONSTANTS else {}
        inputs = self._inputs() if more & WITH_INPUTS else {}
        setup = Setup({name: options[name] for name in story.options}, length, constants)
        stage = self.stage
        if constants != dict(stage.program.constants):
            if refusal(story, Wishes(constants=constants)):
                raise NoSuchDigits
            stage = Stage(story, constants)
        entries = tuple(self._entries(stage, seed, setup, inputs, has_reasons=bool(more & WITH_REASONS)))
        return Run(story.id, story.version, seed, (), setup, entries)

    def _constants(self) -> dict[str, float]:
        names, found = sorted(self.stage.story.constants), {}
        for _ in range(min(len(names), self.digits.take_whole() + 1)):
            name = names[self.digits.take(len(names))]
            found[name] = self.digits.take_decimal()
        return found

    def _inputs(self) -> dict[tuple[str, str], float]:
        found = {}
        for slot in _slots(self.stage.story):
            if self.digits.take(2):
                outside = self.stage.story.inputs[slot[1]]
                found[slot] = rounded(
                    outside.low + outside.step * self.digits.take(_steps(outside)),
                    outside.low,
                    outside.high,
                    outside.step,
                )
        return found

    def _entries(
        self, stage: Stage, seed: int, setup: Setup, inputs: Mapping[tuple[str, str], float], *, has_reasons: bool
    ) -> Iterator[Entry]:
        """Inputs before the first decision of their season, and decisions, to the last."""
        reasons = ["", *sorted(stage.story.reasons)]
        order = [season.id for season in stage.story.seasons]
        waiting = sorted((order.index(season), season, name) for season, name in inputs)
        walk = Walk(stage, seed, setup, inputs)
        walk.advance()
        is_over = self.digits.take(2)
        left = None if is_over else self.digits.take_whole()
        while left != 0 and not (is_over and walk.over):
            if walk.scene is None:
                raise NoSuchDigits
            left = None if left is None else left - 1
            while waiting and waiting[0][0] <= walk.at:
                _, season, name = waiting.pop(0)
                yield Outside(season, name, inputs[season, name])
            scene, choices = walk.scene, walk.open_choices()
            choice = choices[self.digits.take(len(choices))].id
            reason = reasons[self.digits.take(len(reasons))] if has_reasons and asks(stage.story, scene) else ""
            yield Decision(scene.id, choice, reason)
            walk.choose(choice)
            walk.advance()
        yield from (Outside(season, name, inputs[season, name]) for _, season, name in waiting)


def _slots(story: Story) -> list[tuple[str, str]]:
    """Every season and input that a number from outside can have a meaning for, in order."""
    places = {season.id: at for at, season in enumerate(story.seasons)}
    found = {
        (places[season], season, each.id)
        for each in story.inputs.values()
        for scene in each.scenes
        for season in story.scenes[scene].seasons or places
    }
    return [(season, name) for _, season, name in sorted(found)]


def _inputs(story: Story, run: Run) -> dict[tuple[str, str], float]:
    """What came from outside and has a meaning."""
    slots = set(_slots(story))
    given = {(each.season, each.input): each.value for each in run.entries if isinstance(each, Outside)}
    return {slot: value for slot, value in given.items() if slot in slots}


def _steps(outside: Input) -> int:
    return round((outside.high - outside.low) / outside.step) + 1


def _step(outside: Input, value: float) -> int:
    return round((rounded(value, outside.low, outside.high, outside.step) - outside.low) / outside.step)
