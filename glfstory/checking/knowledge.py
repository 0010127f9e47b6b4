"""What is known of a story's names at some occasion, and whether conditions can hold together there."""

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from glfstory.checking.bounds import Bounds
from glfstory.checking.cases import Case, Words
from glfstory.checking.taking_apart import Wanted, taken_apart, text_of, tree_of
from glfstory.engine.analysis import COMPARISONS, range_of
from glfstory.engine.expressions import Scope
from glfstory.engine.program import ANSWERS, FATES
from glfstory.engine.ranges import Flags, Numbers, Range, WordSet
from glfstory.engine.story import Season

UNMET, WAITING = " unmet", " waiting"
"""What became of a scene in a run, beside the choices that were taken in it."""
MOST_CASES = 500
"""Cases that are looked at before conditions are taken to be possible."""
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
Condition = tuple[str | ast.expr, bool]
"""A condition as text or as its tree, and whether it should hold or fail."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where something is asked."""

    seasons: frozenset[int]
    """The seasons in which it may be, as places in the story."""
    order: float | None = None
    """The order of the fixed scene in which it is, where that is known."""
    scenes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What became of some scenes, where it is known: UNMET, WAITING, or the choice that was taken."""
    given: tuple[tuple[str, bool], ...] = ()
    """Conditions that hold there, or fail."""


@dataclass(frozen=True)
class Knowledge:
    """The values that names can have, and when scenes can first be met."""

    scope: Scope
    seasons: Sequence[Season]
    steps: Mapping[str, float] = field(default_factory=dict)
    """The steps of stored numbers whose range begins and ends on one."""
    first: Mapping[str, tuple[int, float | None]] = field(default_factory=dict)
    """The first season in which a scene can be met, and its order where that is fixed."""

    def can_hold(self, conditions: Iterable[Condition], occasion: Occasion) -> bool:
        """Whether all conditions can hold (or fail) there at once; true also where that would take long to tell."""
        asked = (*occasion.given, *conditions)
        waiting = [(tree_of(each) if isinstance(each, str) else each, wanted) for each, wanted in asked]
        return _Search(self, occasion).possible(waiting, Case(occasion.seasons), ())

    def range_of(self, tree: ast.expr, seasons: frozenset[int]) -> Range | None:
        """The values of an expression in these seasons."""
        asked = tree, seasons
        if asked not in self._found:
            self._found[asked] = range_of(tree, self._scope_in(seasons))
        return self._found[asked]

    def fate_of(self, scene: str, occasion: Occasion) -> frozenset[str]:
        """What may have become of a scene."""
        if scene in occasion.scenes:
            return occasion.scenes[scene]
        at, order = self.first.get(scene, (-1, None))
        comes_later = at > max(occasion.seasons)
        if {at} == occasion.seasons and order is not None and occasion.order is not None:
            comes_later = order > occasion.order
        return frozenset((UNMET,)) if comes_later else frozenset((UNMET, WAITING, *self.scope.scenes[scene]))

    def _scope_in(self, seasons: frozenset[int]) -> Scope:
        found = self._scopes.get(seasons)
        if found is None:
            here = [self.seasons[at] for at in seasons]
            years = [season.year for season in here]
            known: dict[str, Range] = {
                "season.year": Numbers(min(years), max(years)),
                "season.name": WordSet(frozenset(season.name for season in here)),
            }
            found = self._scopes[seasons] = replace(self.scope, ranges={**self.scope.ranges, **known})
        return found

    @cached_property
    def _found(self) -> dict[tuple[ast.expr, frozenset[int]], Range | None]:
        return {}

    @cached_property
    def _scopes(self) -> dict[frozenset[int], Scope]:
        return {}


class _Search:
    """Looks for one case in which everything wanted is so."""

    def __init__(self, knowledge: Knowledge, occasion: Occasion) -> None:
        self.knowledge, self.occasion = knowledge, occasion
        self.left = MOST_CASES

    def possible(self, waiting: list[Wanted], case: Case, split: tuple[list[Wanted], ...]) -> bool:
        """Plain comparisons first, then one alternative after the other. `waiting` is used up."""
        self.left -= 1
        if self.left < 0:
            return True
        alternatives = list(split)
        while waiting:
            tree, wanted = waiting.pop()
            found = taken_apart(tree, wanted, self.knowledge.scope.computed)
            if isinstance(found, list):
                waiting += found
            elif isinstance(found, tuple):
                alternatives.append(list(found))
            else:
                left = self.narrowed(case, tree, wanted)
                if left is None:
                    return False
                case = left
        if not alternatives:
            return True
        first, *rest = alternatives
        return any(self.possible([each], case, tuple(rest)) for each in first)

    def narrowed(self, case: Case, tree: ast.expr, wanted: bool) -> Case | None:
        """The case with this known of it; None where it cannot be so."""
        match tree:
            case ast.Name(id="true" | "false" as name):
                return case if (name == "true") == wanted else None
            case ast.Call(func=ast.Name(id="seen" | "chose" | "alive" | "gone" | "here" as asked), args=[item]):
                return self.answered(case, asked, str(ast.literal_eval(item)), wanted)
            case ast.Compare(left=left, ops=[kind], comparators=[right]) if type(kind) in COMPARISONS:
                sign = COMPARISONS[type(kind)]
                return self.compared(case, left, sign if wanted else OPPOSITE[sign], right)
        found = self.knowledge.range_of(tree, case.seasons)
        can = found.can if isinstance(found, Flags) else frozenset((True, False))
        return case.where("value", text_of(tree), frozenset((wanted,)), frozenset(can))

    def answered(self, case: Case, asked: str, about: str, wanted: bool) -> Case | None:
        """A question about a scene, a choice or a person."""
        if asked in ANSWERS:
            every: Words = frozenset(FATES)
            yes: Words = frozenset(ANSWERS[asked])
            return case.where("person", about, yes if wanted else every - yes, every)
        scene, _, choice = about.partition(".")
        every = frozenset(self.knowledge.fate_of(scene, self.occasion))
        yes = every - {UNMET} if asked == "seen" else frozenset((choice,))
        return case.where("scene", scene, yes if wanted else every - yes, every)

    def compared(self, case: Case, left: ast.expr, sign: str, right: ast.expr) -> Case | None:
        """A comparison, as what it leaves of the side that changes; where both do, of numbers alone."""
        one, other = (self.knowledge.range_of(side, case.seasons) for side in (left, right))
        if isinstance(one, Numbers) and isinstance(other, Numbers):
            return self.numbers(case, left, one, sign, right, other)
        here, there = _values(one), _values(other)
        if len(here) == 1 and len(there) > 1:
            left, here, there = right, there, here
        if len(there) != 1:
            return case
        allowed = there if sign == "==" else here - there
        if isinstance(left, ast.Attribute):
            return case.in_seasons(self.knowledge.seasons, lambda season: season.name in allowed)
        return case.where("value", text_of(left), allowed, here)

    def numbers(
        self, case: Case, left: ast.expr, one: Numbers, sign: str, right: ast.expr, other: Numbers
    ) -> Case | None:
        """Numbers compared, as bounds of the side that changes, or of the difference of both."""
        if one.low == one.high and other.low < other.high:
            left, one, sign, right, other = right, other, TURNED[sign], left, one
        if other.low < other.high:
            if text_of(right) < text_of(left):
                left, one, sign, right, other = right, other, TURNED[sign], left, one
            both = Numbers(one.low - other.high, one.high - other.low)
            return case.within(f"{text_of(left)} - {text_of(right)}", both, 0, sign, 0)
        if isinstance(left, ast.Attribute):
            years = self.knowledge.seasons
            return case.in_seasons(years, lambda season: Bounds(season.year, season.year).cut(sign, other.low).is_open)
        term = text_of(left)
        return case.within(term, one, self.knowledge.steps.get(term, 0), sign, other.low)


def _values(found: Range | None) -> Words:
    """The words or flags that a value can be; none for what is neither."""
    match found:
        case WordSet(words):
            return frozenset(words)
        case Flags(can):
            return frozenset(can)
    return frozenset()
