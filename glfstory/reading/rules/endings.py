"""Rules for endings: every run must come to exactly one."""

from itertools import pairwise

from glfstory.engine.story import Story
from glfstory.reading.linking.draft import Draft
from glfstory.reading.nodes import Scalar
from glfstory.reading.shapes.scenes import WrittenEnding

FEWEST_FACTS = 2


def check_endings(draft: Draft, story: Story) -> None:
    """Tells endings that leave a run without an end, or with no ground in the record."""
    keys = {name: entry.key for name, entry in draft.gathered.entries["endings"].items()}
    shapes: dict[str, WrittenEnding] = dict(draft.shapes["endings"])
    proper = {name: shape for name, shape in shapes.items() if not shape.coda}
    for name, shape in proper.items():
        _check_one(draft, shape, keys[name])
    ranked = sorted((shape.rank, name) for name, shape in proper.items() if shape.rank is not None)
    for (rank, first), (other, name) in pairwise(ranked):
        if rank == other:
            place = shapes[name].place("rank")
            draft.findings.add("E506-endings", place, f"{first!r} has the same rank", "give every ending its own rank")
    unsure = any(shape.has_lost("rank", "when", "early", "coda") for shape in shapes.values())
    if len(shapes) == len(keys) and not unsure:
        _check_last(draft, proper, keys)


def _check_one(draft: Draft, shape: WrittenEnding, key: Scalar) -> None:
    if shape.rank is None and not shape.has_lost("rank", "coda"):
        draft.findings.add(
            "E102-missing-key", key, "`rank` is missing here", "add rank: ..., lowest first, or coda: true"
        )
    if len(set(shape.facts)) < FEWEST_FACTS and not shape.has_lost("facts", "coda"):
        place = shape.place("facts") if "facts" in shape.model_fields_set else key.place
        says = f"an ending rests on at least {FEWEST_FACTS} facts"
        draft.findings.add("E507-facts", place, says, "add facts: [..., ...]")


def _check_last(draft: Draft, proper: dict[str, WrittenEnding], keys: dict[str, Scalar]) -> None:
    """One ending that is not early has no condition, and it is asked last."""
    always = [name for name, shape in proper.items() if shape.when is None]
    ranks = {name: shape.rank for name, shape in proper.items() if shape.rank is not None}
    last = max(ranks, key=lambda name: ranks[name], default="")
    if not always and last:
        says = "every ending has a condition: a run could come to none"
        draft.findings.add("E506-endings", keys[last], says, "take `when` from the ending of the highest rank")
    for name in always:
        if proper[name].early:
            says = "an early ending needs `when`; without it every run would end after the first season"
            draft.findings.add("E506-endings", keys[name], says, "add when: ...")
        elif ranks.get(name, 0) < ranks.get(last, 0):
            says = f"without `when` this ending hides those of higher rank, such as {last!r}"
            draft.findings.add("E506-endings", keys[name], says, "add when: ..., or give it the highest rank")
