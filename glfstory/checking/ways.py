"""Finds scenes that nothing leads to, storylets that no season draws, and seasons that draw more than there is."""

from glfstory.checking.calendar import is_called
from glfstory.checking.grounds import Grounds
from glfstory.engine.schedule import storylets
from glfstory.engine.story import Scene, Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.nodes import Scalar


def lost_scenes(draft: Draft, story: Story, grounds: Grounds) -> None:
    """Tells scenes without a way in, and draws that cannot be filled."""
    for name, scene in story.scenes.items():
        if not grounds.when.seasons[name]:
            key = draft.gathered.entries["scenes"][name].key
            _tell(draft, scene, grounds.when.callers.get(name, ()), key)
    _tell_undrawn(draft, story)
    for season in story.seasons:
        there, drawn = len(storylets(story, season)), sum(draw.count for draw in season.draws)
        if there < drawn:
            shape = draft.shapes["seasons"][season.id]
            says = f"{season.id} draws {drawn} storylets, and {there or 'none'} can come in it"
            fix = "draw fewer, or write a scene with weight: 2 for this season"
            draft.findings.add("N712-too-few-storylets", shape.key_place("draw"), says, fix)


def _tell_undrawn(draft: Draft, story: Story) -> None:
    """Seasons that a storylet names and that draw none, where others do."""
    drawing = {season.id for season in story.seasons if season.draws}
    for name, scene in story.scenes.items():
        written = draft.shapes["scenes"][name].season
        if scene.weight is None or not drawing & set(scene.seasons) or not isinstance(written, list):
            continue
        for season in written:
            if season not in drawing:
                says = f"{str(season)!r} draws no storylets, so that {name!r} cannot come in it"
                fix = "take it from the list, or add draw: {count: 1, at: 50} to the season"
                draft.findings.add("N716-undrawn-season", season, says, fix)


def _tell(draft: Draft, scene: Scene, callers: tuple[str, ...], key: Scalar) -> None:
    name = scene.id
    if not is_called(scene):
        says = f"no season of the storylet {name!r} draws any"
        draft.findings.add("W605-no-way-in", key, says, "add draw: {count: 1, at: 50} to the season")
    elif callers:
        says = f"only {', '.join(map(repr, callers))} leads to the scene {name!r}, and is never met itself"
        draft.findings.add("W605-no-way-in", key, says, "give one of them an order or a weight")
    else:
        says = f"the scene {name!r} has no order and no weight, and no choice leads to it"
        fix = f"give it an order or a weight, or lead to it with go: {name}"
        draft.findings.add("W605-no-way-in", key, says, fix)
