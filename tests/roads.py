"""Whole runs of a story by one of its policies."""

from dataclasses import replace

from glfstory.engine.run import Decision, Run, begin
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.walk import Walk
from glfstory.exploring.players import preferred


def played(stage: Stage, policy: str, seed: int, length: str = "full") -> Run:
    """A run to its end by a policy, with a reason wherever one is asked."""
    run, reasons = begin(stage.story, seed, Setup(length=length)), sorted(stage.story.reasons)
    walk, taken = Walk(stage, seed, run.setup), list[Decision]()
    walk.advance()
    while walk.scene is not None:
        chosen = preferred(walk.open_choices(), stage.story.policies[policy], seed, walk.scene.id).id
        taken.append(Decision(walk.scene.id, chosen, reasons[seed % len(reasons)] if walk.scene.reason else ""))
        walk.choose(chosen)
        walk.advance()
    return replace(run, entries=tuple(taken))
