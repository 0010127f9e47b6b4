"""The model beside the record: measures over many runs, relations between them, and what each constant moves."""

import ast
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from glfstory.engine.expressions import names_in, parse
from glfstory.engine.program import Program
from glfstory.engine.story import Constant, Measure, Relation, Story, Variable
from glfstory.exploring.sampling import Progress, Road, Values, road_of, sample


@dataclass(frozen=True, slots=True)
class Row:
    """A measure and what the model makes of it."""

    measure: Measure
    value: float

    @property
    def holds(self) -> bool:
        """Whether it is within what is asked."""
        return self.measure.holds(self.value)


@dataclass(frozen=True, slots=True)
class Held:
    """A relation, and whether it holds."""

    relation: Relation
    holds: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """All measures and relations of a story."""

    runs: int
    rows: tuple[Row, ...]
    held: tuple[Held, ...]

    @property
    def is_met(self) -> bool:
        """Whether everything asked of the model is so."""
        return all(row.holds for row in self.rows) and all(each.holds for each in self.held)


@dataclass(frozen=True, slots=True)
class Moved:
    """What becomes of the measures when one constant is moved to an end of its range."""

    constant: str
    to: float
    """The end; of a table of values, the one that its first value to get there reaches."""
    values: Mapping[str, float]
    """By measure."""
    broken: tuple[str, ...]
    """Relations that should always hold, and do not here."""


def calibrate(
    story: Story,
    runs: int,
    *,
    constants: Mapping[str, float] | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Calibration:
    """Every measure over `runs` runs, and every relation. `constants` are changed in all of them."""
    measures = tuple(story.measures.values())
    bundle = _Bundle(measures, {each.id: road_of(each, constants) for each in measures})
    values = bundle.values(sample(story, bundle.wanted(), runs, jobs=jobs, progress=progress))
    rows = tuple(Row(measure, values[measure.id]) for measure in measures)
    return Calibration(runs, rows, _held(story, story.relations.values(), values))


def sensitivity(
    story: Story,
    runs: int,
    *,
    constants: Mapping[str, float] | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> tuple[Moved, ...]:
    """What each constant that has a range moves at both ends of it; the first row is the story as it stands.

    A table of values is moved as a whole, until the first of them comes to the end. Only measures that stand in a
    relation which must always hold are looked at.
    """
    always = [each for each in story.relations.values() if each.always]
    named = {name for each in always for name in _names(each.holds)}
    measures = tuple(measure for measure in story.measures.values() if measure.id in named)
    roads = {each.id: replace(road_of(each, constants), part=1) for each in measures}
    cases: list[tuple[str, float, _Bundle]] = [("", 0, _Bundle(measures, roads))]
    for constant in story.constants.values():
        for end, amount in _ends(constant):
            moved = {name: replace(road, shifted=((constant.id, amount),)) for name, road in roads.items()}
            cases.append((constant.id, end, _Bundle(measures, moved)))
    wanted = {road: found for _, _, bundle in cases for road, found in bundle.wanted().items()}
    samples = sample(story, wanted, runs, jobs=jobs, progress=progress)
    return tuple(_moved(story, always, name, end, bundle.values(samples)) for name, end, bundle in cases)


def _moved(story: Story, always: Sequence[Relation], name: str, end: float, values: Mapping[str, float]) -> Moved:
    broken = tuple(each.relation.id for each in _held(story, always, values) if not each.holds)
    return Moved(name, end, values, broken)


def _ends(constant: Constant) -> list[tuple[float, float]]:
    """The ends of a constant's range that it does not stand on, each with how far its values move to get there."""
    if constant.low is None or constant.high is None:
        return []
    low, high = constant.low - min(constant.values.values()), constant.high - max(constant.values.values())
    return [(end, amount) for end, amount in ((constant.low, low), (constant.high, high)) if amount]


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Measures and the roads that they are taken over."""

    measures: tuple[Measure, ...]
    roads: Mapping[str, Road]

    def wanted(self) -> dict[Road, list[Measure]]:
        """The measures of each road."""
        found: dict[Road, list[Measure]] = {}
        for measure in self.measures:
            found.setdefault(self.roads[measure.id], []).append(measure)
        return found

    def values(self, samples: Mapping[Road, Values]) -> dict[str, float]:
        """What each measure comes to."""
        return {
            measure.id: quantile([row[place] for row in samples[road]], measure.quantile)
            for road, measures in self.wanted().items()
            for place, measure in enumerate(measures)
        }


def quantile(values: Iterable[float | None], share: float) -> float:
    """The value below which that share of the values lies, in a straight line between neighbours; 0.5 is the median.

    None counts for nothing; of nothing the value is not a number.
    """
    ordered = sorted(value for value in values if value is not None)
    if not ordered:
        return math.nan
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _held(story: Story, relations: Iterable[Relation], values: Mapping[str, float]) -> tuple[Held, ...]:
    """Relations over the values of measures, asked with the engine's own expressions."""
    variables = {name: Variable(name, "", "number") for name in story.measures}
    bare = replace(story, constants={}, chances={}, options={}, inputs={}, households={})
    program = Program(replace(bare, variables=variables))
    state = [values.get(name, 0) for name in program.slots]
    return tuple(Held(each, program.holds(each.holds, state, set())) for each in relations)


def _names(expression: str) -> set[str]:
    tree = parse(expression)
    return names_in(tree) if isinstance(tree, ast.expr) else set()
