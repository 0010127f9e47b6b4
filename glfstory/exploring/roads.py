"""Other roads of a run: the same decisions wherever they still can be taken, except where a road changes them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from glfstory.engine.run import Outside, Run
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Choice, OtherRoad, Scene
from glfstory.engine.walk import Walk
from glfstory.exploring.players import preferred


@dataclass(frozen=True, slots=True)
class Guide:
    """Who decides on a road: the road where it asks for another choice, else the run, else the run's nearest policy."""

    own: Mapping[str, str]
    """The choice that the run took, by scene."""
    policy: Sequence[str] = ()
    at: str | None = None
    """The tag of the scenes in which the road takes another choice; without one, in any scene."""
    prefer: tuple[str, ...] = ()
    """The tags that such a choice bears, the first before the second."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Single decisions that are changed: the choice, by scene."""

    def choice(self, scene: Scene, choices: Sequence[Choice], seed: int) -> Choice:
        """The open choice to take."""
        if (self.at is None or self.at in scene.tags) and (asked := _with_tag(choices, self.prefer)):
            return asked
        wanted = self.fixed.get(scene.id) or self.own.get(scene.id)
        own = next((choice for choice in choices if choice.id == wanted), None)
        return own or preferred(choices, self.policy, seed, scene.id)


def _with_tag(choices: Sequence[Choice], tags: Sequence[str]) -> Choice | None:
    return next((choice for tag in tags for choice in choices if tag in choice.tags), None)


def guide_of(stage: Stage, run: Run) -> Guide:
    """The run's own guide: its decisions, and the policy of the story that agrees with most of them."""
    own = {decision.scene: decision.choice for decision in run.decisions}
    return Guide(own, stage.story.policies.get(nearest_policy(stage, run), ()))


def nearest_policy(stage: Stage, run: Run) -> str:
    """The id of the policy that would have taken most of the run's choices; an empty string without policies."""
    agreed = dict.fromkeys(stage.story.policies, 0)
    walk = begun(stage, run)
    for decision in run.decisions:
        if walk.scene is None:
            break
        choices = walk.open_choices()
        for name, tags in stage.story.policies.items():
            agreed[name] += preferred(choices, tags, run.seed, decision.scene).id == decision.choice
        walk.choose(decision.choice)
        walk.advance()
    return max(agreed, key=lambda name: agreed[name], default="")


def on_road(guide: Guide, road: OtherRoad) -> Guide:
    """The guide on a road that the story names."""
    return replace(guide, at=road.at, prefer=road.prefer)


def begun(stage: Stage, run: Run, seed: int | None = None, closes: Collection[str] = ()) -> Walk:
    """A walk at the first decision of a run, in its own weather or that of another seed.

    Numbers from outside belong to the run's own weather and neighbours: they are left out under another seed or under
    other constants than the run's.
    """
    is_same = seed in (None, run.seed) and dict(run.setup.constants) == dict(stage.program.constants)
    outside = {(each.season, each.input): each.value for each in run.entries if isinstance(each, Outside)}
    setup = Setup(run.setup.options, run.setup.length, dict(stage.program.constants))
    walk = Walk(stage, run.seed if seed is None else seed, setup, outside if is_same else None, closes=closes)
    walk.advance()
    return walk


def follow(walk: Walk, guide: Guide) -> int:
    """Takes a walk to its end; how many choices were others than the run's in the same scene."""
    others = 0
    while walk.scene is not None:
        scene = walk.scene
        choice = guide.choice(scene, walk.open_choices(), walk.seed)
        others += guide.own.get(scene.id, choice.id) != choice.id
        walk.choose(choice.id)
        walk.advance()
    return others
