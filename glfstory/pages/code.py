"""The code of a run in groups to read aloud, or why it has none."""

from dataclasses import dataclass

from glfstory.engine.release import release_of
from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.saving.code import code_of

GROUP = 4
FOR = "With this code the run goes on, or is read again, on any machine:"


@dataclass(frozen=True, slots=True)
class RunCode:
    """What there is to say of a run's code."""

    groups: tuple[str, ...]
    """The code in groups of four; nothing where the run has none."""
    says: str
    """What it is for, and on a line of its own the command that takes it; or why there is none."""

    @property
    def line(self) -> str:
        """The code in one line, as one word to copy."""
        return "-".join(self.groups)


def run_code(stage: Stage, run: Run) -> RunCode:
    """The code of a run."""
    signs = "".join(sign for sign in code_of(stage, run) if sign.isalnum())
    groups = tuple(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))
    return RunCode(groups, f"{FOR}\nglfstory play --code {'-'.join(groups)}" if groups else _why(stage, run))


def _why(stage: Stage, run: Run) -> str:
    if run.packs:
        return f"This run has no code, because it is played with a pack ({', '.join(run.packs)}). It is kept in a file."
    if not stage.story.releases:
        return (
            f"This run has no code, because version {stage.story.version} of {stage.story.title} is not released: "
            "its scenes may still change, and a code would lead elsewhere. The run is kept in a file."
        )
    if release_of(stage.story) is None:
        return (
            "This run has no code, because the story has been changed since it was released. The run is kept in a file."
        )
    return "This run has no code, because it holds something that a code cannot carry. It is kept in a file."
