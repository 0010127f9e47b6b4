"""What the close of a season does, as statements: rules, what becomes of people, endings."""

import ast
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from glfstory.engine.story import Ending, Member, Variable
from glfstory.exploring.proving.statements import Block, Event, Fork, Go, Hit, Let, Place, Put, Statement, Stop, Test
from glfstory.exploring.proving.trees import both, constant, equal, fate, name

if TYPE_CHECKING:
    from glfstory.exploring.proving.plan import Plan

WORD = Variable("", "", "word")
DEAD = "dead so far"
"""The name under which those are counted who have died, of all of whom something is asked."""


class Closing:
    """The ends of seasons in a plan."""

    def __init__(self, plan: "Plan") -> None:
        self.plan = plan
        most = len(plan.story.members)
        one_more = ast.BinOp(name(DEAD), ast.Add(), constant(1))
        self._counted = Let(DEAD, one_more, Variable(DEAD, "", "number", low=0, high=most))

    def close(self, place: Place) -> Block:
        """The season's last rules, then births and departures."""
        rules = self.plan.rules(self.plan.story.seasons[place.at].close)
        return (*rules, *self._moved(), Go(Place("fate", place.at, ending=place.ending)))

    def fate(self, place: Place) -> Block:
        """One person after the other may have died, as long as the village's share of deaths is not reached.

        Only those of whom something is asked are looked at, and any of them may be the frailest.
        """
        if place.step >= len(self.asked) or not self.plan.story.toll:
            return (Go(Place("closed", place.at, ending=place.ending)),)
        member = self.asked[place.step]
        following = Go(Place("fate", place.at, place.step + 1, ending=place.ending))
        may_die = both([equal(name(fate(member.id)), constant("here")), self._due()])
        dies = (Event("fate", member.id, "dead"), (Put(fate(member.id), "dead"), self._counted, following))
        lives = (Event("fate", member.id, "here"), (following,))
        return (Test(may_die, (Fork((lives, dies)),)), following)

    def closed(self, place: Place) -> Block:
        """The ending that was chosen, an early one, the next season, or the first ending that holds."""
        story, stage = self.plan.story, self.plan.stage
        if place.ending:
            return self._ended(story.endings[place.ending])
        early = [each for each in stage.endings if each.early]
        if place.at + 1 < len(story.seasons):
            return (*self._asked(early), Go(Place("open", place.at + 1)))
        return (*self._asked(early), *self._asked(stage.endings), Stop())

    @cached_property
    def asked(self) -> list[Member]:
        """The persons whose fate something in play depends on."""
        return [member for member in self.plan.story.members if fate(member.id) in self.plan.read]

    def _moved(self) -> Iterator[Statement]:
        """All are worked out before any is set."""
        movers = [each for each in self.asked if (each.birth, each.left, each.taken) != (None, None, None)]
        for member in movers:
            now = fate(member.id)
            yield Let(f"now {now}", name(now), WORD)
            yield from self._mover(member, now)
        for member in movers:
            yield Let(fate(member.id), name(f"now {fate(member.id)}"), WORD)

    def _mover(self, member: Member, now: str) -> Iterator[Statement]:
        of = self.plan.trees.of
        for before, condition, after in (
            ("unborn", member.birth, "here"),
            ("here", member.left, "left"),
            ("here", member.taken, "taken"),  # who is taken does not leave
        ):
            if condition is not None:
                holds = both([equal(name(now), constant(before)), of(condition)])
                yield Test(holds, (Put(f"now {now}", after),))

    def _due(self) -> ast.expr:
        """Whether more have to be dead than those of whom something is asked."""
        first = sum(each.birth is None for each in self.plan.story.members)
        share = ast.BinOp(self.plan.trees.named(self.plan.story.toll or ""), ast.Mult(), constant(first))
        return ast.Compare(ast.Call(ast.Name("round", ast.Load()), [share], []), [ast.Gt()], [name(DEAD)])

    def _asked(self, endings: list[Ending]) -> Iterator[Statement]:
        for ending in endings:
            if ending.when is None:
                yield from self._ended(ending)
                return
            yield Test(self.plan.trees.of(ending.when), self._ended(ending), about=ending.id)

    def _ended(self, ending: Ending) -> Block:
        told: list[Statement] = [Hit(ending.id)]
        for coda in self.plan.stage.codas:
            hit = Hit(coda.id)
            told.append(hit if coda.when is None else Test(self.plan.trees.of(coda.when), (hit,), about=coda.id))
        return (*told, Stop())
