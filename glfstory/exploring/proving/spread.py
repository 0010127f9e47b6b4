"""Ranges carried through the whole schedule: where a run can come to at all, and what is left of each block there."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from glfstory.engine import ranges as r
from glfstory.engine.analysis import values_of
from glfstory.engine.ranges import Numbers, Range
from glfstory.exploring.proving import assuming
from glfstory.exploring.proving.assuming import Known
from glfstory.exploring.proving.plan import START, Plan
from glfstory.exploring.proving.statements import Block, Fork, Go, Hit, Let, Place, Put, Statement, Stop, Test, every
from glfstory.exploring.proving.trees import constant, names, with_values

PATIENCE = 4
"""How often a place on a ring may learn more before its ranges are taken as wide as they can be."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A condition that cannot hold where it is asked, and what is known there."""

    test: Test
    known: Known


@dataclass(slots=True)
class Visited:
    """A place that can be come to."""

    known: Known
    times: int = 0
    left: Block = ()
    """Its block, with known values put in and without what cannot happen."""
    sights: set[str] = field(default_factory=set)
    refused: dict[str, list[Refused]] = field(default_factory=dict)
    """By sight, the conditions on which it depends that cannot hold here."""


class Spread:
    """All places of a plan that ranges do not rule out, in the order in which a run comes to them."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self._declared = plan, plan.declared()
        self.first = assuming.as_ranges(plan.first())
        self.visited: dict[Place, Visited] = {START: Visited(self.first)}
        self._blocks = blocks(plan)
        self.order = tuple(self._blocks)
        dirty = {START}
        while dirty:
            for place in self.order:
                if place in dirty:
                    dirty.discard(place)
                    dirty |= self._visit(place)

    @cached_property
    def sights(self) -> frozenset[str]:
        """Everything that may be seen as far as ranges tell."""
        return frozenset(sight for each in self.visited.values() for sight in each.sights)

    @cached_property
    def refused(self) -> Mapping[str, list[Refused]]:
        """The conditions that keep a sight away, by the sight."""
        found: dict[str, list[Refused]] = {}
        for each in self.visited.values():
            for sight, refused in each.refused.items():
                found.setdefault(sight, []).extend(refused)
        return found

    @cached_property
    def ways_in(self) -> Mapping[str, list[str]]:
        """The choices that lead to a scene or an ending, by where they lead."""
        found: dict[str, list[str]] = {}
        for scene in self.plan.story.scenes.values():
            for choice in scene.choices:
                if choice.go is not None:
                    found.setdefault(choice.go, []).append(f"{scene.id}.{choice.id}")
        return found

    def asked_by(self, sight: str) -> dict[str, Range]:
        """The flags, words and ids that a sight depends on directly, each with all that it may ever be."""
        scene = sight.partition(".")[0]
        tests = [each for block in self._blocks.values() for each in every(block) if isinstance(each, Test)]
        asked = {name for each in tests if each.about in (sight, scene) for name in names(each.tree)}
        asked |= {name.partition(".")[0] for name in asked if name.startswith("met ")} & self.plan.read
        ranges = {name: self._declared.get(name, r.EITHER) for name in asked}
        return {name: found for name, found in ranges.items() if not isinstance(found, Numbers)}

    def _visit(self, place: Place) -> set[Place]:
        here = self.visited[place]
        here.times += 1
        pass_ = _Pass()
        here.left, _ = pass_.block(self._blocks[place], here.known)
        here.sights, here.refused = pass_.sights, pass_.refused
        return {to for to, known in pass_.onward.items() if self._arrive(to, known)}

    def _arrive(self, to: Place, known: Known) -> bool:
        """Whether the place learns something by it."""
        there = self.visited.get(to)
        if there is None:
            self.visited[to] = Visited(known)
            return True
        joined = assuming.join(there.known, known)
        if joined is None or _same(joined, there.known):
            return False
        there.known = self._widened(there.known, joined) if there.times > PATIENCE else joined
        return True

    def _widened(self, before: Known, now: Known) -> Known:
        return {name: found if before.get(name) == found else self._wide(name, found) for name, found in now.items()}

    def _wide(self, name: str, found: Range) -> Range:
        declared: Mapping[str, Range] = self._declared
        wide = declared.get(name.removeprefix("now "), r.EITHER if name.startswith("met ") else found)
        return r.hull(wide, found) or wide


class _Pass:
    """One way through the block of a place."""

    def __init__(self) -> None:
        self.onward: dict[Place, Known] = {}
        self.sights: set[str] = set()
        self.refused: dict[str, list[Refused]] = {}

    def block(self, block: Block, known: Known) -> tuple[Block, Known | None]:
        """What is left of a block, and what is known behind it, or None where nothing comes behind it."""
        left: list[Statement] = []
        now: Known | None = dict(known)
        for each in block:
            if now is None:
                break
            now = self._statement(each, now, left)
        return tuple(left), now

    def _statement(self, each: Statement, known: Known, left: list[Statement]) -> Known | None:
        match each:
            case Put():
                known[each.name] = assuming.range_for(each.value)
            case Let():
                return self._let(each, known, left)
            case Test():
                return self._test(each, known, left)
            case Fork():
                ways = [(event, self.block(way, known)[0]) for event, way in each.ways]
                left.append(Fork(tuple((event, way) for event, way in ways if way)))
                return None
            case Hit():
                self.sights.add(each.sight)
            case Go():
                joined = assuming.join(self.onward.get(each.to), known)
                self.onward[each.to] = known if joined is None else joined
        left.append(each)
        return None if isinstance(each, Go | Stop) else known

    def _let(self, each: Let, known: Known, left: list[Statement]) -> Known:
        found = values_of(each.tree, known)
        if found is None:
            raise ValueError(f"{each.name} is given something that is no value")
        tree = _folded(each.tree, known)
        rounded = assuming.rounded(each.variable, found)
        known[each.name], below, above = assuming.held(each.variable, rounded)
        values = assuming.single(known[each.name])
        left.append(Put(each.name, values[0]) if values else Let(each.name, tree, each.variable, below, above))
        return known

    def _test(self, each: Test, known: Known, left: list[Statement]) -> Known | None:
        holds, fails = (assuming.assume(each.tree, known, wanted) for wanted in (True, False))
        if holds is None and each.about:
            self.refused.setdefault(each.about, []).append(Refused(each, known))
        if holds is None or fails is None:
            only = holds or fails
            inside, now = self.block(each.then if fails is None else each.otherwise, only) if only else ((), None)
            left += inside
            return now
        then, one = self.block(each.then, holds)
        otherwise, other = self.block(each.otherwise, fails)
        left.append(Test(_folded(each.tree, known), then, otherwise, each.about))
        return assuming.join(one, other)


def _same(one: Known, other: Known) -> bool:
    return all(found is other.get(name) or found == other.get(name) for name, found in one.items())


def _folded(tree: ast.expr, known: Known) -> ast.expr:
    """The tree with those names replaced that have one value only."""
    values = {name: constant(found[0]) for name in names(tree) if (found := assuming.single(known[name]))}
    return with_values(tree, values)


def blocks(plan: Plan) -> dict[Place, Block]:
    """Every place that the schedule leads to with its block: a place before those that it leads to, rings aside."""
    found: dict[Place, Block] = {START: plan.block(START)}
    done: list[Place] = []
    under_way = [(START, _onward(found[START]))]
    while under_way:
        place, onward = under_way[-1]
        to = next((each for each in onward if each not in found), None)
        if to is None:
            done.append(place)
            under_way.pop()
            continue
        found[to] = plan.block(to)
        under_way.append((to, _onward(found[to])))
    return {place: found[place] for place in reversed(done)}


def _onward(block: Block) -> Iterator[Place]:
    return (each.to for each in every(block) if isinstance(each, Go))
