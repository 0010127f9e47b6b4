"""Roads through Two Ledgers, taken by the choices they name and otherwise by a policy."""

from collections.abc import Mapping
from functools import cache
from statistics import median

from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Story, Value
from glfstory.engine.walk import Walk
from glfstory.exploring.players import preferred
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story

SEEDS = range(60)


@cache
def story() -> Story:
    found = read(shipped_story()).story
    assert found is not None
    return found


@cache
def stage(*constants: tuple[str, float]) -> Stage:
    return Stage(story(), dict(constants))


class Road:
    """Runs under sixty seeds: `choices` where they are open, and otherwise what the policy prefers."""

    def __init__(
        self,
        policy: str,
        choices: Mapping[str, str] | None = None,
        county: str = "hard",
        constants: tuple[tuple[str, float], ...] = (),
    ) -> None:
        self.stage = stage(*constants)
        self.runs = [self._walk(seed, policy, choices or {}, county) for seed in SEEDS]

    def _walk(self, seed: int, policy: str, choices: Mapping[str, str], county: str) -> Walk:
        changed = dict(self.stage.program.constants)
        walk = Walk(
            self.stage, seed, Setup({"county": county}, "", changed), closes=[season.id for season in story().seasons]
        )
        walk.advance()
        while walk.scene is not None:
            open_choices = walk.open_choices()
            wanted = choices.get(walk.scene.id)
            named = [choice for choice in open_choices if choice.id == wanted]
            choice = named[0] if named else preferred(open_choices, story().policies[policy], seed, walk.scene.id)
            walk.choose(choice.id)
            walk.advance()
        return walk

    def each(self, expression: str, at: str = "1962-spring") -> list[Value]:
        """What an expression comes to at the close of a season, in each run that came so far."""
        question = self.stage.program.question(expression)
        states = [dict(walk.closes).get(at) for walk in self.runs]
        return [question(state.values, state.met) for state in states if state is not None]

    def mean(self, expression: str, at: str = "1962-spring") -> float:
        """The median of an expression over the runs."""
        return float(median(float(value) for value in self.each(expression, at)))

    def share(self, condition: str, at: str = "1962-spring") -> float:
        """In what share of the runs a condition holds."""
        found = self.each(condition, at)
        return sum(map(bool, found)) / len(found)
