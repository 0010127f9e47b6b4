"""One made-up branching story, in ink and as flat tables for the limit in C; `written.py` writes it as YAML.

A layered story: 40 decisions in every run, three choices a scene of which one has a condition, five numbers from 0 to
100, two of them moved by every choice, and twelve endings that the numbers decide. `grain` is what all numbers are
multiples of: the coarser, the fewer states.
"""

import random
import struct
from dataclasses import dataclass

DEPTH, CHOICES, NUMBERS, ENDINGS = 40, 3, 5, 12
WORDS = ("river", "lantern", "stone", "harbour", "winter", "garden", "silent", "copper", "letter", "bridge", "evening")
Condition = tuple[int, str, int]
"""A number, a sign and a limit."""


@dataclass(frozen=True)
class Way:
    """A choice: its condition, what it adds to which numbers, and the scene that it leads to; none is the last."""

    when: Condition | None
    adds: tuple[tuple[int, int], ...]
    to: int | None


@dataclass(frozen=True)
class Synthetic:
    """Scenes as lists of ways, the first scene first; endings as conditions, asked in order."""

    scenes: tuple[tuple[Way, ...], ...]
    layers: tuple[int, ...]
    endings: tuple[tuple[Condition, ...], ...]


def synthetic(size: int, grain: int, seed: int = 1) -> Synthetic:
    """A story of so many scenes."""
    dice = random.Random(f"{seed}/{size}/{grain}")
    layers = _layers(size)
    limits = [limit for limit in range(grain, 100, grain) if 20 <= limit <= 80] or [50]
    steps = range(1, max(2, min(10, 20 // grain) + 1))
    scenes, first = [], 0
    for depth, count in enumerate(layers):
        first += count
        following = list(range(first, first + layers[depth + 1])) if depth + 1 < len(layers) else [None]
        leads = following + [dice.choice(following) for _ in range(count * CHOICES - len(following))]
        must, rest = leads[:count], leads[count:]
        dice.shuffle(rest)
        for place in range(count):
            free, bound = dice.sample(range(CHOICES), 2)
            ways = []
            for each in range(CHOICES):
                asks = (dice.randrange(NUMBERS), dice.choice([">=", "<="]), dice.choice(limits))
                adds = tuple(
                    (at, grain * dice.choice(steps) * dice.choice([-1, 1])) for at in dice.sample(range(NUMBERS), 2)
                )
                ways.append(Way(asks if each == bound else None, adds, must[place] if each == free else rest.pop()))
            scenes.append(tuple(ways))
    middle = [limit for limit in limits if 30 <= limit <= 70] or [50]
    endings = [
        tuple((at, dice.choice([">=", "<="]), dice.choice(middle)) for at in dice.sample(range(NUMBERS), 2))
        for _ in range(ENDINGS - 1)
    ]
    return Synthetic(tuple(scenes), layers, (*endings, ()))


def _layers(size: int) -> tuple[int, ...]:
    """How many scenes each layer has: one, then more and more, until all are there."""
    width = next(width for width in range(1, size + 1) if sum(_grown(width)) >= size)
    layers = _grown(width)
    place = DEPTH - 1
    while sum(layers) > size:
        layers[place] -= layers[place] > 1
        place = place - 1 if place > DEPTH // 2 else DEPTH - 1
    return tuple(layers)


def _grown(width: int) -> list[int]:
    return [min(width, CHOICES**depth) for depth in range(DEPTH)]


def as_ink(made: Synthetic) -> str:
    """The same in ink."""
    lines = [*(f"VAR v{at} = 50" for at in range(NUMBERS)), "VAR ending = -1", "-> s0", ""]
    for place, ways in enumerate(made.scenes):
        lines += [f"=== s{place} ===", SCENE]
        for way in ways:
            condition = f"{{{asked(way.when)}}} " if way.when else ""
            lines.append(f"+ {condition}[{words(4)}]")
            lines += [f"    ~ v{at} = {_moved(at, add)}" for at, add in way.adds]
            lines.append(f"    -> {'finale' if way.to is None else f's{way.to}'}")
    lines += ["=== finale ===", "{"]
    for place, when in enumerate(made.endings):
        lines += [f"- {' && '.join(map(asked, when)) or 'else'}:", f"    -> e{place}"]
    lines.append("}")
    for place in range(ENDINGS):
        lines += [f"=== e{place} ===", f"~ ending = {place}", words(30), "-> END"]
    return "\n".join(lines) + "\n"


def as_tables(made: Synthetic) -> bytes:
    """The same as the flat tables that explore.c reads."""
    size, signs = len(made.scenes), {">=": 0, "<=": 1}
    table = bytearray(struct.pack("<6i", size, CHOICES, NUMBERS, DEPTH, ENDINGS, 0))
    for ways in made.scenes:
        for way in ways:
            at, sign, limit = way.when or (-1, ">=", 0)
            adds = [number for pair in way.adds for number in pair]
            table += struct.pack("<8i", at, signs[sign], limit, *adds, size if way.to is None else way.to)
    for when in made.endings:
        rows = [*when, *[(0, ">=", 0)] * (2 - len(when))]
        flat = [number for at, sign, limit in rows for number in (at, signs[sign], limit)]
        table += struct.pack("<7i", len(when), *flat)
    return bytes(table + struct.pack(f"<{DEPTH}i", *made.layers))


def scene_id(place: int) -> str:
    """What a scene is called."""
    return f"s{place}"


def asked(when: Condition) -> str:
    """A condition as glfstory and ink write it."""
    return f"v{when[0]} {when[1]} {when[2]}"


def _moved(at: int, add: int) -> str:
    return f"MIN(100, v{at} + {add})" if add > 0 else f"MAX(0, v{at} - {-add})"


def words(count: int) -> str:
    """So many words that mean nothing."""
    return " ".join(WORDS[place % len(WORDS)] for place in range(count)).capitalize() + "."


SCENE = f"{words(30)} It is {{v0}} and {{v1}}. {words(26)}"
"""What every scene says; ink and glfstory write an insert alike."""
