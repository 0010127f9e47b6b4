"""Rules for scenes and their choices."""

from glfstory.engine.story import Ending, Scene, Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.nodes import Scalar, Table
from glfstory.reading.shapes.scenes import WrittenScene

MOST = 4
MOST_IN_REPORT = 8
REPORT, DEATH = "report", "death"


def check_scenes(draft: Draft, story: Story) -> None:
    """Tells every scene that cannot be played as it stands."""
    for name, scene in story.scenes.items():
        shape: WrittenScene = draft.shapes["scenes"][name]
        key = draft.gathered.entries["scenes"][name].key
        _check_number(draft, scene, shape, key)
        _check_unplayed(draft, story, scene, shape)
        _check_ways(draft, story, scene, shape)
        if DEATH in scene.tags and not scene.summary and not shape.has_lost("summary"):
            fix = "add summary: with the same in a few gentle words"
            draft.findings.add(
                "E505-summary", shape.place("tags"), "a scene in which someone dies needs a summary", fix
            )
    _check_orders(draft, story)


def _check_number(draft: Draft, scene: Scene, shape: WrittenScene, key: Scalar) -> None:
    """Two to four choices, in a report up to eight, two of them without a condition; or none at all."""
    most = MOST_IN_REPORT if REPORT in scene.tags else MOST
    written = shape.written("choices")
    keys = list(written) if isinstance(written, Table) else []
    if not (scene.choices and isinstance(written, Table)) or written.lost or shape.has_lost("choices", "tags"):
        return
    if len(scene.choices) == 1:
        draft.findings.add(
            "E503-choices",
            key,
            "one choice is none",
            "add another, or leave out choices: for a page that one key passes",
        )
    elif len(scene.choices) > most:
        says = f"a scene has at most {most} choices; this is number {most + 1}"
        fix = "take one out" if most == MOST_IN_REPORT else f"take one out, or tag the scene {REPORT!r}"
        draft.findings.add("E503-choices", keys[most], says, fix)
    elif sum(choice.when is None for choice in scene.choices) < 2:
        says = "at least two choices of a scene have no `if`"
        draft.findings.add("E503-choices", key, says, "take an `if` away, or add a choice")


def _check_unplayed(draft: Draft, story: Story, scene: Scene, shape: WrittenScene) -> None:
    if shape.unplayed is None or shape.has_lost("unplayed", "choices", "order", "season"):
        return
    choice = scene.choice(shape.unplayed)
    if choice is None:
        says = f"the scene has no choice {str(shape.unplayed)!r}"
        draft.findings.unknown(
            "E504-unplayed", shape.unplayed, says, shape.unplayed, [each.id for each in scene.choices]
        )
    elif choice.when is not None or choice.go is not None:
        says = f"{choice.id!r} has {'`if`' if choice.when is not None else '`go`'}; a choice that stands in has neither"
        draft.findings.add("E504-unplayed", shape.unplayed, says, "name another choice")
    elif scene.order is None:
        says = "`unplayed` belongs to a fixed scene, and this one has no order"
        draft.findings.add("E504-unplayed", shape.key_place("unplayed"), says, "delete it, or add order: ...")
    elif len(scene.seasons) != 1 and len(story.seasons) > 1:
        says = "`unplayed` would apply in every season of a scene that may come in several"
        draft.findings.add("E504-unplayed", shape.key_place("unplayed"), says, "write a scene for each season")


def _check_ways(draft: Draft, story: Story, scene: Scene, shape: WrittenScene) -> None:
    """Every `go` leads to a scene of the same seasons that nothing else leads to, or to an ending in its time."""
    here = _seasons(draft, story, scene)
    for choice in scene.choices:
        place = shape.choices[choice.id].go  # type: ignore[index]
        if not choice.go or place is None:
            continue
        target, ending = story.scenes.get(choice.go), story.endings.get(choice.go)
        says, fix = "", ""
        if target is not None:
            says, fix = _wrong_scene(scene, target, here - _seasons(draft, story, target))
        elif ending is not None and not draft.shapes["endings"][ending.id].has_lost("early", "coda"):
            says, fix = _wrong_ending(ending, is_last=here <= {season.id for season in story.seasons[-1:]})
        if says:
            draft.findings.add("E405-go", place, says, fix)


def _seasons(draft: Draft, story: Story, scene: Scene) -> set[str]:
    """The seasons in which a scene may come, as far as that is known."""
    every = {season.id for season in story.seasons}
    unsure = draft.shapes["scenes"][scene.id].has_lost("season") or not set(scene.seasons) <= every
    return every if unsure else set(scene.seasons) or every


def _wrong_scene(scene: Scene, target: Scene, missing: set[str]) -> tuple[str, str]:
    """Why a choice cannot lead to a scene, and what to do; empty where it can."""
    if target.order is not None or target.weight is not None:
        says = f"the scene {target.id!r} has an order or a weight and comes by itself"
        return says, "lead to a scene without order and weight"
    if missing:
        says = f"the scene {target.id!r} does not come in {', '.join(sorted(missing))}"
        return says, f"add the season to {target.id!r}"
    return ("a scene cannot lead to itself", "lead to another") if target.id == scene.id else ("", "")


def _wrong_ending(ending: Ending, *, is_last: bool) -> tuple[str, str]:
    """The same for an ending."""
    if ending.coda:
        return f"{ending.id!r} is a coda, told after an ending", "lead to an ending"
    if not ending.early and not is_last:
        return f"the ending {ending.id!r} can only come in the last season", f"write early: true in {ending.id!r}"
    return "", ""


def _check_orders(draft: Draft, story: Story) -> None:
    taken: dict[tuple[str, float], str] = {}
    for season in story.seasons:
        for name, scene in sorted(story.scenes.items()):
            if scene.order is None or (scene.seasons and season.id not in scene.seasons):
                continue
            first = taken.setdefault((season.id, scene.order), name)
            if first != name:
                says = f"{first!r} has the same order in {season.id}; their ids decide which comes first"
                place = draft.shapes["scenes"][name].place("order")
                draft.findings.add("W601-same-order", place, says, "give one of them another order")
