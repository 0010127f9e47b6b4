"""When each scene of a story can be met, and how it is come to."""

from collections.abc import Mapping
from dataclasses import dataclass

from glfstory.engine.schedule import comes_in
from glfstory.engine.story import Scene, Story


@dataclass(frozen=True, slots=True)
class Calendar:
    """The seasons of scenes, as places in the story."""

    every: frozenset[int]
    """All seasons."""
    seasons: Mapping[str, frozenset[int]]
    """Those in which a scene can be met; none for a scene without a way in."""
    callers: Mapping[str, tuple[str, ...]]
    """The scenes with a choice that leads to a scene or an ending."""


def calendar(story: Story) -> Calendar:
    """The seasons of all scenes; a scene that only choices lead to shares those of the scenes that lead there."""
    callers: dict[str, tuple[str, ...]] = {}
    for scene in story.scenes.values():
        for target in dict.fromkeys(choice.go for choice in scene.choices if choice.go):
            callers[target] = (*callers.get(target, ()), scene.id)
    found = {scene.id: _own(story, scene) for scene in story.scenes.values()}
    called = [scene for scene in story.scenes.values() if is_called(scene)]
    more = True
    while more:
        more = False
        for scene in called:
            here = frozenset().union(*(found[each] for each in callers.get(scene.id, ())))
            if here != found[scene.id]:
                found[scene.id], more = here, True
    return Calendar(frozenset(range(len(story.seasons))), found, callers)


def is_called(scene: Scene) -> bool:
    """Whether only a choice's `go` leads to it."""
    return scene.order is None and scene.weight is None


def _own(story: Story, scene: Scene) -> frozenset[int]:
    """The seasons in which a scene comes by itself."""
    if is_called(scene):
        return frozenset()
    fixed = scene.order is not None
    seasons = enumerate(story.seasons)
    return frozenset(at for at, season in seasons if comes_in(scene, season) and (fixed or season.draws))
