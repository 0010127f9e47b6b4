"""Goes through all merged states of a story, place by place, as far as a budget reaches."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from glfstory.engine.ranges import Range
from glfstory.engine.storing import whole_numbers
from glfstory.exploring.proving.aiming import aimed
from glfstory.exploring.proving.assuming import single
from glfstory.exploring.proving.blurring import blurred
from glfstory.exploring.proving.expanding import Layout, State, compiled
from glfstory.exploring.proving.plan import START
from glfstory.exploring.proving.slicing import sliced
from glfstory.exploring.proving.spread import Spread
from glfstory.exploring.proving.statements import Event, Go, Place, every
from glfstory.reading.reader import without_garbage_collection

CHUNK = 20_000
"""States that are taken on at a time."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search came to."""

    seen: frozenset[str]
    states: int
    """Merged states that were found."""
    complete: bool
    """Whether there are no others."""


class Search:
    """The merged states of a story, as far as they may lead to some sights; with `kept`, in these names alone."""

    def __init__(self, spread: Spread, sights: Set[str], kept: Mapping[str, Range] | None = None) -> None:
        order = [place for place in spread.order if place in spread.visited]
        blocks = {place: spread.visited[place].left for place in order}
        if kept is not None:
            order, blocks = blurred(order, blocks, kept)
        blocks = aimed(order, blocks, sights)
        self.places, self._blocks, live = sliced([place for place in order if place in blocks], blocks)
        known = {
            place: {name: found[0] for name in live[place] if (found := single(spread.visited[place].known[name]))}
            if place in spread.visited
            else {}
            for place in self.places
        }
        keys = {place: tuple(sorted(live[place] - known[place].keys())) for place in self.places}
        numbers = {place: number for number, place in enumerate(self.places)}
        self.layout = Layout(numbers, keys, known, whole_numbers(spread.plan.story.variables.values()))
        self.has_rings = any(numbers[to] <= numbers[place] for place in self.places for to in self._onward(place))
        self.sights = sights

    def go(self, budget: int) -> Searched:
        """Searches until everything was seen, nothing is left, or more than so many states were found."""
        with without_garbage_collection():
            return self._go(budget)

    def _go(self, budget: int) -> Searched:
        waiting: list[set[State]] = [set() for _ in self.places]
        done: list[set[State]] = [set() for _ in self.places]
        seen: set[str] = set()
        states = 0
        for number in self._begun(waiting):
            place, now = self.places[number], waiting[number] - done[number]
            waiting[number] = set()
            states += len(now)
            if self.has_rings:
                done[number] |= now
            expand = compiled(place, self._blocks[place], self.layout)
            onward = [waiting[self.layout.numbers[to]] for to in set(self._onward(place))]
            held = sum(map(len, waiting)) if states > budget // 2 else 0
            held -= sum(map(len, onward)) if held else 0
            for chunk in _chunks(now):
                seen.update(filter(None, expand(chunk, waiting, None)))
                if states + held + sum(map(len, onward)) > budget:
                    return Searched(frozenset(seen), states + held + sum(map(len, onward)), False)
            if seen >= self.sights:
                break
        return Searched(frozenset(seen), states, True)

    def trace(self, budget: int) -> dict[str, tuple[Event, ...]]:
        """For each sight that is found within the budget, what has to happen for it to be seen."""
        events: list[Event] = []
        found: list[dict[State, Whence]] = [{} for _ in self.places]
        taken = [0] * len(self.places)
        sights: dict[str, Whence] = {}
        for number in self._begun(found, taken):
            place = self.places[number]
            now = tuple(islice(found[number], taken[number], None))
            taken[number] += len(now)
            expand = compiled(place, self._blocks[place], self.layout, events)
            for chunk in _chunks(now):
                expand(chunk, found, sights)
                if sum(taken) + len(chunk) > budget:
                    break
            if sum(taken) > budget or sights.keys() >= self.sights:
                break
        return {sight: _told(whence, found, events) for sight, whence in sights.items()}

    def _begun(self, waiting: Sequence[Collection[State]], taken: Sequence[int] = ()) -> Iterator[int]:
        """Puts in the first state, and gives the places where any wait, one after the other, until none does."""
        if START not in self.layout.numbers:
            return
        first = waiting[self.layout.numbers[START]]
        if isinstance(first, set):
            first.add(())
        elif isinstance(first, dict):
            first[()] = (-1, (), -1)
        again = True
        while again:
            again = False
            for number, _ in enumerate(waiting):
                if len(waiting[number]) > (taken[number] if taken else 0):
                    again = self.has_rings
                    yield number

    def _onward(self, place: Place) -> Iterator[Place]:
        return (each.to for each in every(self._blocks[place]) if isinstance(each, Go))


Whence = tuple[int, State, int]
"""The number of a place, a state there, and the number of an event; -1 is none."""


def _told(whence: Whence, found: Sequence[Mapping[State, Whence]], events: Sequence[Event]) -> tuple[Event, ...]:
    told: list[Event] = []
    while whence[0] >= 0:
        number, state, event = whence
        if event >= 0:
            told.append(events[event])
        whence = found[number][state]
    return tuple(reversed(told))


def _chunks(states: Collection[State]) -> Iterator[Collection[State]]:
    if len(states) <= CHUNK:
        yield states
        return
    rest = iter(states)
    while chunk := tuple(islice(rest, CHUNK)):
        yield chunk
