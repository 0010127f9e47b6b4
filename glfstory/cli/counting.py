"""`glfstory stats`: how long a story is, how hard it reads, and what comes back in it."""

from collections.abc import Sequence

import click

from glfstory.cli.exploring import opened, progress_bar
from glfstory.cli.options import jobs_option, story_argument, with_option
from glfstory.cli.streams import say, say_json


@click.command()
@story_argument
@with_option
@click.option(
    "--runs",
    type=click.IntRange(1, 100_000),
    default=200,
    metavar="N",
    help="Random runs of each length, and a tenth as many of each policy: 200.",
)
@jobs_option
@click.option("--repeats", is_flag=True, help="Instead: what is said in several places, and scenes that open alike.")
@click.option("--json", "as_json", is_flag=True, help="Write the result as JSON.")
def stats(story: str | None, packs: Sequence[str], runs: int, jobs: int, repeats: bool, as_json: bool) -> None:
    """Tell how long a story is: words, scenes, decisions and reading time of a road, and how hard each file reads.

    Example: glfstory stats my-story --repeats
    """
    from glfstory.cli.folders import pack_folders, story_folder
    from glfstory.exploring.prose import repeats as repeated
    from glfstory.exploring.prose import repeats_report, report
    from glfstory.exploring.prose.census import Census
    from glfstory.exploring.prose.roads import roads
    from glfstory.reading.whereabouts import whereabouts

    told = opened(story, packs, {})
    places = whereabouts(story_folder(story), pack_folders(packs))
    if repeats:
        rows = (repeated.openings(told), repeated.sequences(told), lambda key: places.get(key, ("", 0)))
        (say_json if as_json else say)((repeats_report.as_data if as_json else repeats_report.as_text)(*rows))
        return
    with progress_bar() as progress:
        found = roads(told, runs, jobs=jobs, progress=progress)
    paths = {key: path for key, (path, _) in places.items()}
    (say_json if as_json else say)((report.as_data if as_json else report.as_text)(Census(told), found, paths))
