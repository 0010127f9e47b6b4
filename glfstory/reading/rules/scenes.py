"""Rules for scenes and their choices."""

from glfstory.engine.story import Scene, Story
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
        if DEATH in scene.tags and not scene.summary:
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
    if not (scene.choices and isinstance(written, Table) and written.is_whole):
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
    if shape.unplayed is None:
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
    every = {season.id for season in story.seasons}
    here = set(scene.seasons) or every
    for choice in scene.choices:
        place = shape.choices[choice.id].go  # type: ignore[index]
        if choice.go is None or place is None:
            continue
        target = story.scenes.get(choice.go)
        ending = story.endings.get(choice.go)
        if target is not None and (target.order is not None or target.weight is not None):
            says = f"the scene {target.id!r} has an order or a weight and comes by itself"
            draft.findings.add("E405-go", place, says, "lead to a scene without order and weight")
        elif target is not None and not here <= (set(target.seasons) or every):
            missing = sorted(here - set(target.seasons))
            says = f"the scene {target.id!r} does not come in {', '.join(missing)}"
            draft.findings.add("E405-go", place, says, f"add the season to {target.id!r}")
        elif target is not None and target.id == scene.id:
            draft.findings.add("E405-go", place, "a scene cannot lead to itself", "lead to another")
        elif ending is not None and ending.coda:
            draft.findings.add("E405-go", place, f"{ending.id!r} is a coda, told after an ending", "lead to an ending")
        elif ending is not None and not ending.early and here != {story.seasons[-1].id if story.seasons else ""}:
            says = f"the ending {ending.id!r} can only come in the last season"
            draft.findings.add("E405-go", place, says, f"write early: true in {ending.id!r}")


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
