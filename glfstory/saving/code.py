"""The code of a run."""

from glfstory.engine.run import Run
from glfstory.engine.stage import Stage


def code_of(stage: Stage, run: Run) -> str:
    """The code that carries a run elsewhere; an empty string for one that has none."""
    return ""
