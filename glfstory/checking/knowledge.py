"""What is known of a story's names at some occasion, and whether conditions can hold together there."""

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from glfstory.checking.bounds import Bounds
from glfstory.engine.analysis import range_of
from glfstory.engine.expressions import Scope, parse
from glfstory.engine.program import ANSWERS, FATES
from glfstory.engine.ranges import Flags, Numbers, Range, WordSet
from glfstory.engine.story import Season

UNMET, WAITING = " unmet", " waiting"
"""What became of a scene in a run, beside the choices that were taken in it."""
MOST_STEPS = 500
"""Cases that are looked at before conditions are taken to be possible."""
SIGNS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}

Wanted = tuple[ast.expr, bool]
"""A condition, and whether it should hold or fail."""
Condition = tuple[str | ast.expr, bool]
"""The same, the condition as text or as its tree."""
Words = frozenset[str | bool]
Fits = Callable[[Season], bool]


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


@dataclass(frozen=True, slots=True)
class _Case:
    """One way in which things may stand."""

    seasons: frozenset[int]
    words: Mapping[tuple[str, str], Words] = field(default_factory=dict)
    """What is left for each flag, word, scene and person."""
    numbers: Mapping[str, Bounds] = field(default_factory=dict)


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
        return _Search(self, occasion).possible(waiting, _Case(occasion.seasons), ())

    def range_of(self, tree: ast.expr, seasons: frozenset[int]) -> Range | None:
        """The values of an expression in these seasons."""
        asked = tree, seasons
        if asked not in self._found:
            self._found[asked] = range_of(tree, self._scope_in(seasons))
        return self._found[asked]

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

    def fate_of(self, scene: str, occasion: Occasion) -> frozenset[str]:
        """What may have become of a scene."""
        if scene in occasion.scenes:
            return occasion.scenes[scene]
        at, order = self.first.get(scene, (-1, None))
        last = max(occasion.seasons)
        both = order is not None and occasion.order is not None
        if at > last or (at == last and len(occasion.seasons) == 1 and both and order > occasion.order):  # type: ignore[operator]
            return frozenset((UNMET,))
        return frozenset((UNMET, WAITING, *self.scope.scenes[scene]))


@lru_cache(20_000)
def tree_of(text: str) -> ast.expr:
    """The tree of an expression that was checked before."""
    tree = parse(text)
    if not isinstance(tree, ast.expr):
        raise ValueError(f"not an expression: {text!r}")
    return tree


@lru_cache(20_000)
def _written(tree: ast.expr) -> str:
    return ast.unparse(tree)


