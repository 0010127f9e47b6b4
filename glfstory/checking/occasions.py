"""Every condition that the files of a story ask, with what is known where it is asked."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from glfstory.checking.calendar import Calendar, is_called
from glfstory.checking.knowledge import UNMET, WAITING, Occasion
from glfstory.checking.taking_apart import tree_of
from glfstory.engine.expressions import names_in
from glfstory.engine.story import Scene, Season, Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.markup import one_line
from glfstory.reading.nodes import Scalar
from glfstory.reading.shapes.prose import Text, WrittenBlock, WrittenGuard, WrittenOneOf
from glfstory.reading.shapes.scenes import WrittenChoice, WrittenMember, WrittenScene

Kind = Literal["scene", "choice", "text", "effects", "person"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition that something hangs on."""

    written: Scalar
    kind: Kind
    what: str
    """What does not come where the condition fails, such as `the choice 'wait'`."""
    occasion: Occasion

    @property
    def text(self) -> str:
        """The condition on one line."""
        return one_line(self.written)


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The blocks of a `one of`, in order."""

    blocks: tuple[WrittenBlock, ...]
    occasion: Occasion


Question = Asked | Alternatives


def questions(draft: Draft, story: Story, when: Calendar) -> Iterator[Question]:
    """All of them but those of endings. What cannot be met at all is passed over."""
    every = Occasion(when.every)
    for name, shape in draft.shapes["scenes"].items():
        if when.seasons[name]:
            yield from _of_scene(story, story.scenes[name], shape, when)
    for at, shape in enumerate(draft.shapes["seasons"].values()):
        for text in (shape.text, shape.turn):
            yield from of_text(text, Occasion(frozenset((at,))))
    for name, shape in draft.shapes["rules"].items():
        seasons = frozenset(at for at, season in enumerate(story.seasons) if name in rules_of(season))
        if seasons:
            yield from _of_effects(shape.do, Occasion(seasons))
    for house in draft.shapes["people"].values():
        yield from of_text(house.says, every)
        for name, member in house.members.items():
            yield from _of_member(str(name), member, every)


def rules_of(season: Season) -> set[str]:
    """The rules that a season runs."""
    return {*season.open, *season.close, *(rule for _, rules in season.at for rule in rules)}


def of_text(text: Text | None, occasion: Occasion) -> Iterator[Question]:
    """The conditions of a text's blocks."""
    parts = text if isinstance(text, list) else [text]
    for part in parts:
        if isinstance(part, WrittenOneOf):
            yield Alternatives(tuple(part.blocks), occasion)
        elif isinstance(part, WrittenBlock) and part.when is not None:
            yield Asked(part.when, "text", "this block", occasion)


def _of_effects(effects: list[Scalar | WrittenGuard], occasion: Occasion) -> Iterator[Question]:
    for each in effects:
        if isinstance(each, WrittenGuard):
            yield Asked(each.when, "effects", "what stands under it", occasion)
            for inner in (each.then, each.otherwise):
                yield from _of_effects(inner, occasion)


def _of_scene(story: Story, scene: Scene, shape: WrittenScene, when: Calendar) -> Iterator[Question]:
    before = Occasion(when.seasons[scene.id], scene.order, {scene.id: frozenset((UNMET,))})
    if shape.when is not None and not is_called(scene):
        kind = "scene" if scene.weight is None else "storylet"
        yield Asked(shape.when, "scene", f"the {kind} {scene.id!r}", before)
    met = replace(before, scenes={scene.id: frozenset((WAITING,))}, given=given_in(story, scene))
    yield from of_text(shape.text, met)
    yield from of_text(shape.summary, met)
    for name, choice in shape.choices.items():
        if choice.when is not None:
            yield Asked(choice.when, "choice", f"the choice {str(name)!r}", met)
        yield from _of_choice(scene, str(name), choice, before)


def given_in(story: Story, scene: Scene) -> tuple[tuple[str, bool], ...]:
    """That the scene's condition holds when it is met, unless it asks for what changes just then: itself or inputs."""
    if scene.when is None or is_called(scene):
        return ()
    fixed = {name for name, outside in story.inputs.items() if scene.id in outside.scenes}
    asked = _all_names(story, scene.when)
    return () if asked & {scene.id, *fixed} else ((scene.when, True),)


def _all_names(story: Story, expression: str) -> set[str]:
    """The names and the scenes that an expression asks for, with those of the computed variables in it."""
    found: set[str] = set()
    waiting = [expression]
    while waiting:
        tree = tree_of(waiting.pop())
        names = names_in(tree) - found
        found |= names | {
            each.value.partition(".")[0]
            for each in ast.walk(tree)
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        }
        waiting += [story.variables[name].computed or "0" for name in names & story.variables.keys()]
    return found


def _of_choice(scene: Scene, name: str, choice: WrittenChoice, before: Occasion) -> Iterator[Question]:
    """What a choice does, and what follows; where it stands in for a scene that was not met, nothing was chosen."""
    taken = replace(before, scenes={scene.id: frozenset((name,))})
    stands_in = replace(before, scenes={scene.id: frozenset((name, UNMET))})
    yield from _of_effects(choice.do, stands_in if scene.unplayed == name else taken)
    yield from of_text(choice.then, taken)


def _of_member(name: str, member: WrittenMember, every: Occasion) -> Iterator[Question]:
    for happens, condition in (
        ("leaves", member.left),
        ("is taken", member.taken),
        ("is born", member.birth),
        ("is spared", member.spared),
    ):
        if condition is not None:
            yield Asked(condition, "person", f"that {name} {happens}", every)
    for text in (member.when_dead, member.when_left, member.when_taken, member.when_born):
        yield from of_text(text, every)
