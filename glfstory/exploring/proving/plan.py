"""The schedule of a story as places, and the statements that lead from each of them to the next."""

from collections.abc import Iterator, Mapping

from glfstory.engine.analysis import check
from glfstory.engine.program import FATES, scope_of
from glfstory.engine.ranges import Flags, Numbers, Range, WordSet
from glfstory.engine.schedule import Fixed, Rules
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Assign, Effects, Scene, Value, Variable
from glfstory.exploring.proving.closing import DEAD, Closing
from glfstory.exploring.proving.opening import Opening
from glfstory.exploring.proving.reading import met_again, read_in
from glfstory.exploring.proving.statements import Block, Event, Fork, Go, Hit, Let, Place, Put, Statement, Test
from glfstory.exploring.proving.trees import Trees, both, constant, met, name, neither

START = Place("option")


class Plan:
    """A stage as places. Chances, draws and who dies first are left open: each of them may fall as it can."""

    def __init__(self, stage: Stage, length: str) -> None:
        self.stage, self.story, self.trees = stage, stage.story, Trees(stage.story)
        self.shown = stage.shown(length)
        told = stage.story.lengths.get(length)
        self.undrawn = told.undrawn if told else ()
        self.read, self._again = read_in(stage, self.trees), met_again(stage)
        self._opening, self._closing = Opening(self), Closing(self)

    def first(self) -> dict[str, Value]:
        """What every name stands for before the first season."""
        program = self.stage.program
        values = self.stage.first_values(Setup())
        known: dict[str, Value] = {each: values[place] for each, place in program.slots.items()}
        known[DEAD] = 0
        return known | {each: False for each in self.read if each not in known}

    def declared(self) -> Mapping[str, Range]:
        """What every name may ever stand for."""
        ranges = dict(scope_of(self.story, self.stage.program.constants).ranges)
        ranges[DEAD] = Numbers(0, len(self.story.members))
        ranges |= {each: WordSet(frozenset(FATES)) for each in self.first() if each.startswith("fate ")}
        return ranges

    def block(self, place: Place) -> Block:
        """What happens from a place on."""
        match place.kind:
            case "option":
                return self._opening.option(place)
            case "open":
                return self._opening.chance(place)
            case "step":
                return tuple(self._step(place))
            case "scene":
                return self._scene(place)
            case "close":
                return self._closing.close(place)
            case "fate":
                return self._closing.fate(place)
        return self._closing.closed(place)

    def rules(self, rules: tuple[str, ...]) -> Iterator[Statement]:
        """What some rules do."""
        for rule in rules:
            yield from self.effects(self.story.rules[rule].do)

    def effects(self, effects: Effects) -> Iterator[Statement]:
        """What a list of effects does."""
        for effect in effects:
            if isinstance(effect, Assign):
                yield Let(effect.name, self.trees.of(effect.expression), self.story.variables[effect.name])
                continue
            then, otherwise = tuple(self.effects(effect.then)), tuple(self.effects(effect.otherwise))
            yield Test(self.trees.of(effect.when), then, otherwise)

    def _step(self, place: Place) -> Iterator[Statement]:
        steps = self.stage.steps[place.at]
        following = Place("step", place.at, place.step + 1, ending=place.ending)
        if place.step >= len(steps):
            yield Go(Place("close", place.at, ending=place.ending))
            return
        step = steps[place.step]
        open_to_scenes = place.at in self.shown and not place.ending
        if isinstance(step, Rules):
            yield from self.rules(step.rules)
        elif isinstance(step, Fixed):
            yield from self._fixed(self.story.scenes[step.scene], following, open_to_scenes)
        elif open_to_scenes and self.story.seasons[place.at].id not in self.undrawn and (place.due or step.count):
            yield self._draw(place, place.due or step.count, following)
            return
        yield Go(following)

    def _fixed(self, scene: Scene, following: Place, open_to_scenes: bool) -> Iterator[Statement]:
        """A fixed scene that is met, or passed; behind it the season goes on."""
        passed = tuple(self._passed(scene))
        if not open_to_scenes:
            seen = name(met(scene.id)) if met(scene.id) in self.read else constant(False)
            yield Test(seen, tuple(self._inputs(scene)), passed)
            return
        if scene.id in self._again:
            yield Test(name(met(scene.id)), (*self._inputs(scene), Go(following)))
        entered = (*self._inputs(scene), *self._enter(scene, following))
        if scene.when is None:
            yield from entered
            return
        yield Test(self.trees.of(scene.when), entered, about=scene.id)
        yield from passed

    def _passed(self, scene: Scene) -> Iterator[Statement]:
        yield from self._inputs(scene)
        stand_in = scene.choice(scene.unplayed) if scene.unplayed else None
        if stand_in is not None:
            yield from self.effects(stand_in.do)

    def _draw(self, place: Place, due: int, following: Place) -> Fork:
        """Any storylet that qualifies may be the lightest."""
        after = following if due == 1 else Place("step", place.at, place.step, due - 1)
        ways: list[tuple[Event, Block]] = []
        qualify = []
        for each in self.stage.storylets[place.at]:
            scene = self.story.scenes[each]
            tree = both([neither([name(met(each))]), *([self.trees.of(scene.when)] if scene.when else [])])
            qualify.append(tree)
            entered = (*self._inputs(scene), *self._enter(scene, after))
            ways.append((Event("draw", each), (Test(tree, entered, (), about=each),)))
        none = (Test(neither(qualify), (Go(following),)),) if qualify else (Go(following),)
        return Fork((*ways, (Event("draw", ""), none)))

    def _enter(self, scene: Scene, after: Place) -> Iterator[Statement]:
        yield from self._met(scene.id)
        if not scene.choices:
            yield Hit(scene.id)
            yield Go(after)
            return
        yield Go(Place("scene", after.at, after.step, after.due, scene.id))

    def _met(self, what: str) -> Iterator[Statement]:
        if met(what) in self.read:
            yield Put(met(what), True)

    def _scene(self, place: Place) -> Block:
        scene = self.story.scenes[place.scene]
        after = Place("step", place.at, place.step, place.due)
        ways: list[tuple[Event, Block]] = []
        for choice in scene.choices:
            sight = f"{scene.id}.{choice.id}"
            taken: Block = (Hit(sight), *self._met(sight), *self.effects(choice.do), *self._go(choice.go, after))
            if choice.when is not None:
                taken = (Test(self.trees.of(choice.when), taken, about=sight),)
            ways.append((Event("choice", sight), taken))
        return (Hit(scene.id), Fork(tuple(ways)))

    def _go(self, where: str | None, after: Place) -> Iterator[Statement]:
        if where is None:
            yield Go(after)
        elif where in self.story.endings:
            step = after.step + 1 if after.due else after.step
            yield Go(Place("step", after.at, step, ending=where))
        else:
            scene = self.story.scenes[where]
            if where in self._again:
                yield Test(name(met(where)), (Go(after),))
            yield from self._inputs(scene)
            yield from self._enter(scene, after)

    def _inputs(self, scene: Scene) -> Iterator[Statement]:
        """All inputs of a scene are worked out before any is set."""
        found = [self.story.inputs[each] for each in self.stage.inputs_at.get(scene.id, ())]
        for each in found:
            variable = Variable(each.id, each.says, "number", low=each.low, high=each.high, step=each.step)
            held = each.id if len(found) == 1 else f"now {each.id}"
            yield Let(held, self.trees.of(each.solo), variable)
        if len(found) > 1:
            for each in found:
                yield Let(each.id, name(f"now {each.id}"), Variable(each.id, each.says, "word"))

    def literal(self, by: str, key: str) -> Value:
        """The value that a key of a table stands for."""
        found, _ = check(by, scope_of(self.story, self.stage.program.constants))
        if isinstance(found, Numbers):
            return float(key)
        return key == "True" if isinstance(found, Flags) else key
