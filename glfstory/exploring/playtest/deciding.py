"""Who decides in a playtest: a random player or a policy, and before either of them what a run is wished to do."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import shake_128
from itertools import count
from struct import Struct

from glfstory.engine.chance import unit
from glfstory.exploring.players import favoured
from glfstory.exploring.playtest.meeting import Turn, Way
from glfstory.exploring.playtest.trip import RANDOM, Asked

NUMBERS = Struct("<64H")
"""What a random player draws at a time: more than most runs need."""
Decides = Callable[[Turn], Way]


def player(asked: Asked, policies: Mapping[str, Sequence[str]]) -> Decides:
    """The player of a run."""
    own = _random(asked) if asked.player == RANDOM else _policy(asked, policies[asked.player])
    return _wishing(asked.wishes, own) if asked.wishes else own


def _random(asked: Asked) -> Decides:
    """Any open choice, each as likely as the others."""
    drawn = _drawn(f"{asked.seed} {asked.dice}")

    def decide(turn: Turn) -> Way:
        ways = turn.ways
        return ways[next(drawn) * len(ways) >> 16]

    return decide


def _drawn(key: str) -> Iterator[int]:
    """Numbers below 65,536, the same for the same key on every machine."""
    for block in count():
        yield from NUMBERS.unpack(shake_128(f"{key} {block}".encode()).digest(NUMBERS.size))


def _policy(asked: Asked, policy: Sequence[str]) -> Decides:
    """As a policy decides everywhere; among which choices is looked up once for all runs."""

    def decide(turn: Turn) -> Way:
        ways = turn.preferred.get(asked.player)
        if ways is None:
            found = favoured([way.offer.choice for way in turn.ways], policy)
            ways = turn.preferred[asked.player] = tuple(way for way in turn.ways if way.offer.choice in found)
        return ways[0] if len(ways) == 1 else ways[int(unit(asked.seed, "policy", turn.scene.id) * len(ways))]

    return decide


def _wishing(wishes: Mapping[str, str], otherwise: Decides) -> Decides:
    def decide(turn: Turn) -> Way:
        wished = wishes.get(turn.scene.id)
        if wished is not None:
            for way in turn.ways:
                if way.offer.choice.id == wished:
                    return way
        return otherwise(turn)

    return decide
