"""One way in which things may stand, narrowed by one thing after the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from glfstory.checking.bounds import Bounds
from glfstory.engine.ranges import Numbers
from glfstory.engine.story import Season

Words = frozenset[str | bool]


@dataclass(frozen=True, slots=True)
class Case:
    """What is left of all that could be."""

    seasons: frozenset[int]
    words: Mapping[tuple[str, str], Words] = field(default_factory=dict)
    """What each flag, word, scene and person may be."""
    numbers: Mapping[str, Bounds] = field(default_factory=dict)

    def where(self, kind: str, term: str, allowed: Words, every: Words) -> "Case | None":
        """The case with a term among these of all that it can be; None where nothing is left."""
        left = self.words.get((kind, term), every) & allowed
        return replace(self, words={**self.words, (kind, term): left}) if left else None

    def within(self, term: str, found: Numbers, step: float, sign: str, number: float) -> "Case | None":
        """The case with a number compared; `found` is all that it can be."""
        left = (self.numbers.get(term) or Bounds(found.low, found.high, step)).cut(sign, number)
        return replace(self, numbers={**self.numbers, term: left}) if left.is_open else None

    def in_seasons(self, seasons: Sequence[Season], fits: Callable[[Season], bool]) -> "Case | None":
        """The case in those of its seasons that fit."""
        left = frozenset(at for at in self.seasons if fits(seasons[at]))
        return replace(self, seasons=left) if left else None
