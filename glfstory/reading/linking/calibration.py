"""Measures and relations, from written to played."""

from glfstory.engine.story import Measure, Relation
from glfstory.reading.linking.draft import Draft
from glfstory.reading.linking.model import pair
from glfstory.reading.linking.prose import plain
from glfstory.reading.shapes import calibration as written


def measure(draft: Draft, name: str, shape: written.WrittenMeasure) -> Measure:
    """A measure; its policy, options and constants must be the story's."""
    low, high = _bounds(draft, shape)
    for key, share, lowest in (("of", shape.of, 0.0), ("part", shape.part, 0.001)):
        if not lowest <= share <= 1:
            says = f"a share lies between {lowest:g} and 1"
            draft.findings.add("E112-out-of-range", shape.place(key), says, "choose one that does")
    if low is not None and not (shape.facts or shape.assumed is not None or shape.has_lost("facts", "assumed")):
        says = f"nothing says where the record of {name} comes from"
        draft.findings.add("E513-grounds", shape.key_place("says"), says, "add facts: [...], or assumed: its source")
    return Measure(
        id=name,
        says=plain(shape.says),
        show=draft.expression(shape.show, "number") or "",
        heading=plain(shape.heading),
        policy=draft.refer("policy", shape.policy),
        under={draft.refer("option", option): str(word) for option, word in shape.under.items()},
        changed={draft.refer("constant", constant): value for constant, value in shape.changed.items()},
        at=draft.refer("season", shape.at) if shape.at is not None else None,
        quantile=shape.of,
        part=shape.part,
        unit=plain(shape.unit),
        record=shape.record,
        low=low,
        high=high,
        facts=draft.refer_all("fact", shape.facts),
        assumed=plain(shape.assumed),
    )


def _bounds(draft: Draft, shape: written.WrittenMeasure) -> tuple[float | None, float | None]:
    if shape.range is not None:
        if shape.within is not None:
            draft.findings.add("E103-wrong-form", shape.place("within"), "`within` and `range` exclude each other", "")
        return pair(draft, shape)
    if shape.within is None:
        return None, None
    if shape.record is None:
        if shape.has_lost("record"):
            return None, None
        draft.findings.add("E102-missing-key", shape.key_place("within"), "`within` needs a `record`", "add one")
        return None, None
    return shape.record - shape.within, shape.record + shape.within


def relation(draft: Draft, name: str, shape: written.WrittenRelation) -> Relation:
    """A relation between measures."""
    return Relation(
        id=name,
        says=plain(shape.says),
        holds=draft.expression(shape.holds, "condition", over_measures=True) or "",
        always=shape.always,
        facts=draft.refer_all("fact", shape.facts),
        assumed=plain(shape.assumed),
    )
