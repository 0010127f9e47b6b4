"""What a season sets when it begins: chances, and constants that are picked anew; worked out before where it can be."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from glfstory.engine.chance import SIGN, lots_of, unit_of
from glfstory.engine.program import Met, Program, Values
from glfstory.engine.story import Chance, Constant, Season, Story, Value

Sets = Callable[[int, Values, Met], Value]
"""What a name stands for from now on, under a seed."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is set when a season begins, in this order."""

    known: tuple[tuple[int, Value], ...]
    """Places and values that the season alone decides."""
    drawn: tuple[tuple[Chance, Mapping[str, float] | None], ...]
    """Chances to be drawn, with their odds where the season decides them."""
    chosen: tuple[Constant, ...]
    """Constants to be picked by what the run has come to."""
    sets: tuple[tuple[int, Sets], ...]
    """The last two made ready, each with its place."""


def beginning(
    story: Story, program: Program, season: Season, start: Sequence[Value], seasonal: Iterable[Constant]
) -> Beginning:
    """The beginning of a season; `start` is what every name stands for before the first."""
    year, name = program.slots["season.year"], program.slots["season.name"]
    values = [*start]
    values[year], values[name] = season.year, season.name
    known: list[tuple[int, Value]] = [(year, season.year), (name, season.name)]
    drawn: list[tuple[Chance, Mapping[str, float] | None]] = []
    for chance in story.chances.values():
        by_season = program.reads(chance.by or "0") <= {year, name}
        odds = program.picked(chance.by, chance.odds)(values, Met()) if by_season else None
        if odds is not None and len(odds) == 1:
            known.append((program.slots[chance.id], next(iter(odds))))
        else:
            drawn.append((chance, odds))
    chosen: list[Constant] = []
    for constant in seasonal:
        if program.reads(constant.by or "0") <= {year, name}:
            known.append((program.slots[constant.id], program.constant(constant, values, Met())))
        else:
            chosen.append(constant)
    return Beginning(tuple(known), tuple(drawn), tuple(chosen), tuple(_made_ready(program, season, drawn, chosen)))


def _made_ready(
    program: Program,
    season: Season,
    drawn: Iterable[tuple[Chance, Mapping[str, float] | None]],
    chosen: Iterable[Constant],
) -> Iterator[tuple[int, Sets]]:
    for chance, odds in drawn:
        yield program.slots[chance.id], _drawing(program, season, chance, odds)
    for constant in chosen:
        yield program.slots[constant.id], _picking(program, constant)


def _drawing(program: Program, season: Season, chance: Chance, odds: Mapping[str, float] | None) -> Sets:
    when = season.year if chance.each == "year" else season.id
    key = f"{SIGN}chance{SIGN}{chance.id}{SIGN}{when}"
    if odds is not None:
        draw = lots_of(odds).draw
        return lambda seed, _values, _met: draw(unit_of(f"{seed}{key}"))
    pick = program.picked(chance.by, {each: lots_of(odds) for each, odds in chance.odds.items()})
    return lambda seed, values, met: pick(values, met).draw(unit_of(f"{seed}{key}"))


def _picking(program: Program, constant: Constant) -> Sets:
    pick = program.picked(constant.by, constant.values)
    return lambda _seed, values, met: pick(values, met)
