"""Why something cannot be reached, in words."""

import ast
from collections.abc import Sequence

from glfstory.engine.expressions import parse
from glfstory.engine.ranges import Flags, Numbers, Range, WordSet
from glfstory.engine.story import Story
from glfstory.exploring.playtest.sights import Sight
from glfstory.exploring.proving.assuming import assume
from glfstory.exploring.proving.spread import Refused, Spread
from glfstory.exploring.proving.trees import names

MOST = 3
"""Names whose ranges are told."""


def why(spread: Spread, sight: Sight) -> str:
    """Why ranges rule a sight out: the condition that cannot hold, or that nothing leads there."""
    refused = spread.refused.get(sight.id)
    if refused:
        return _condition(spread, sight, refused)
    if sight.kind == "choice":
        scene = sight.id.partition(".")[0]
        if scene not in spread.sights:
            return f"its scene {scene} cannot be reached"
    if sight.kind == "scene":
        return _no_way_in(spread, sight.id)
    return "no choice that can be taken leads to it, and another ending always comes before it"


def _condition(spread: Spread, sight: Sight, refused: Sequence[Refused]) -> str:
    condition = condition_of(spread.plan.story, sight)
    first = refused[0]
    parts = _parts(condition)
    for part in parts if len(parts) > 1 else ():
        if all(assume(spread.plan.trees.of(part), each.known, True) is None for each in refused):
            condition = part
            break
    tree = spread.plan.trees.of(condition)
    told = [_told(name, first.known[name]) for name in sorted(names(tree))][:MOST]
    where = "here " if len(refused) > 1 else ""
    return f"{condition!r} never holds {where}({'; '.join(told)})" if told else f"{condition!r} never holds"


def _parts(condition: str) -> list[str]:
    """The parts of a condition all of which have to hold."""
    tree = parse(condition)
    is_several = isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And)
    return [ast.unparse(part) for part in tree.values] if is_several and isinstance(tree, ast.BoolOp) else [condition]


def condition_of(story: Story, sight: Sight) -> str:
    """The condition of a scene, a choice or an ending; an empty string where it has none."""
    name, _, choice = sight.id.partition(".")
    if sight.kind in ("ending", "coda"):
        return story.endings[name].when or ""
    taken = story.scenes[name].choice(choice) if choice else None
    return (taken.when if taken else story.scenes[name].when) or ""


def _no_way_in(spread: Spread, scene: str) -> str:
    story = spread.plan.story
    callers = spread.ways_in.get(scene, ())
    if callers:
        return f"the choices that lead to it cannot be taken ({', '.join(callers[:MOST])})"
    told = story.scenes[scene]
    if told.order is None and told.weight is None:
        return "it has no place of its own and no choice leads to it"
    if told.weight is not None:
        return "no season in which it may come, and that is shown, draws storylets"
    return "none of its seasons is shown and come to"


def _told(name: str, found: Range) -> str:
    what, _, whom = name.partition(" ")
    if what == "met":
        done = "taken" if "." in whom else "met"
        return f"{whom} is {_flag(found, done)}"
    if what == "fate":
        return f"{whom} is {_values(found)}"
    return f"{name} is {_values(found)}"


def _flag(found: Range, done: str) -> str:
    if isinstance(found, Flags) and len(found.can) == 1:
        return f"{'always' if True in found.can else 'never'} {done}"
    return f"{done} or not"


def _values(found: Range) -> str:
    match found:
        case Numbers():
            return f"{found.low:,g}" if found.low == found.high else f"{found.low:,g} to {found.high:,g}"
        case WordSet():
            return " or ".join(sorted(found.words))
    return " or ".join("true" if each else "false" for each in sorted(found.can, reverse=True))
