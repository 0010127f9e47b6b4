"""`glfstory archive`: what the record holds, for readers and teachers."""

import json
import os
from collections.abc import Sequence

import click

from glfstory.cli.completing import a_folder
from glfstory.cli.options import with_option
from glfstory.cli.streams import NothingFound, Unsound, say, say_json


@click.command()
@click.argument("word", required=False, default="")
@click.option(
    "--story",
    metavar="STORY",
    shell_complete=a_folder,
    help="The folder of another story than the one that comes with glfstory.",
)
@with_option
@click.option("--json", "as_json", is_flag=True, help="Write what is found as JSON.")
def archive(word: str, story: str | None, packs: Sequence[str], as_json: bool) -> None:
    """Print the record: facts and who says what, disputes, terms, the timeline, sources.

    Without WORD it lists everything; with WORD it prints all that holds it, and for an id that card alone. The words
    disputed, doubtful and corrected find the facts that are. It shows what a run keeps back until its end, too: it
    is meant for readers and teachers.

    Example: glfstory archive sputnik
    """
    from glfstory.cli.folders import pack_folders, story_folder
    from glfstory.pages.catalogue import catalogue, data
    from glfstory.plain.catalogue import found_lines, overview_lines
    from glfstory.saving.opening import desk_for
    from glfstory.saving.places import places

    opened = desk_for(story_folder(story), pack_folders(packs), places(os.environ)).open()
    if opened.stage is None:
        raise Unsound(opened.problem)
    told = opened.stage.story
    found = catalogue(told, word.strip())
    if word and not found.cards:
        raise NothingFound(f"The archive holds nothing under {word!r}; glfstory archive lists what it holds.")
    if as_json:
        say_json(json.dumps(data(told, found), indent=2, ensure_ascii=False))
    else:
        say("\n".join(found_lines(told, found) if word else overview_lines(told, found)))
