"""Leaves open all but a few names: conditions on the others may hold and may fail, so that more can happen.

What cannot be reached there cannot be reached at all, and there are far fewer states.
"""

import ast
from collections.abc import Mapping, Sequence

from glfstory.engine.ranges import Range, WordSet
from glfstory.engine.story import Value
from glfstory.exploring.proving.statements import Block, Event, Fork, Go, Let, Place, Put, Statement, Stop, Test, ends
from glfstory.exploring.proving.trees import both, constant, names, neither

OPEN = Event("open", "")


def blurred(
    order: Sequence[Place], blocks: Mapping[Place, Block], kept: Mapping[str, Range]
) -> tuple[list[Place], dict[Place, Block]]:
    """The places and their blocks, as far as they are about the kept names, which must not be numbers."""
    blur = _Blur(kept)
    places: list[Place] = []
    found: dict[Place, Block] = {}
    for place in order:
        block, more = blur.place(blocks[place])
        found |= {place: block, **more}
        places += [place, *more]
    return places, found


class _Blur:
    def __init__(self, kept: Mapping[str, Range]) -> None:
        self.kept = kept
        self._more: dict[Place, Block] = {}
        self._count = 0

    def place(self, block: Block) -> tuple[Block, dict[Place, Block]]:
        """The block of a place, and the places into which it had to be cut."""
        self._more = {}
        return self._block(block), self._more

    def _block(self, block: Block) -> Block:
        left: list[Statement] = []
        for at, each in enumerate(block):
            match each:
                case Put() | Let() if not self._is_kept(each.name):
                    continue
                case Let() if not self._is_known(each.tree):
                    rest = self._rest(block[at + 1 :])
                    ways = [(OPEN, (Put(each.name, value), Go(rest))) for value in self._values(each.name)]
                    return (*left, Fork(tuple(ways)))
                case Test():
                    if not any(map(self._matters, (*each.then, *each.otherwise))):
                        continue
                    return (*left, *self._test(each, block[at + 1 :]))
                case Fork():
                    left.append(Fork(tuple((event, self._block(way)) for event, way in each.ways)))
                case _:
                    left.append(each)
        return tuple(left)

    def _is_kept(self, name: str) -> bool:
        return name.removeprefix("now ") in self.kept

    def _is_known(self, tree: ast.expr) -> bool:
        return all(map(self._is_kept, names(tree)))

    def _matters(self, each: Statement) -> bool:
        if isinstance(each, Put | Let):
            return self._is_kept(each.name)
        return not isinstance(each, Test) or any(map(self._matters, (*each.then, *each.otherwise)))

    def _test(self, test: Test, rest: Block) -> Block:
        if not ends(test.then) and not ends(test.otherwise):
            behind: Block = (Go(self._rest(rest)),) if rest else (Stop(),)
        else:
            behind = rest
        then, otherwise = (
            self._block(side if ends(side) else (*side, *behind)) for side in (test.then, test.otherwise)
        )
        if self._is_known(test.tree):
            return (Test(test.tree, then, otherwise, test.about),)
        holds, fails = self._possible(test.tree, wanted=True), self._possible(test.tree, wanted=False)
        return (Fork(((OPEN, (Test(holds, then, (Stop(),)),)), (OPEN, (Test(fails, otherwise, (Stop(),)),)))),)

    def _rest(self, rest: Block) -> Place:
        """A place of its own for what comes behind."""
        self._count += 1
        place = Place("rest", step=self._count)
        self._more[place] = ()
        self._more[place] = self._block(rest)
        return place

    def _values(self, name: str) -> list[Value]:
        found = self.kept[name.removeprefix("now ")]
        return [*sorted(found.words)] if isinstance(found, WordSet) else [True, False]

    def _possible(self, tree: ast.expr, *, wanted: bool) -> ast.expr:
        """A condition on kept names that holds wherever the tree might come out as wanted."""
        match tree:
            case ast.UnaryOp(op=ast.Not()):
                return self._possible(tree.operand, wanted=not wanted)
            case ast.BoolOp():
                parts = [self._possible(part, wanted=wanted) for part in tree.values]
                is_every = isinstance(tree.op, ast.And) == wanted
                return both(parts) if is_every else ast.BoolOp(ast.Or(), parts)
        if not self._is_known(tree):
            return constant(True)
        return tree if wanted else neither([tree])
