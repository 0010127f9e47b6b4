"""`glfstory calibrate`: the model of a story beside the record."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from glfstory.cli.options import jobs_option, pairs_of_numbers, set_option, story_argument, with_option
from glfstory.cli.streams import Misuse, Unsound, say, say_json

if TYPE_CHECKING:
    from glfstory.engine.story import Story
    from glfstory.exploring.sampling import Progress

FEW = 60
"""Runs a row of the sensitivity, which has a great many rows."""


@click.command()
@story_argument
@with_option
@click.option(
    "--runs", type=click.IntRange(1, 1_000_000), metavar="N", help="Runs a row: 1,000, or 60 for --sensitivity."
)
@jobs_option
@set_option
@click.option("--sensitivity", is_flag=True, help="Each constant at both ends of its range: what moves, what turns.")
@click.option("--json", "as_json", is_flag=True, help="Write the result as JSON.")
@click.pass_context
def calibrate(
    context: click.Context,
    story: str | None,
    packs: Sequence[str],
    runs: int | None,
    jobs: int,
    constants: Sequence[str],
    sensitivity: bool,
    as_json: bool,
) -> None:
    """Hold a story's model against the record, row by row.

    Exit code 0 where all numbers and relations are as asked, 1 where one is not. The same for any number of
    processors.

    Example: glfstory calibrate --set own_weight=0.7
    """
    from glfstory.exploring import calibration, report

    changed = pairs_of_numbers(constants)
    told = opened(story, packs, changed)
    if not told.measures:
        raise Misuse("This story has no measures: key in measures: what its model should be held against.")
    many = runs or (FEW if sensitivity else 1000)
    with progress_bar() as progress:
        if sensitivity:
            rows = calibration.sensitivity(told, many, constants=changed, jobs=jobs, progress=progress)
            words = report.sensitivity_as_data(rows, many) if as_json else report.sensitivity_as_text(told, rows, many)
            met = not any(row.broken for row in rows)
        else:
            found = calibration.calibrate(told, many, constants=changed, jobs=jobs, progress=progress)
            words = report.as_data(found, changed) if as_json else report.as_text(told, found, changed)
            met = found.is_met
    (say_json if as_json else say)(words)
    context.exit(0 if met else 1)


def opened(story: str | None, packs: Sequence[str], constants: Mapping[str, float], length: str = "") -> "Story":
    """A story that is sound, and has that length. Raises Unsound or Misuse."""
    from glfstory.cli.folders import pack_folders, story_folder
    from glfstory.saving.opening import desk_for
    from glfstory.saving.places import places
    from glfstory.saving.wishes import Wishes

    desk = desk_for(
        story_folder(story), pack_folders(packs), places(os.environ), Wishes(length=length, constants=constants)
    )
    opened = desk.open()
    if opened.stage is None:
        raise (Misuse if opened.refused else Unsound)(opened.problem)
    return opened.stage.story


@contextmanager
def progress_bar() -> Iterator["Progress | None"]:
    """A bar on standard error for a person who waits there; nothing for a file or a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Playing", file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield progress
