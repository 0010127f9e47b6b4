"""Mechanical players: they take the choices that a policy prefers."""

from collections.abc import Collection, Sequence

from glfstory.engine.chance import unit
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Choice
from glfstory.engine.walk import Walk


def play(
    stage: Stage, seed: int, policy: Sequence[str], setup: Setup | None = None, closes: Collection[str] = ()
) -> Walk:
    """A run to its end by a player who prefers these tags, the first before the second; some closes may be kept."""
    walk = Walk(stage, seed, setup, closes=closes)
    walk.advance()
    while walk.scene is not None:
        walk.choose(preferred(walk.open_choices(), policy, seed, walk.scene.id).id)
        walk.advance()
    return walk


def preferred(choices: Sequence[Choice], policy: Sequence[str], seed: int, scene: str) -> Choice:
    """The choice that a policy takes: of several favoured ones a keyed one."""
    found = favoured(choices, policy)
    return found[0] if len(found) == 1 else found[int(unit(seed, "policy", scene) * len(found))]


def favoured(choices: Sequence[Choice], policy: Sequence[str]) -> Sequence[Choice]:
    """The open choices with the first preferred tag; where none has any, the first without `if`."""
    for tag in policy:
        tagged = [choice for choice in choices if tag in choice.tags]
        if tagged:
            return tagged
    return [next((choice for choice in choices if choice.when is None), choices[0])]
