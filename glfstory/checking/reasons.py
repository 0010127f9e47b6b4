"""Why a condition can have only one answer, in words."""

import ast
from collections.abc import Iterable
from dataclasses import replace

from glfstory.checking.grounds import Grounds
from glfstory.checking.knowledge import UNMET, Knowledge, Occasion
from glfstory.checking.taking_apart import tree_of
from glfstory.engine.expressions import QUESTIONS, names_in
from glfstory.engine.ranges import Flags, Numbers, Range, WordSet


def because(text: str, wanted: bool, occasion: Occasion, grounds: Grounds) -> str:
    """Why a condition cannot hold (or fail) there, behind a colon; empty where that takes too many words."""
    everywhere = Occasion(grounds.when.every)
    known = replace(occasion, given=())
    if not grounds.declared.can_hold([(text, wanted)], everywhere):
        return _by_ranges(text, wanted, everywhere, grounds.declared, "lies")
    if not grounds.reached.can_hold([(text, wanted)], everywhere):
        return _by_ranges(text, wanted, everywhere, grounds.reached, "stays")
    later = _later(text, known, grounds)
    if later and not grounds.reached.can_hold([(text, wanted)], replace(known, scenes={})):
        return f": {' and '.join(later)} can only come later"
    if not grounds.reached.can_hold([(text, wanted)], Occasion(occasion.seasons)):
        return f": it is asked in {_seasons(occasion.seasons, grounds)} only"
    if not grounds.reached.can_hold([(text, wanted)], known):
        return ": it is decided by being here"
    return f": the scene comes only where `{occasion.given[0][0]}` does" if occasion.given else ""


def _later(text: str, known: Occasion, grounds: Grounds) -> list[str]:
    """The scenes that a condition asks about and that cannot have been met yet."""
    asked = [node.args[0] for node in ast.walk(tree_of(text)) if isinstance(node, ast.Call) and _asks_scene(node)]
    scenes = dict.fromkeys(str(ast.literal_eval(each)).partition(".")[0] for each in asked)
    unmet = frozenset((UNMET,))
    return [repr(each) for each in scenes if grounds.reached.fate_of(each, replace(known, scenes={})) == unmet]


def _asks_scene(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id in ("seen", "chose")


def _by_ranges(text: str, wanted: bool, everywhere: Occasion, known: Knowledge, verb: str) -> str:
    """The values of the names in the part that decides."""
    tree = tree_of(text)
    parts = tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) == wanted else [tree]
    texts = [ast.unparse(part) for part in parts]
    decides = [each for each in texts if not known.can_hold([(each, wanted)], everywhere)]
    if not decides:
        return ": its parts exclude each other"
    names = sorted(names_in(tree_of(decides[0])) & known.scope.ranges.keys() - set(QUESTIONS))
    told = [_range(name, known.scope.ranges[name], verb) for name in names[:3]]
    return f": {', '.join(told)}" if told else ""


def _range(name: str, found: Range, verb: str) -> str:
    match found:
        case Numbers(low, high):
            return f"{name} is {low:g}" if low == high else f"{name} {verb} between {low:g} and {high:g}"
        case Flags(can):
            return f"{name} is {' or '.join(sorted(str(each).lower() for each in can))}"
        case WordSet(words):
            return f"{name} is {' or '.join(sorted(words))}"


def _seasons(seasons: Iterable[int], grounds: Grounds) -> str:
    titles = [grounds.declared.seasons[at].title for at in sorted(seasons)]
    return titles[0] if len(titles) == 1 else f"{titles[0]} to {titles[-1]}"
