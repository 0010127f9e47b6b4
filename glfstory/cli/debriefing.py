"""`glfstory debrief`: a run that is over beside the record, and beside other roads."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glfstory.cli.completing import a_file, a_folder, kept_runs
from glfstory.cli.exploring import progress_bar
from glfstory.cli.exporting import AUTOSAVE, found_run, put
from glfstory.cli.options import with_option
from glfstory.cli.streams import Misuse, at_terminal, say, say_json

if TYPE_CHECKING:
    from glfstory.debrief.shape import Whole
    from glfstory.engine.run import Run
    from glfstory.engine.stage import Stage


@click.command()
@click.argument("run", nargs=-1, metavar="[RUN]", shell_complete=kept_runs)
@click.option("--md", "markdown", metavar="FILE", shell_complete=a_file, help="Write it as Markdown; - prints it.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, each number with where it comes from.")
@click.option("--story", metavar="STORY", shell_complete=a_folder, help="The folder of the story that the run is of.")
@with_option
def debrief(run: Sequence[str], markdown: str | None, as_json: bool, story: str | None, packs: Sequence[str]) -> None:
    """Tell what came of a run: your years beside the country's, what moved what, and where other roads led.

    RUN is the name of a kept run, a file, a run code, or - for standard input; without it, the run that you played
    last. Its story must have come to an ending. At a terminal you are asked first what you think the country harvested.

    Example: glfstory debrief autosave --md debrief.md
    """
    desk, found = found_run(" ".join(run) or AUTOSAVE, story, packs)
    stage, over = desk.stage, _over(desk.stage, found)
    if as_json and markdown is not None:
        raise Misuse("--json and --md FILE are two ways to write it; choose one.")
    if as_json:
        from glfstory.exporting.debrief_data import debrief_as_data

        say_json(debrief_as_data(_whole(stage, over)))
    elif markdown is not None:
        from glfstory.exporting.debriefing import debrief_as_markdown

        told = debrief_as_markdown(stage.story, _whole(stage, over))
        say(told) if markdown == "-" else put(Path(markdown), told)
    else:
        _tell(stage, over, desk.settings.width)


def _over(stage: Stage, run: Run) -> Run:
    """The run as it holds today. Raises Misuse for one that has not come to an ending."""
    from glfstory.saving.resume import resume

    held = resume(stage, run)
    if not held.over:
        way = held.lost or "Its debrief opens with its ending: glfstory play goes on with it."
        raise Misuse(f"This run is not over ({held.when}). {way}")
    return held.run


def _whole(stage: Stage, run: Run) -> Whole:
    from glfstory.debrief.make import whole

    with progress_bar() as progress:
        return whole(stage, run, progress)


def _tell(stage: Stage, run: Run, width: int) -> None:
    """The debrief line by line; what takes longer comes after what is there at once."""
    from glfstory.debrief.make import all_bands, debrief
    from glfstory.debrief.moving import moves
    from glfstory.plain import debriefing, guessing
    from glfstory.plain.talk import WIDTH, Talk

    talk, first = Talk(sys.stdin, sys.stdout, prompts=at_terminal()), debrief(stage, run)
    talk.width = min(WIDTH, width)
    talk.say_all([f"{first.title}: debrief. {first.ending}. Run: {first.code}.", first.says])
    if talk.prompts and first.guess is not None:
        talk.say_all(guessing.guess_lines(first.guess, guessing.ask(talk, first.guess)))
    talk.say_all(debriefing.years_lines(first.ledgers, _sign))
    sys.stdout.flush()
    talk.say_all(debriefing.moves_lines(moves(stage, run)))
    sys.stdout.flush()
    with progress_bar() as progress:
        bands = all_bands(stage, run, progress)
    talk.say_all(debriefing.roads_lines(first.roads, bands))
    talk.say_all(debriefing.record_lines(first.record, _sign))
    talk.say_all(debriefing.papers_lines(first.papers))
    talk.say_all(["What stands in brackets is a card: glfstory archive and its name opens it."])


def _sign(fact: str) -> str:
    return f" [{fact}]"
