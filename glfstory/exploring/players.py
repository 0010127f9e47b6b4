"""Mechanical players: they take the choices that a policy prefers."""

from collections.abc import Sequence

from glfstory.engine.chance import unit
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Choice
from glfstory.engine.walk import Walk


def play(stage: Stage, seed: int, policy: Sequence[str], setup: Setup | None = None) -> Walk:
    """A run to its end, with its closes kept, by a player who prefers these tags, the first before the second."""
    walk = Walk(stage, seed, setup, closes=True)
    walk.advance()
    while walk.scene is not None:
        walk.choose(preferred(walk.open_choices(), policy, seed, walk.scene.id).id)
        walk.advance()
    return walk


def preferred(choices: Sequence[Choice], policy: Sequence[str], seed: int, scene: str) -> Choice:
    """The open choice with the first preferred tag: of several, a keyed one; of none, the first without `if`."""
    for tag in policy:
        tagged = [choice for choice in choices if tag in choice.tags]
        if tagged:
            return tagged[int(unit(seed, "policy", scene) * len(tagged))]
    return next((choice for choice in choices if choice.when is None), choices[0])
