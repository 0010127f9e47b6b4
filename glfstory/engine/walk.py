"""One way through a story, step by step: the loop that playing, replaying and exploring share."""

from collections.abc import Collection, Mapping

from glfstory.engine import chance, fates, schedule
from glfstory.engine.expressions import rounded
from glfstory.engine.page import Fixed
from glfstory.engine.program import Action
from glfstory.engine.ready import Offer, Stand
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Choice, Draw, Effects, Ending, Input, Scene
from glfstory.engine.telling import Closed, Telling, Told


class NotOpen(ValueError):
    """A choice that cannot be taken here; the message says why."""


class Walk(Telling):
    """A run under way. `advance` goes on to the next decision; `choose` takes it."""

    def __init__(
        self,
        stage: Stage,
        seed: int,
        setup: Setup | None = None,
        outside: Mapping[tuple[str, str], float] | None = None,
        *,
        record: bool = False,
        closes: Collection[str] = (),
        told: Told | None = None,
        closed: Closed | None = None,
    ) -> None:
        self.seed, self.setup = seed, setup or Setup()
        self.outside = outside or {}
        """Values from outside, by season and input."""
        super().__init__(stage, self.setup, record=record, closes=closes, told=told, closed=closed)
        self.order = fates.Order(stage.village, seed)
        self.step = 0
        self.due = 0
        """Storylets still to be drawn at this step."""
        self.units: dict[str, float] = {}
        """What decides when each storylet is drawn this season, as far as it was asked."""
        self.scene: Scene | None = None
        """The scene that waits for a decision."""
        self._stand: Stand
        self.ending: Ending | None = None
        """The ending that a choice led to, or that came; the run is over once `over` is set."""
        self.over = False
        length = stage.story.lengths.get(self.setup.length)
        self.undrawn = length.undrawn if length else ()
        self._next_season()

    def advance(self) -> None:
        """Goes on until a scene asks for a decision or the run is over."""
        while self.scene is None and not self.over:
            steps = self.stage.steps[self.at]
            if self.step >= len(steps):
                self._close()
                continue
            step = steps[self.step]
            if isinstance(step, schedule.Rules):
                self._run(step.rules)
                self.step += 1
            elif isinstance(step, schedule.Fixed):
                self.step += 1
                self._reach(self.stage.story.scenes[step.scene])
            else:
                self._draw()

    def open_choices(self) -> tuple[Choice, ...]:
        """The choices of the waiting scene that can be taken."""
        if self.scene is None:
            return ()
        stand = self._stand
        if stand.all is not None:
            return stand.all
        values, met = self.values, self.met
        return tuple([each.choice for each in stand.offers.values() if each.when is None or each.when(values, met)])

    def choose(self, choice_id: str) -> None:
        """Takes a choice of the waiting scene. Raises NotOpen where there is no such open choice."""
        scene, values, met = self.scene, self.values, self.met
        if scene is None:
            raise NotOpen("no decision is waiting")
        offer = self._stand.offers.get(choice_id)
        if offer is None:
            raise NotOpen(f"the scene {scene.id!r} has no choice {choice_id!r}")
        if offer.when is not None and not offer.when(values, met):
            raise NotOpen(f"the choice {choice_id!r} of the scene {scene.id!r} is closed here")
        met.add(offer.met)
        act = offer.act or self._first_act(offer)
        if act is not None:
            act(values, met)
        if self._is_watched:
            self._note("choice", offer.met)
            if offer.choice.then:
                self._show("outcome", scene=scene.id, choice=choice_id)
        self.leave(offer)

    def leave(self, offer: Offer) -> None:
        """Goes where a choice leads whose effects are done."""
        self.scene = None
        if offer.ending is not None:
            self.ending = offer.ending
        elif offer.scene is not None and offer.scene.id not in self.met:
            self._enter(offer.scene)

    def _first_act(self, offer: Offer) -> Action | None:
        if offer.choice.do:
            offer.act = self.stage.program.action(offer.choice.do)
        return offer.act

    def copy(self) -> "Walk":
        """The same walk, to be taken another way; without recorded pages."""
        other = object.__new__(Walk)
        other.__dict__.update(self.__dict__)
        other.values, other.met, other.pages, other.closes = self.values.copy(), self.met.copy(), None, []
        other.account = other._told = other._closed = None
        other._is_watched = False
        return other

    def _next_season(self) -> None:
        self.at += 1
        self.step, self.due, self.units = 0, 0, {}
        season, values, beginning = self.season, self.values, self.stage.beginnings[self.at]
        for place, value in beginning.known:
            values[place] = value
        for place, sets in beginning.sets:
            values[place] = sets(self.seed, values, self.met)
        self._note("season", season.id)
        self._show("season")

    def _draw(self) -> None:
        """Meets one storylet; the step is done when its count is reached or none qualifies."""
        draw = self.stage.steps[self.at][self.step]
        if self.due == 0 and isinstance(draw, Draw):
            self.due = draw.count
        drawn = self._lightest() if self._draws() and self.due > 0 else None
        self.due -= 1
        if drawn is None or self.due == 0:
            self.due = 0
            self.step += 1
        if drawn is not None:
            self._enter(drawn)

    def _draws(self) -> bool:
        """Whether storylets may be met in the season under way."""
        return self.at in self.shown and self.season.id not in self.undrawn and self.ending is None

    def _lightest(self) -> Scene | None:
        values, met, units = self.values, self.met, self.units
        found: list[tuple[float, float, str]] = []
        for each in self.stage.drawn(self.at):
            name = each.scene.id
            if name in met or (each.when is not None and not each.when(values, met)):
                continue
            unit = units.get(name)
            if unit is None:
                unit = units[name] = chance.unit_of(f"{self.seed}{each.key}")
            found.append((unit, each.scene.weight or 1, name))
        return self.stage.story.scenes[chance.in_order(found)[0]] if found else None

    def _reach(self, scene: Scene) -> None:
        """Meets a fixed scene, or passes it."""
        if scene.id in self.met:
            self._fix_inputs(scene)
            return
        program = self.stage.program
        if self.at in self.shown and self.ending is None and program.holds(scene.when, self.values, self.met):
            self._enter(scene)
            return
        self._fix_inputs(scene)
        stand_in = scene.choice(scene.unplayed) if scene.unplayed else None
        if stand_in is not None:
            self._do(stand_in.do)
            self._note("stand-in", f"{scene.id}.{stand_in.id}")

    def _enter(self, scene: Scene) -> None:
        stand = self.stage.stand(scene.id)
        if stand.inputs:
            self._fix_inputs(scene)
        self.met.add(scene.id)
        if self._is_watched:
            self._note("scene", scene.id)
            self._show("passage", scene=scene.id)
        if scene.choices:
            self.scene, self._stand = scene, stand

    def _fix_inputs(self, scene: Scene) -> None:
        """All inputs of a scene are worked out before any is set, so that their order does not matter."""
        inputs = self.stage.stand(scene.id).inputs
        for (place, outside), value in zip(inputs, [self._input(each) for _, each in inputs], strict=True):
            self.values[place] = value
            if self.pages is not None:
                self.fixed.append(Fixed(self.season.id, outside.id, value, len(self.pages)))
        if inputs:
            self._note("input", scene.id)

    def _input(self, outside: Input) -> float:
        given = self.outside.get((self.season.id, outside.id))
        if given is None:
            answer = self.stage.program.question(outside.solo)(self.values, self.met)
            given = float(answer) if isinstance(answer, int | float) else 0.0
        return rounded(given, outside.low, outside.high, outside.step)

    def _close(self) -> None:
        story, program = self.stage.story, self.stage.program
        self._run(self.season.close)
        share = self.values[self.stage.toll] if self.stage.toll is not None else 0
        changes = fates.settle(self.order, program, self.values, self.met, float(share))
        self._note("fates", self.season.id)
        if self.pages is not None or self.season.id in self._kept:
            self.closes.append((self.season.id, self.state()))
        if self._closed is not None:
            self._closed(self)
        if self.season.turn or changes:
            self._show("turn", changes=changes)
        if self.ending is None:
            self.ending = self._ending(early=True)
        if self.ending is None and self.at + 1 < len(story.seasons):
            self._next_season()
            return
        self._end(self.ending or self._ending(early=False))

    def _ending(self, *, early: bool) -> Ending | None:
        for ending, when in self.stage.asked_early if early else self.stage.asked:
            if when is None or when(self.values, self.met):
                return ending
        return None

    def _end(self, ending: Ending | None) -> None:
        self.ending, self.over = ending, True
        if ending is None or (self.pages is None and self._told is None):
            return
        self._show_ending("ending", ending)
        for coda in self.stage.codas:
            if self.stage.program.holds(coda.when, self.values, self.met):
                self._show_ending("coda", coda)

    def _run(self, rules: tuple[str, ...]) -> None:
        if self.account is None:
            for act in self.stage.acts(rules):
                act(self.values, self.met)
            return
        for rule in rules:
            self._do(self.stage.story.rules[rule].do)
            self._note("rule", rule)

    def _do(self, effects: Effects) -> None:
        if effects:
            self.stage.program.action(effects)(self.values, self.met)
