"""Takes out of a story what makes no difference to what is looked for: scenes, conditions, whole seasons."""

from collections.abc import Mapping, Sequence

from glfstory.exploring.proving.liveness import Live, liveness, trimmed
from glfstory.exploring.proving.plan import START
from glfstory.exploring.proving.statements import Block, Fork, Go, Place, Statement, Test, ends

Blocks = dict[Place, Block]


def sliced(order: Sequence[Place], blocks: Mapping[Place, Block]) -> tuple[list[Place], Blocks, dict[Place, Live]]:
    """The places that are left, their blocks, and what is live at each.

    What is set and not read goes; then ways that do the same are one way, a condition between two of them is none, and
    a place from which one only goes on is passed over; and that again until nothing more goes.
    """
    left, now = list(order), dict(blocks)
    while True:
        live = liveness(left, now)
        small = {place: _small(trimmed(now[place], live)[0], {}) for place in left}
        onward = _passed_over(small)
        small = {place: _small(block, onward) for place, block in small.items() if place not in onward}
        if len(small) == len(now) and all(small[place] == now[place] for place in small):
            return left, small, live
        left, now = [place for place in left if place in small], small


def _passed_over(blocks: Mapping[Place, Block]) -> dict[Place, Place]:
    """The places from which one only goes on, and where to in the end."""
    direct = {
        place: block[0].to
        for place, block in blocks.items()
        if place != START and len(block) == 1 and isinstance(block[0], Go) and block[0].to != place
    }
    found: dict[Place, Place] = {}
    for place in direct:
        to, before = direct[place], {place}
        while to in direct and to not in before:
            before.add(to)
            to = direct[to]
        if to not in before:
            found[place] = to
    return found


def _small(block: Block, onward: Mapping[Place, Place]) -> Block:
    """The block with equal ways made one, and with places passed over."""
    small: list[Statement] = []
    for at, each in enumerate(block):
        match each:
            case Go() if each.to in onward:
                small.append(Go(onward[each.to]))
            case Test():
                return (*small, *_tested(each, block[at + 1 :], onward))
            case Fork():
                ways = {way: event for event, old in reversed(each.ways) if (way := _small(old, onward))}
                if len(ways) == 1:
                    return (*small, *next(iter(ways)))
                small.append(Fork(tuple((event, way) for way, event in reversed(ways.items()))))
            case _:
                small.append(each)
    return tuple(small)


def _tested(test: Test, rest: Block, onward: Mapping[Place, Place]) -> Block:
    """A test and what comes behind it; where one side ends, that belongs to the other."""
    if not ends(test.then) and not ends(test.otherwise):
        then, otherwise, behind = _small(test.then, onward), _small(test.otherwise, onward), _small(rest, onward)
        return behind if then == otherwise == () else (Test(test.tree, then, otherwise, test.about), *behind)
    then, otherwise = (_small(side if ends(side) else (*side, *rest), onward) for side in (test.then, test.otherwise))
    return then if then == otherwise else (Test(test.tree, then, otherwise, test.about),)
