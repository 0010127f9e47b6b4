"""What changes and what it rests on: variables, constants, chances, rules and effects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Value = int | float | bool | str
"""What a variable can hold: a number, a flag or a word."""


@dataclass(frozen=True, slots=True)
class Assign:
    """`name = expression`; `+=` and its kin are written out."""

    name: str
    expression: str


@dataclass(frozen=True, slots=True)
class Guard:
    """Effects that happen only where a condition holds, and those that happen otherwise."""

    when: str
    then: tuple["Assign | Guard", ...]
    otherwise: tuple["Assign | Guard", ...] = ()


Effects = tuple[Assign | Guard, ...]


def assigned(effects: Effects) -> Iterator[str]:
    """The names of the variables that effects may set, in the order in which they stand."""
    for effect in effects:
        if isinstance(effect, Assign):
            yield effect.name
        else:
            yield from assigned((*effect.then, *effect.otherwise))


@dataclass(frozen=True, slots=True)
class Variable:
    """Something that changes in play, or a name for a computed value."""

    id: str
    says: str
    kind: Literal["number", "flag", "word"]
    start: Value = 0
    unit: str = ""
    low: float = 0
    high: float = 0
    """The range: a stored number never leaves it; a computed one is shown against it."""
    step: float = 1
    """Stored numbers are whole multiples of it: a whole number, or one over a whole number."""
    words: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What is read for a word; nothing where the words themselves are."""
    computed: str | None = None
    """The expression of a computed value; such a variable is never assigned."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A number the model rests on."""

    id: str
    says: str
    unit: str
    values: Mapping[str, float]
    """The value for each result of `by`; the key `else` serves all others."""
    by: str | None = None
    low: float | None = None
    high: float | None = None
    facts: tuple[str, ...] = ()
    assumed: str = ""
    """Why this value, where no fact gives it."""


@dataclass(frozen=True, slots=True)
class Chance:
    """A random outcome, one for each season or year."""

    id: str
    each: Literal["season", "year"]
    odds: Mapping[str, Mapping[str, float]]
    """Weights of the outcomes for each result of `by`; the key `else` serves all others."""
    by: str | None = None
    says: str = ""
    facts: tuple[str, ...] = ()

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Every outcome that it can have, in the order of their names."""
        return tuple(sorted({name for odds in self.odds.values() for name in odds}))


@dataclass(frozen=True, slots=True)
class Rule:
    """What a season does by itself."""

    id: str
    says: str
    do: Effects
    facts: tuple[str, ...] = ()
