"""Scenes, endings and members with everything looked up once that a walk would look up at every step."""

from dataclasses import dataclass

from glfstory.engine.program import Action, Program, Question
from glfstory.engine.story import Choice, Ending, Input, Member, Scene, Story


@dataclass(slots=True)
class Offer:
    """A choice made ready."""

    choice: Choice
    met: str
    """The id under which it is kept that it was taken."""
    when: Question | None
    scene: Scene | None
    """The scene that it leads to."""
    ending: Ending | None
    """The ending that it leads to."""
    act: Action | None = None
    """What it does; made when it is first taken."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A scene made ready."""

    scene: Scene
    offers: dict[str, Offer]
    """Its choices by id, as written."""
    all: tuple[Choice, ...] | None
    """All of its choices, where none has a condition."""
    inputs: tuple[tuple[int, Input], ...]
    """The inputs that it fixes, each with its place."""


@dataclass(frozen=True, slots=True)
class Storylet:
    """A storylet that a season may draw."""

    scene: Scene
    when: Question | None
    key: str
    """What its place among the others is keyed by, beside the seed."""


@dataclass(frozen=True, slots=True)
class Mover:
    """A member who can be born, be taken or leave."""

    id: str
    place: int
    birth: Question | None
    left: Question | None
    taken: Question | None


def question(program: Program, condition: str | None) -> Question | None:
    """The function of a condition, if there is one."""
    return None if condition is None else program.question(condition)


def stand(program: Program, story: Story, scene: Scene, inputs: list[str]) -> Stand:
    """A scene made ready."""
    offers = {
        each.id: Offer(
            each,
            f"{scene.id}.{each.id}",
            question(program, each.when),
            story.scenes.get(each.go) if each.go and each.go not in story.endings else None,
            story.endings.get(each.go) if each.go else None,
        )
        for each in scene.choices
    }
    always = scene.choices if all(each.when is None for each in scene.choices) else None
    return Stand(scene, offers, always, tuple((program.slots[name], story.inputs[name]) for name in inputs))


def movers(program: Program, members: tuple[Member, ...]) -> tuple[Mover, ...]:
    """Those who can be born, be taken or leave."""
    found = [each for each in members if (each.birth, each.left, each.taken) != (None, None, None)]
    return tuple(
        Mover(
            each.id,
            program.fate_slots[each.id],
            question(program, each.birth),
            question(program, each.left),
            question(program, each.taken),
        )
        for each in found
    )
