"""Variables, constants, chances, rules, options and lengths, from written to played."""

from typing import Any

from glfstory.engine.story import Chance, Constant, Length, Option, Rule, Variable
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.prose import effects, plain
from glfstory.reading.nodes import Scalar, Table
from glfstory.reading.shapes import model as written
from glfstory.reading.shapes.base import Shape


def variable(draft: Draft, name: str, shape: Any) -> Variable:
    """A variable; what a computed one can be is worked out later."""
    match shape:
        case written.WrittenComputed():
            formula = draft.expression(shape.formula, "plain")
            low, high = pair(draft, shape) if shape.range else (0, 0)
            return Variable(name, plain(shape.says), "number", 0, plain(shape.unit), low, high, computed=formula)
        case written.WrittenFlag():
            return Variable(name, plain(shape.says), "flag", start=shape.start)
        case written.WrittenWord():
            _one_of_them(draft, shape)
            words, labels = tuple(map(str, shape.one_of)), _labels(shape)
            return Variable(name, plain(shape.says), "word", str(shape.start), words=words, labels=labels)
    low, high = pair(draft, shape)
    step = whole_step(draft, shape)
    if shape.has_lost("start", "step"):
        pass
    elif not low <= shape.start <= high:
        draft.findings.add(
            "E508-start", shape.place("start"), f"{name} starts outside its range {low} to {high}", "widen the range"
        )
    elif not on_step(shape.start, step):
        says = f"{name} starts between two steps of {step}"
        draft.findings.add("E508-start", shape.place("start"), says, "change start or step")
    return Variable(name, plain(shape.says), "number", shape.start, plain(shape.unit), low, high, step)


def constant(draft: Draft, name: str, shape: written.WrittenConstant) -> Constant:
    """A constant and its values."""
    low, high = pair(draft, shape) if shape.range else (None, None)
    values = shape.value if isinstance(shape.value, dict) else {"else": shape.value}
    _check_constant(draft, name, shape, values)
    return Constant(
        id=name,
        says=plain(shape.says),
        unit=plain(shape.unit),
        values={table_key(key): value for key, value in values.items()},
        by=draft.expression(shape.by, "plain"),
        low=low,
        high=high,
        facts=draft.refer_all("fact", shape.facts),
        assumed=plain(shape.assumed),
    )


def _check_constant(draft: Draft, name: str, shape: written.WrittenConstant, values: Any) -> None:
    if shape.range:
        low, high = sorted(shape.range)
        for key in (key for key, value in values.items() if not low <= value <= high):
            says = f"this lies outside the range {low} to {high}"
            draft.findings.add("E112-out-of-range", _in_table(shape, "value", key), says, "widen the range")
    if isinstance(shape.value, dict) and shape.by is None and not shape.has_lost("by"):
        says = "several values need `by`, which says what picks one"
        draft.findings.add("E102-missing-key", shape.key_place("value"), says, "add by: season.year, or the like")
    elif shape.by is not None and not isinstance(shape.value, dict) and not shape.has_lost("value"):
        says = "`by` needs a value for each result"
        draft.findings.add("E509-table", shape.place("value"), says, "write value: {...: ..., else: ...}")
    if not shape.facts and shape.assumed is None and not shape.has_lost("facts", "assumed"):
        says = f"nothing says where {name} comes from"
        draft.findings.add("E513-grounds", shape.place("value"), says, "add facts: [...], or assumed: why this value")


def chance(draft: Draft, name: str, shape: written.WrittenChance) -> Chance:
    """A chance and its odds."""
    by_result = any(isinstance(each, dict) for each in shape.odds.values())
    odds_of: Any = shape.odds
    tables: dict[str, Any] = odds_of if by_result else {"else": odds_of}
    if shape.has_lost("by", "odds"):
        tables = {}
    elif by_result and shape.by is None:
        says = "odds for several results need `by`, which says what picks them"
        draft.findings.add("E102-missing-key", shape.key_place("odds"), says, "add by: season.year, or the like")
    elif shape.by is not None and not by_result:
        draft.findings.add(
            "E509-table", shape.place("odds"), "`by` needs odds for each result", "write {...: {...}, else: {...}}"
        )
    for key, odds in tables.items():
        place = _in_table(shape, "odds", key)
        if any(weight < 0 for weight in odds.values()) or sum(odds.values()) <= 0:
            draft.findings.add("E510-odds", place, "odds are not below zero, and one is above it", "change the numbers")
    return Chance(
        id=name,
        each="year" if shape.each == "year" else "season",
        odds={table_key(key): {str(each): weight for each, weight in odds.items()} for key, odds in tables.items()},
        by=draft.expression(shape.by, "plain"),
        says=plain(shape.says),
        facts=draft.refer_all("fact", shape.facts),
    )


