"""`glfstory diff`: what changed in a story for its players."""

from typing import TYPE_CHECKING

import click

from glfstory.cli.completing import a_folder
from glfstory.cli.exploring import opened, progress_bar
from glfstory.cli.options import jobs_option
from glfstory.cli.streams import Misuse, Unsound, say, say_json
from glfstory.engine import SEEDS

if TYPE_CHECKING:
    from glfstory.engine.story import Story


@click.command()
@click.argument("old", metavar="OLD", shell_complete=a_folder)
@click.argument("new", metavar="NEW", shell_complete=a_folder)
@click.option(
    "--runs", type=click.IntRange(1, 1_000_000), default=1000, metavar="N", help="Random runs of each: 1,000."
)
@click.option("--seed", type=click.IntRange(0, SEEDS - 1), default=0, metavar="S", help="Another seed, other runs.")
@jobs_option
@click.option("--json", "as_json", is_flag=True, help="Write the result as JSON.")
@click.pass_context
def diff(context: click.Context, old: str, new: str, runs: int, seed: int, jobs: int, as_json: bool) -> None:
    """Tell what changed for a player between two versions of a story, each a folder.

    Scenes, choices and what they do, endings and their odds, marks, words and facts. Exit code 0 where a player
    would notice nothing, 1 where something changed, 2 where one of them cannot be read.

    Example: glfstory diff the-story-as-it-was my-story
    """
    from glfstory.workshop.comparing.comparison import comparison
    from glfstory.workshop.comparing.report import as_data, as_text

    before, now = _sound(old), _sound(new)
    with progress_bar() as progress:
        found = comparison(before, now, runs, seed=seed, jobs=jobs, progress=progress)
    (say_json if as_json else say)(as_data(found) if as_json else as_text(found))
    context.exit(0 if found.is_same else 1)


def _sound(folder: str) -> "Story":
    """The story of a folder. Raises Misuse: one with mistakes cannot be compared."""
    try:
        return opened(folder, (), {})
    except Unsound as error:
        raise Misuse(error.message) from error
