"""Rules for a story as a whole."""

from glfstory.engine.story import Story
from glfstory.reading.folder import shown
from glfstory.reading.linking.draft import Draft
from glfstory.reading.nodes import Place
from glfstory.reading.rules.endings import check_endings
from glfstory.reading.rules.scenes import check_scenes


def check_rules(draft: Draft, story: Story) -> None:
    """Tells whatever would keep a story from being played to its end."""
    _check_there(draft)
    _check_people(draft)
    _check_roles(draft, story)
    _check_measures(draft, story)
    _check_roads(draft, story)
    check_scenes(draft, story)
    check_endings(draft, story)


def _check_there(draft: Draft) -> None:
    for group, says in (
        ("seasons", "a story needs at least one season"),
        ("scenes", "a story needs at least one scene"),
        ("endings", "a story needs at least one ending"),
    ):
        there = draft.gathered.entries[group] or group in draft.gathered.spoiled
        if not there and not draft.findings.may_stand(group):
            draft.findings.add_file(
                "E502-nothing", shown(draft.gathered.folder), says, f"add {group}: to one of its files"
            )


def _check_people(draft: Draft) -> None:
    """A person has one id, whatever the house."""
    first: dict[str, Place] = {}
    for shape in draft.shapes["people"].values():
        for name in shape.members:
            if name in first:
                line, _ = first[name].source.line_and_column(first[name].start)
                says = f"{str(name)!r} already lives in {first[name].source.path}:{line}"
                draft.findings.add("E401-repeated-id", name.place, says, "choose another id")
            first.setdefault(name, name.place)


def _check_measures(draft: Draft, story: Story) -> None:
    """The options under which a measure is taken have those words."""
    for shape in draft.shapes["measures"].values():
        for name, word in shape.under.items():
            option = story.options.get(name)
            if option is not None and word not in option.words:
                says = f"{str(word)!r} is no word of the option {name}"
                draft.findings.unknown("E106-not-one-of", word, says, word, option.words)


def _check_roads(draft: Draft, story: Story) -> None:
    """Where a road takes another choice, there is one to take."""
    shape = draft.shapes["debrief"].get("debrief")
    for road in shape.roads.values() if shape is not None else ():
        scenes = [scene for scene in story.scenes.values() if road.at is None or road.at in scene.tags]
        borne = {tag for scene in scenes for choice in scene.choices for tag in choice.tags}
        named = [tag for tag in (road.at, *road.prefer) if tag is not None]
        if road.prefer and all(tag in story.tags for tag in named) and not borne.intersection(road.prefer):
            where = "no choice" if road.at is None else f"no choice of a scene with the tag {str(road.at)!r}"
            says = f"{where} bears a tag that is preferred here"
            draft.findings.add("E518-road", road.place("prefer"), says, "name a tag that such choices bear")


def _check_roles(draft: Draft, story: Story) -> None:
    """Meters, ledger and toll are numbers."""
    shape = draft.shapes["story"].get("story")
    if shape is None:
        return
    ledger = [shape.ledger.said, shape.ledger.true, shape.ledger.taken, shape.ledger.left] if shape.ledger else []
    for name in [*shape.meters, *ledger, *([shape.toll] if shape.toll is not None else [])]:
        variable = story.variables.get(name)
        if variable is not None and variable.kind != "number":
            draft.findings.add("E303-kind", name, f"{str(name)!r} is not a number", "name a variable that is one")
