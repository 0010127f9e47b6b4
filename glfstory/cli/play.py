"""`glfstory play`: on the whole screen, or line by line."""

from collections.abc import Sequence

import click

from glfstory.cli.completing import a_file, kept_runs
from glfstory.cli.options import set_option, story_argument, with_option
from glfstory.cli.streams import Misuse
from glfstory.engine import SEEDS


@click.command()
@story_argument
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and simple terminals.")
@click.option("--seed", type=int, metavar="N", help=f"Begin a new run under this seed, 0 to {SEEDS - 1}.")
@click.option(
    "--script",
    metavar="FILE",
    shell_complete=a_file,
    help="Take the answers from a file, line by line; implies --plain.",
)
@with_option
@click.option("--length", default="", metavar="L", help="Begin a new run of this length, such as short.")
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="Begin a new run under this option.")
@set_option
@click.option(
    "--load",
    metavar="FILE",
    shell_complete=kept_runs,
    help="Go on with the run in this file, or with the kept run of this name.",
)
@click.option("--code", metavar="CODE", help="Go on with the run of this run code, from any machine.")
@click.option("--save", is_flag=True, help="Keep a run from a pipe or a script as if it had been played by hand.")
def play(
    story: str | None,
    plain: bool,
    seed: int | None,
    script: str | None,
    packs: Sequence[str],
    length: str,
    options: Sequence[str],
    constants: Sequence[str],
    load: str | None,
    code: str | None,
    save: bool,
) -> None:
    """Play a story; the one that comes with glfstory where none is named.

    Every decision is kept, and playing again goes on from there. A run from a pipe or a script begins anew
    and leaves the kept run alone, unless --save is given.

    Example: glfstory play --plain --seed 7 --script answers.txt
    """
    if seed is not None and not 0 <= seed < SEEDS:
        raise Misuse(f"A seed is a whole number from 0 to {SEEDS - 1}, not {seed}.")
    from glfstory.cli.playing import Asked, start  # the engine and the saves, which --help does not need

    start(Asked(story, packs, plain, seed, script, length, options, constants, load, code, save))
