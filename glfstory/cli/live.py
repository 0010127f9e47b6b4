"""`glfstory write`: a story on the screen while it is written."""

import os
from collections.abc import Sequence
from functools import partial

import click

from glfstory.cli.options import story_argument, with_option
from glfstory.cli.streams import Misuse, can_show_screens
from glfstory.engine import SEEDS


@click.command()
@story_argument
@with_option
@click.option("--seed", type=click.IntRange(0, SEEDS - 1), default=0, metavar="N", help="Begin under this seed: 0.")
def write(story: str | None, packs: Sequence[str], seed: int) -> None:
    """Show a story while you write it, in a window beside your editor's.

    Whenever you save a file it is read again, and you stay where you are in it. What is wrong stands beside it, and
    where it cannot be read any more, the story as it last could. No run is kept.

    Example: glfstory write my-story
    """
    from glfstory.cli.folders import pack_folders, story_folder

    folder, laid_over = story_folder(story), pack_folders(packs)
    if not can_show_screens():
        raise Misuse("glfstory write needs a terminal that can show a screen; glfstory check and play --plain do not.")
    from glfstory.app.writing import WriteApp
    from glfstory.saving.opening import desk_for
    from glfstory.saving.places import places
    from glfstory.saving.settings import read_settings, write_settings
    from glfstory.workshop.live import Written

    own = places(os.environ)
    desk = desk_for(folder, laid_over, own, keeps=False)
    keep = partial(write_settings, own.settings)
    app = WriteApp(Written(folder, tuple(laid_over)), desk, read_settings(own.settings), keep, seed=seed)
    app.run()
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)
