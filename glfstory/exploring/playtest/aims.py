"""What is hunted for: how far a run stayed from each aim, and which choices may bring one nearer."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from glfstory.engine.page import State
from glfstory.engine.program import Program
from glfstory.engine.stage import Stage
from glfstory.engine.story import Scene, Story, Value, assigned
from glfstory.exploring.playtest.nearness import Distance, distance
from glfstory.exploring.playtest.sights import Sight

QUOTED = re.compile(r"'([^']*)'")
FAR = 99.0
"""The distance of a run that never came to where the aim is asked for."""
Hint = tuple[str, str]
"""A scene, and a choice of it."""


class Choices:
    """Which choices of a story lead where and which set what, in its order; looked up once for all aims."""

    def __init__(self, story: Story) -> None:
        self.all: list[Hint] = []
        self._named: dict[str, int] = {}
        self._setting: dict[str, list[int]] = {}
        self._leading: dict[str, list[Hint]] = {}
        for scene in story.scenes.values():
            for choice in scene.choices:
                place = len(self.all)
                self.all.append((scene.id, choice.id))
                self._named[f"{scene.id}.{choice.id}"] = place
                for name in set(assigned(choice.do)):
                    self._setting.setdefault(name, []).append(place)
                if choice.go is not None:
                    self._leading.setdefault(choice.go, []).append((scene.id, choice.id))

    def leading(self, name: str) -> Sequence[Hint]:
        """Those that go to a scene or an ending."""
        return self._leading.get(name, ())

    def touching(self, program: Program, condition: str) -> list[Hint]:
        """Those that a condition names, or that set something which it reads."""
        if not condition:
            return []
        read = program.reads(condition)
        found = {self._named[each] for each in QUOTED.findall(condition) if each in self._named}
        for name, place in program.slots.items():
            found.update(self._setting.get(name, ()) if place in read else ())
        return [self.all[place] for place in sorted(found)]


class Aim:
    """Something to be seen, as it is hunted."""

    def __init__(self, stage: Stage, choices: Choices, sight: Sight) -> None:
        story, program = stage.story, stage.program
        name, _, choice = sight.id.partition(".")
        ending = story.endings.get(name) if sight.kind in ("ending", "coda") else None
        scene = _way_in(story, choices, story.scenes[name]) if ending is None else None
        self.scene = name if choice else ""
        """The scene whose choice it is."""
        when = scene.when if scene else ending.when if ending else None
        self._seasons = frozenset(scene.seasons) if scene and scene.seasons else None
        self._before = distance(program, when)
        taken = story.scenes[name].choice(choice) if choice else None
        self._inside: Distance = distance(program, taken.when if taken else None, wanted=sight.kind != "closed")
        named = " and ".join(f"({each})" for each in (when, taken.when if taken else None) if each)
        self.last: tuple[Hint, ...] = ((name, choice),) if sight.kind == "choice" else tuple(choices.leading(name))
        """Each of them shows it, where it is open."""
        self.hints: tuple[Hint, ...] = tuple(choices.touching(program, named))
        """They may bring a run nearer, or farther."""

    def at_scene(self, values: Sequence[Value], met: AbstractSet[str]) -> float:
        """How far its choice is from being open, or closed, where its scene waits for a decision."""
        return self._inside(values, met)

    def on_the_way(self, closes: Sequence[tuple[str, State]]) -> float:
        """How far its scene or ending was from coming, at the nearest: asked before and behind each of its seasons."""
        found, before = FAR, None
        for season, state in closes:
            if self._seasons is None or season in self._seasons:
                for each in (before, state):
                    if each is not None:
                        found = min(found, self._before(each.values, each.met))
            before = state
        return found


def _way_in(story: Story, choices: Choices, scene: Scene) -> Scene:
    """The scene itself, or the first from which a choice leads to it."""
    if scene.order is not None or scene.weight is not None:
        return scene
    return next((story.scenes[first] for first, _ in choices.leading(scene.id)), scene)


class Aims:
    """Aims of a stage; each is set up once."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self._choices = stage, Choices(stage.story)
        self._made: dict[Sight, Aim] = {}

    def of(self, sight: Sight) -> Aim:
        """The aim of a sight."""
        if sight not in self._made:
            self._made[sight] = Aim(self.stage, self._choices, sight)
        return self._made[sight]

    def by_scene(self, sights: Sequence[Sight]) -> Mapping[str, list[tuple[int, Aim]]]:
        """Those that are asked for inside a scene, with their places."""
        found: dict[str, list[tuple[int, Aim]]] = {}
        for place, sight in enumerate(sights):
            aim = self.of(sight)
            if aim.scene:
                found.setdefault(aim.scene, []).append((place, aim))
        return found

    def far(
        self, sights: Sequence[Sight], closes: Sequence[tuple[str, State]], inside: Mapping[int, float]
    ) -> tuple[float, ...]:
        """How far a run stayed from each of them; one asked for inside its scene is nearer than any outside."""
        return tuple(
            inside[place] if place in inside else 1 + self.of(sight).on_the_way(closes)
            for place, sight in enumerate(sights)
        )
