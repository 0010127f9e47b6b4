"""A played run of the small village of the app's tests."""

import pytest

from glfstory.engine.run import Run, begin, choose
from glfstory.engine.stage import Setup, Stage
from tests.app.conftest import small_story


@pytest.fixture
def stage() -> Stage:
    return Stage(small_story())


def played(stage: Stage, *choices: str, seed: int = 7, reason: str = "", setup: Setup | None = None) -> Run:
    """A run with these decisions; the reason goes with the first."""
    run = begin(stage.story, seed, setup)
    for place, each in enumerate(choices):
        run = choose(stage, run, each, "" if place else reason)
    return run
