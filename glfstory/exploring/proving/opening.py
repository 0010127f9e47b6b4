"""What a run and a season begin with, as statements: options, chances, and constants that are picked anew."""

from typing import TYPE_CHECKING

from glfstory.engine.story import Chance, Constant
from glfstory.exploring.proving.statements import Block, Event, Fork, Go, Place, Put, Test
from glfstory.exploring.proving.trees import constant, equal

if TYPE_CHECKING:
    from glfstory.exploring.proving.plan import Plan


class Opening:
    """The beginnings of a plan."""

    def __init__(self, plan: "Plan") -> None:
        self.plan = plan

    def option(self, place: Place) -> Block:
        """Any word of an option; behind the last one the first season."""
        options = list(self.plan.story.options.values())
        if place.step >= len(options):
            return (Go(Place("open")),)
        option, then = options[place.step], Go(Place("option", step=place.step + 1))
        ways = [(Event("option", option.id, word), (Put(option.id, word), then)) for word in option.words]
        return (Fork(tuple(ways)),)

    def chance(self, place: Place) -> Block:
        """What a season sets by itself, then its chances one after the other, then what depends on them."""
        stage = self.plan.stage
        opening = stage.beginnings[place.at]
        names = {slot: name for name, slot in stage.program.slots.items()}
        known = tuple(Put(names[slot], value) for slot, value in opening.known) if place.step == 0 else ()
        if place.step < len(opening.drawn):
            chance, odds = opening.drawn[place.step]
            if odds is not None and self._stays(place.at, chance):
                return (*known, Go(Place("open", place.at, place.step + 1)))
            return (*known, *self._outcomes(place, chance, [*odds] if odds is not None else None))
        picked = [statement for each in opening.chosen for statement in self._picked(each)]
        return (*known, *picked, Go(Place("step", place.at)))

    def _stays(self, at: int, chance: Chance) -> bool:
        """Whether the season before has the same outcome, because it is drawn for the year from the same odds."""
        before = self.plan.stage.beginnings[at - 1].drawn if at and chance.each == "year" else ()
        seasons = self.plan.story.seasons
        now = next(odds for each, odds in self.plan.stage.beginnings[at].drawn if each.id == chance.id)
        then = next((odds for each, odds in before if each.id == chance.id), None)
        return then is not None and then == now and seasons[at - 1].year == seasons[at].year

    def _outcomes(self, place: Place, chance: Chance, outcomes: list[str] | None) -> Block:
        """Each outcome that the season's odds have; where they depend on the state, the odds are looked up there."""
        season, following = self.plan.story.seasons[place.at], Go(Place("open", place.at, place.step + 1))
        when = str(season.year) if chance.each == "year" else season.id

        def fork(names: list[str]) -> Block:
            ways = [(Event("chance", chance.id, each, when), (Put(chance.id, each), following)) for each in names]
            return (Fork(tuple(ways)),)

        if outcomes is not None:
            return fork(outcomes)
        return self._table(chance.by or "0", {key: fork([*odds]) for key, odds in chance.odds.items()})

    def _picked(self, each: Constant) -> Block:
        return self._table(each.by or "0", {key: (Put(each.id, value),) for key, value in each.values.items()})

    def _table(self, by: str, table: dict[str, Block]) -> Block:
        """The block of the key that `by` comes to."""
        keys = [key for key in table if key != "else"]
        found = table["else"] if "else" in table else table[keys.pop()]
        for key in reversed(keys):
            test = equal(self.plan.trees.of(by), constant(self.plan.literal(by, key)))
            found = (Test(test, table[key], found),)
        return found
