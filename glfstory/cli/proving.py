"""`glfstory prove`: what of a story can be reached, and what cannot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from glfstory.cli.exploring import opened, progress_bar
from glfstory.cli.options import jobs_option, story_argument, with_option
from glfstory.cli.streams import Misuse, NothingFound, say, say_json
from glfstory.engine import SEEDS

if TYPE_CHECKING:
    from glfstory.exploring.proving.proof import Proof

MILLION = click.IntRange(0, 1_000_000)


@click.command()
@story_argument
@with_option
@click.option("--runs", type=click.IntRange(1, 1_000_000), default=1000, metavar="N", help="Random runs: 1,000.")
@click.option("--hunt", type=MILLION, default=4000, metavar="N", help="Runs at most that hunt for the rest: 4,000.")
@click.option(
    "--budget",
    type=click.IntRange(1, 1_000_000_000),
    default=300_000,
    metavar="STATES",
    help="Merged states searched for what no run saw, and as many again for the rest of it, one by one: 300,000.",
)
@click.option("--seeds", type=MILLION, default=20_000, metavar="N", help="Seeds tried for a way so found: 20,000.")
@click.option("--seed", type=click.IntRange(0, SEEDS - 1), default=0, metavar="S", help="Another seed, other runs.")
@click.option("--length", default="", metavar="L", help="The length that is played, such as short.")
@jobs_option
@click.option("--all", "everything", is_flag=True, help="Print the run to every scene and choice too.")
@click.option("--show", metavar="ID", help="Print only the run to this scene, choice or ending, as a .play file.")
@click.option("--json", "as_json", is_flag=True, help="Write the result as JSON, with every run.")
@click.pass_context
def prove(
    context: click.Context,
    story: str | None,
    packs: Sequence[str],
    runs: int,
    hunt: int,
    budget: int,
    seeds: int,
    seed: int,
    length: str,
    jobs: int,
    everything: bool,
    show: str | None,
    as_json: bool,
) -> None:
    """Tell of every scene, choice and ending whether it can be reached: by a run, or why not, or that it is unknown.

    Runs are played and hunted first; ranges and a search over merged states look at what they leave. No clock decides
    anything, and the result is the same for any number of processors. Numbers from a class are taken as played alone.

    Exit code 0 where everything can be reached, 1 where something cannot or is unknown, 2 for misuse.

    Example: glfstory prove my-story --show the-digger > tests/digger.play
    """
    from glfstory.engine.stage import Stage
    from glfstory.exploring.proving import report
    from glfstory.exploring.proving.proof import Effort, prove

    told = opened(story, packs, {}, length)
    with progress_bar() as progress:
        effort = Effort(runs, hunt, budget, seeds, seed)
        proof = prove(told, effort, length=length, jobs=jobs, progress=progress)
    stage = Stage(told)
    if show is not None:
        say(_play_file(proof, show))
        return
    words = report.as_data(proof, stage) if as_json else report.as_text(proof, stage, everything=everything)
    (say_json if as_json else say)(words)
    context.exit(0 if proof.is_clean else 1)


def _play_file(proof: Proof, wanted: str) -> str:
    from glfstory.engine.expressions import nearest
    from glfstory.exploring.proving.report import as_play_file

    verdict = next((each for each in proof.verdicts if each.sight.id == wanted), None)
    if verdict is None:
        hint = nearest(wanted, [each.sight.id for each in proof.verdicts]) or "a choice is named scene.choice."
        raise Misuse(f"This story has no scene, choice or ending {wanted!r}; {hint}")
    if verdict.run is None:
        raise NothingFound(f"No run to the {verdict.sight} is known: {verdict.says}.")
    return as_play_file(verdict, verdict.run)
