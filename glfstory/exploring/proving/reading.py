"""What a story's play ever asks for: a name that nothing reads makes no difference between two states."""

from collections import Counter
from collections.abc import Iterator

from glfstory.engine.schedule import Fixed
from glfstory.engine.stage import Stage
from glfstory.engine.story import Assign, Effects, Story
from glfstory.exploring.proving.trees import Trees, met, names


def read_in(stage: Stage, trees: Trees) -> frozenset[str]:
    """All names that conditions, effects and the schedule read."""
    asked = {name for each in _expressions(stage.story) for name in names(trees.of(each))}
    return frozenset(asked | {met(scene) for scene in met_again(stage)})


def met_again(stage: Stage) -> set[str]:
    """The scenes that a run might come to a second time, if it did not know that it has met them."""
    story = stage.story
    fixed = Counter(step.scene for steps in stage.steps for step in steps if isinstance(step, Fixed))
    drawn = {scene.id for scene in story.scenes.values() if scene.weight}
    return {each for each, times in fixed.items() if times > 1} | drawn | _led_to_again(story)


def _led_to_again(story: Story) -> set[str]:
    """The scenes that choices lead to, without those to which one way of `go` leads at most, and no ring.

    A chain of `go` begins with a scene that comes by itself, and that comes once.
    """
    onward = {
        scene.id: [choice.go for choice in scene.choices if choice.go is not None and choice.go in story.scenes]
        for scene in story.scenes.values()
    }
    callers = Counter(each for targets in onward.values() for each in targets)
    begun = {
        scene.id: {scene.id} if scene.order is not None or scene.weight else set[str]()
        for scene in story.scenes.values()
    }
    ready = [each for each in onward if not callers[each]]
    for scene in ready:  # grows while it is gone through; what stands on a ring or behind one never comes
        for each in onward[scene]:
            begun[each] |= {*sorted(begun[scene])[:2]}
            callers[each] -= 1
            if not callers[each]:
                ready.append(each)
    led_to = {each for targets in onward.values() for each in targets}
    return {each for each in led_to if callers[each] or len(begun[each]) > 1}


def _expressions(story: Story) -> Iterator[str]:
    conditions = [each.when for each in story.scenes.values()] + [each.when for each in story.endings.values()]
    conditions += [each.by for each in story.constants.values()] + [each.by for each in story.chances.values()]
    conditions += [each.solo for each in story.inputs.values()]
    effects = [rule.do for rule in story.rules.values()]
    for member in story.members:
        conditions += [member.left, member.taken, member.birth]
    for scene in story.scenes.values():
        conditions += [choice.when for choice in scene.choices]
        effects += [choice.do for choice in scene.choices]
    yield from (each for each in conditions if each is not None)
    for each in effects:
        yield from _of_effects(each)
    if story.toll:
        yield story.toll


def _of_effects(effects: Effects) -> Iterator[str]:
    for each in effects:
        if isinstance(each, Assign):
            yield each.expression
        else:
            yield each.when
            yield from _of_effects((*each.then, *each.otherwise))
