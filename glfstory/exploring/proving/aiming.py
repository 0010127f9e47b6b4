"""Leaves of a story only what may lead to the sights that are looked for."""

from collections.abc import Mapping, Sequence, Set

from glfstory.exploring.proving.statements import Block, Fork, Go, Hit, Place, Statement, Stop, Test, ends, every

STOP: Block = (Stop(),)


def aimed(order: Sequence[Place], blocks: Mapping[Place, Block], sights: Set[str]) -> dict[Place, Block]:
    """The blocks of the places from which one of the sights may still be seen, without what leads elsewhere."""
    leads: set[Place] = set()
    changed = True
    while changed:
        changed = False
        for place in reversed(order):
            if place not in leads and any(_leads(each, leads, sights) for each in every(blocks[place])):
                leads.add(place)
                changed = True
    return {place: _left(blocks[place], leads, sights) for place in order if place in leads}


def _leads(each: Statement, leads: Set[Place], sights: Set[str]) -> bool:
    return (isinstance(each, Go) and each.to in leads) or (isinstance(each, Hit) and each.sight in sights)


def _left(block: Block, leads: Set[Place], sights: Set[str]) -> Block:
    left: list[Statement] = []
    for each in block:
        match each:
            case Hit() if each.sight not in sights:
                continue
            case Go() if each.to not in leads:
                left.append(Stop())
            case Test():
                then, otherwise = _left(each.then, leads, sights), _left(each.otherwise, leads, sights)
                left.append(Test(each.tree, then, otherwise, each.about))
            case Fork():
                left.append(Fork(tuple((event, _left(way, leads, sights)) for event, way in each.ways)))
            case _:
                left.append(each)
    return tuple(left) if any(_does(each) for each in every(tuple(left))) else _bare(left)


def _does(each: Statement) -> bool:
    return isinstance(each, Hit | Go)


def _bare(left: Sequence[Statement]) -> Block:
    """A block that sees nothing and leads nowhere; what it sets is kept where something comes behind it."""
    return STOP if ends(tuple(left)) else tuple(left)
