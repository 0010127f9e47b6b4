"""Finds effects whose result always lies outside the range of their variable, so that it is held at an end."""

from glfstory.checking.grounds import Grounds
from glfstory.checking.taking_apart import tree_of
from glfstory.engine.analysis import range_of
from glfstory.engine.ranges import Numbers
from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft


def held_values(draft: Draft, story: Story, grounds: Grounds) -> None:
    """Tells every effect that can only leave its variable at the end of its range."""
    for use in draft.uses:
        made = range_of(tree_of(use.full), grounds.reached.scope) if use.target else None
        if not isinstance(made, Numbers):
            continue
        variable = story.variables[use.target]
        above = made.low > variable.high
        if above or made.high < variable.low:
            end, side = (variable.high, "above") if above else (variable.low, "below")
            says = f"this is always {side} {end:g}, where the range of {use.target} ends, and is held there"
            fix = f"write {use.target} = {end:g}, or widen the range"
            draft.findings.add("W617-always-held", use.place(0, len(use.text)), says, fix)
