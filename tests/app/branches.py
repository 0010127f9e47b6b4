"""A desk in whose folder several runs are kept: the open one, one with a name, one left behind, one of another seed."""

from glfstory.engine.run import Run, begin, choose
from glfstory.saving.desk import Desk
from glfstory.saving.run_file import to_json

RED_STAR, WIDE = "Red Star", "灰沟 grey ditch"


def run_of(desk: Desk, *choices: str, seed: int = 7) -> Run:
    """A run of the small story with these decisions."""
    run = begin(desk.open().stage.story, seed)  # type: ignore[union-attr]
    for choice in choices:
        run = choose(desk.stage, run, choice)
    return run


def branched(desk: Desk) -> Desk:
    """The desk, now with runs; the open one is honest and has come to the last decision."""
    desk.keep(run_of(desk, "honest", "save"))
    desk.keep_named(run_of(desk, "more"), RED_STAR)
    desk.keep_named(run_of(desk, "more", "eat", "sow", seed=9), WIDE)
    left = desk.save.with_name("branch-1.json")
    left.write_text(to_json(run_of(desk, "honest", "eat", "sow")), encoding="utf-8")
    return desk