class _Search:
    """Looks for one case in which everything wanted is so."""

    def __init__(self, knowledge: Knowledge, occasion: Occasion) -> None:
        self.knowledge, self.occasion = knowledge, occasion
        self.left = MOST_STEPS

    def possible(self, waiting: list[Wanted], case: _Case, split: tuple[list[Wanted], ...]) -> bool:
        """Plain comparisons first, then one alternative after the other. `waiting` is used up."""
        self.left -= 1
        if self.left < 0:
            return True
        alternatives = list(split)
        while waiting:
            tree, wanted = waiting.pop()
            found = self.taken_apart(tree, wanted)
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

    def taken_apart(self, tree: ast.expr, wanted: bool) -> list[Wanted] | tuple[Wanted, ...] | None:
        """A list of what must be so together, a tuple of which one must be so, or None for what is asked at once."""
        match tree:
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                return [(inner, not wanted)]
            case ast.BoolOp(op=kind, values=parts):
                each = [(part, wanted) for part in parts]
                return each if isinstance(kind, ast.And) == wanted else tuple(each)
            case ast.Name(id=name) if name in self.knowledge.scope.computed:
                return [(tree_of(self.knowledge.scope.computed[name]), wanted)]
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as kind], comparators=[list_]):
                items = list_.elts if isinstance(list_, ast.Tuple | ast.List | ast.Set) else []
                same = wanted == isinstance(kind, ast.In)
                each = [(_compared(left, ast.Eq(), item), same) for item in items]
                return tuple(each) if same else each
            case ast.Compare(left=left, ops=ops, comparators=rights) if len(ops) > 1:
                pairs = zip((left, *rights), ops, rights, strict=False)
                each = [(_compared(one, kind, other), wanted) for one, kind, other in pairs]
                return each if wanted else tuple(each)
        return None

    def narrowed(self, case: _Case, tree: ast.expr, wanted: bool) -> _Case | None:
        """The case with this known of it; None where it cannot be so."""
        match tree:
            case ast.Name(id="true" | "false" as name):
                return case if (name == "true") == wanted else None
            case ast.Call(func=ast.Name(id="seen" | "chose" | "alive" | "gone" | "here" as asked), args=[item]):
                return self.answered(case, asked, str(ast.literal_eval(item)), wanted)
            case ast.Compare(left=left, ops=[kind], comparators=[right]) if type(kind) in SIGNS:
                sign = SIGNS[type(kind)]
                return self.compared(case, left, sign if wanted else OPPOSITE[sign], right)
        found = self.knowledge.range_of(tree, case.seasons)
        can = found.can if isinstance(found, Flags) else frozenset((True, False))
        return self.with_words(case, ("flag", _written(tree)), frozenset((wanted,)), frozenset(can))

    def answered(self, case: _Case, asked: str, about: str, wanted: bool) -> _Case | None:
        """A question about a scene, a choice or a person."""
        scene, _, choice = about.partition(".")
        if asked in ANSWERS:
            every: Words = frozenset(FATES)
            yes: Words = frozenset(ANSWERS[asked])
            return self.with_words(case, ("person", about), yes if wanted else every - yes, every)
        every = frozenset(self.knowledge.fate_of(scene, self.occasion))
        yes = every - {UNMET} if asked == "seen" else frozenset((choice,))
        return self.with_words(case, ("scene", scene), yes if wanted else every - yes, every)

    def compared(self, case: _Case, left: ast.expr, sign: str, right: ast.expr) -> _Case | None:
        one, other = (self.knowledge.range_of(side, case.seasons) for side in (left, right))
        if isinstance(one, Numbers) and isinstance(other, Numbers):
            return self.numbers(case, left, one, sign, right, other)
        if isinstance(one, WordSet | Flags) and isinstance(other, WordSet | Flags):
            here, there = _values(one), _values(other)
            if len(here) == 1 and len(there) > 1:
                left, here, right, there = right, there, left, here
            if len(there) == 1:
                allowed = there if sign == "==" else here - there
                return self.with_words(case, ("word", _written(left)), allowed, here, left)
        return case

    def with_words(
        self, case: _Case, term: tuple[str, str], allowed: Words, every: Words, tree: ast.expr | None = None
    ) -> _Case | None:
        if isinstance(tree, ast.Attribute) and term[1] == "season.name":
            return self.in_seasons(case, lambda season: season.name in allowed)
        if isinstance(tree, ast.expr) and every <= {True, False}:
            term = ("flag", term[1])
        left = case.words.get(term, every) & allowed
        return replace(case, words={**case.words, term: left}) if left else None

    def in_seasons(self, case: _Case, fits: Fits) -> _Case | None:
        left = frozenset(at for at in case.seasons if fits(self.knowledge.seasons[at]))
        return replace(case, seasons=left) if left else None

    def numbers(
        self, case: _Case, left: ast.expr, one: Numbers, sign: str, right: ast.expr, other: Numbers
    ) -> _Case | None:
        """A comparison of numbers, as bounds of the side that changes, or of the difference of both."""
        if one.low == one.high and other.low < other.high:
            left, one, sign, right, other = right, other, TURNED[sign], left, one
        if other.low < other.high:
            if _written(right) < _written(left):
                left, one, sign, right, other = right, other, TURNED[sign], left, one
            difference = ast.BinOp(left, ast.Sub(), right)
            return self.bounded(case, difference, Numbers(one.low - other.high, one.high - other.low), sign, 0)
        if isinstance(left, ast.Attribute) and left.attr == "year":
            return self.in_seasons(case, lambda season: Bounds(season.year, season.year).cut(sign, other.low).is_open)
        return self.bounded(case, left, one, sign, other.low)

    def bounded(self, case: _Case, tree: ast.expr, found: Numbers, sign: str, number: float) -> _Case | None:
        term = _written(tree)
        before = case.numbers.get(term) or Bounds(found.low, found.high, self.knowledge.steps.get(term, 0))
        after = before.cut(sign, number)
        return replace(case, numbers={**case.numbers, term: after}) if after.is_open else None


def _compared(left: ast.expr, kind: ast.cmpop, right: ast.expr) -> ast.Compare:
    return ast.Compare(left, [kind], [right])


def _values(found: WordSet | Flags) -> Words:
    return frozenset(found.words) if isinstance(found, WordSet) else frozenset(found.can)
