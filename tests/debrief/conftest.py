"""The small village, set up for walks."""

import pytest

from glfstory.engine.run import Moment, Run, begin, choose, replay
from glfstory.engine.stage import Stage
from tests.debrief.village import told_village


@pytest.fixture
def stage() -> Stage:
    return Stage(told_village())


def run_of(stage: Stage, *choices: str, seed: int = 7) -> Run:
    """A run with these decisions."""
    run = begin(stage.story, seed)
    for each in choices:
        run = choose(stage, run, each)
    return run


def moment_of(stage: Stage, *choices: str) -> Moment:
    """Where a run with these decisions stands."""
    return replay(stage, run_of(stage, *choices))
