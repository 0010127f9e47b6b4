"""Finds what a story has but never uses: variables that nothing reads, scenes that nothing leads to."""

import ast

from glfstory.engine.expressions import parse
from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft


def unread_variables(draft: Draft, story: Story) -> None:
    """Tells variables that no expression, text or chart reads."""
    read = {name for use in draft.uses for name in _names(use.text) if name != use.target}
    read |= set(story.meters) | ({story.toll} if story.toll else set())
    if story.ledger:
        read |= {story.ledger.said, story.ledger.true, story.ledger.taken, story.ledger.left}
    for name in story.variables:
        if name not in read:
            key = draft.gathered.entries["variables"][name].key
            says = f"nothing reads the variable {name!r}"
            draft.findings.add("W603-unread-variable", key, says, "use it in a condition or a text, or delete it")


def unreached_scenes(draft: Draft, story: Story) -> None:
    """Tells scenes without order, weight or a choice that leads to them, and storylets that no season draws."""
    led_to = {choice.go for scene in story.scenes.values() for choice in scene.choices}
    drawing = {season.id for season in story.seasons if season.draws}
    for name, scene in story.scenes.items():
        key = draft.gathered.entries["scenes"][name].key
        if scene.order is None and scene.weight is None and name not in led_to:
            says = f"the scene {name!r} has no order and no weight, and no choice leads to it"
            draft.findings.add(
                "W605-no-way-in", key, says, "give it an order or a weight, or lead to it with go: " + name
            )
        elif scene.weight is not None and not drawing & (set(scene.seasons) or drawing):
            says = f"no season of the storylet {name!r} draws any"
            draft.findings.add("W605-no-way-in", key, says, "add draw: {count: 1, at: 50} to the season")


def _names(expression: str) -> set[str]:
    tree = parse(expression)
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} if isinstance(tree, ast.expr) else set()
