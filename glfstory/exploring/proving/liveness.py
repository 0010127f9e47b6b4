"""What may still be read from each place on: states that differ in nothing else are one state."""

from collections.abc import Mapping, Sequence

from glfstory.exploring.proving.statements import Block, Fork, Go, Hit, Let, Place, Put, Statement, Stop, Test
from glfstory.exploring.proving.trees import names

Live = frozenset[str]
NOTHING: Live = frozenset()


def liveness(order: Sequence[Place], blocks: Mapping[Place, Block]) -> dict[Place, Live]:
    """The names that may be read at a place or behind it, worked out from the end of the schedule backwards."""
    live = dict.fromkeys(order, NOTHING)
    changed = True
    while changed:
        changed = False
        for place in reversed(order):
            _, now = trimmed(blocks[place], live)
            if now != live[place]:
                live[place], changed = now, True
    return live


def trimmed(block: Block, live: Mapping[Place, Live], after: Live = NOTHING) -> tuple[Block, Live]:
    """A block without what sets names that nobody reads any more, and the names that it reads itself or passes on."""
    kept: list[Statement] = []
    now = after
    for each in reversed(block):
        match each:
            case Put() | Let():
                if each.name not in now:
                    continue
                now = now - {each.name} | (names(each.tree) if isinstance(each, Let) else NOTHING)
            case Test():
                then, one = trimmed(each.then, live, now)
                otherwise, other = trimmed(each.otherwise, live, now)
                if not then and not otherwise:
                    continue
                now = one | other | names(each.tree)
                each = Test(each.tree, then, otherwise, each.about)
            case Fork():
                ways = [(event, trimmed(way, live)) for event, way in each.ways]
                now = NOTHING.union(*(found for _, (_, found) in ways))
                each = Fork(tuple((event, way) for event, (way, _) in ways))
            case Go():
                now = live.get(each.to, NOTHING)
            case Stop():
                now = NOTHING
            case Hit():
                pass
        kept.append(each)
    return tuple(reversed(kept)), now
