"""What a story does between two places, in a few plain statements that can be analysed and compiled."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from glfstory.engine.story import Value, Variable


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the schedule where states meet and are merged."""

    kind: str
    """`option`, `open`, `step`, `scene`, `close`, `fate` or `closed`."""
    at: int = 0
    """The season, as a place among the story's seasons."""
    step: int = 0
    """Of a step or a scene the step that comes next; of the others which option, chance or person is due."""
    due: int = 0
    """Storylets still to be drawn at this step."""
    scene: str = ""
    """The scene that waits for a decision."""
    ending: str = ""
    """The ending that a choice has led to."""


@dataclass(frozen=True, slots=True)
class Put:
    """A name takes a known value."""

    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class Let:
    """A name takes the value of an expression, rounded and held in its range as the variable says."""

    name: str
    tree: ast.expr
    variable: Variable
    below: bool = True
    above: bool = True
    """Whether it may have to be held at that end of its range."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something is seen: a scene, a choice `scene.choice`, or an ending."""

    sight: str


@dataclass(frozen=True, slots=True)
class Test:
    """One block where the condition holds, otherwise the other; what does not end goes on behind it."""

    tree: ast.expr
    then: "Block" = ()
    otherwise: "Block" = ()
    about: str = ""
    """The sight that depends on it."""


@dataclass(frozen=True, slots=True)
class Event:
    """What makes one alternative differ from the others."""

    kind: str
    """`choice`, `draw`, `chance`, `option` or `fate`."""
    name: str
    """`scene.choice`, or the id."""
    value: str = ""
    """The outcome, the word or the fate."""
    when: str = ""
    """The season or year that keys a chance."""


@dataclass(frozen=True, slots=True)
class Fork:
    """Any of these may happen: a decision, a draw, an outcome of chance."""

    ways: tuple[tuple[Event, "Block"], ...]


@dataclass(frozen=True, slots=True)
class Go:
    """On to a place."""

    to: Place


@dataclass(frozen=True, slots=True)
class Stop:
    """The run is over."""


Statement = Put | Let | Hit | Test | Fork | Go | Stop
Block = tuple[Statement, ...]


def ends(block: Block) -> bool:
    """Whether nothing comes behind a block."""
    last = block[-1] if block else None
    return isinstance(last, Fork | Go | Stop) or (isinstance(last, Test) and ends(last.then) and ends(last.otherwise))


def every(block: Block) -> Iterator[Statement]:
    """All statements of a block, those inside others too."""
    for each in block:
        yield each
        if isinstance(each, Test):
            yield from every(each.then)
            yield from every(each.otherwise)
        elif isinstance(each, Fork):
            for _, way in each.ways:
                yield from every(way)