def rule(draft: Draft, name: str, shape: written.WrittenRule) -> Rule:
    """A rule and its effects."""
    return Rule(name, plain(shape.says), effects(draft, shape.do), draft.refer_all("fact", shape.facts))


def option(draft: Draft, name: str, shape: written.WrittenOption) -> Option:
    """An option and its words."""
    _one_of_them(draft, shape)
    return Option(name, plain(shape.says), tuple(map(str, shape.one_of)), str(shape.start), _labels(shape))


def length(draft: Draft, name: str, shape: written.WrittenLength) -> Length:
    """A length and the seasons that it shows."""
    first = draft.refer("season", shape.first) if shape.first is not None else None
    last = draft.refer("season", shape.last) if shape.last is not None else None
    seasons = draft.gathered.ids("seasons")
    if first in seasons and last in seasons and seasons.index(str(first)) > seasons.index(str(last)):
        draft.findings.add("E112-out-of-range", shape.place("to"), "this season comes before `from`", "turn them round")
    return Length(name, plain(shape.says), first, last, _undrawn(draft, shape, first, last))


def _undrawn(draft: Draft, shape: written.WrittenLength, first: str | None, last: str | None) -> tuple[str, ...]:
    """The seasons of a length that draw nothing; a finding for each that the length does not show."""
    seasons = list(draft.gathered.ids("seasons"))
    low = seasons.index(first) if first in seasons else 0
    high = seasons.index(last) if last in seasons else len(seasons) - 1
    for named in shape.undrawn:
        season = draft.refer("season", named)
        if season in seasons and not low <= seasons.index(season) <= high:
            says, fix = f"the season {season!r} lies outside this length", "take it out of the list"
            draft.findings.add("E112-out-of-range", named, says, fix)
    return tuple(map(str, shape.undrawn))


def pair(draft: Draft, shape: Any) -> tuple[float, float]:
    """A range, the lower number first."""
    low, high = shape.range
    if low > high:
        draft.findings.add(
            "E112-out-of-range", shape.place("range"), "the lower number comes first", f"write [{high}, {low}]"
        )
        return high, low
    return low, high


def whole_step(draft: Draft, shape: Any) -> float:
    """A step that is a whole number, or one over a whole number."""
    step: float = shape.step
    if step > 0 and (step == int(step) or (step < 1 and abs(1 / step - round(1 / step)) < 1e-9)):
        return step
    says = "a step is a whole number, or one over a whole number such as 0.5, 0.25 or 0.1"
    draft.findings.add("E112-out-of-range", shape.place("step"), says, "choose such a step")
    return 1


def on_step(value: float, step: float) -> bool:
    """Whether a value is a whole number of steps."""
    steps = value / step
    return abs(steps - round(steps)) < 1e-6


def table_key(key: str) -> str:
    """A written key of a table by result, as the engine looks it up."""
    return {"true": "True", "false": "False"}.get(key, str(key))


def _one_of_them(draft: Draft, shape: Any) -> None:
    if shape.start not in shape.one_of and not shape.has_lost("start", "one_of"):
        draft.findings.unknown(
            "E106-not-one-of", shape.start, f"{str(shape.start)!r} is not in one_of", shape.start, shape.one_of
        )


def _labels(shape: written.WrittenWord | written.WrittenOption) -> dict[str, str]:
    given = shape.one_of if isinstance(shape.one_of, dict) else {}
    return {str(word): " ".join(label.split()) for word, label in given.items()}


def _in_table(shape: Shape, name: str, key: str) -> Any:
    """The place of one value in a table, or of the single value that stands instead."""
    node = shape.written(name)
    if isinstance(node, Table) and isinstance(key, Scalar):
        return node[key].place
    return shape.key_place(name) if isinstance(node, Table) else shape.place(name)
