"""`glfstory playtest`: a story played thousands of times by machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glfstory.cli.completing import a_file
from glfstory.cli.exploring import opened, progress_bar
from glfstory.cli.options import jobs_option, story_argument, with_option
from glfstory.cli.streams import Misuse, say, say_json
from glfstory.engine import SEEDS

if TYPE_CHECKING:
    from glfstory.engine.story import Story
    from glfstory.exploring.playtest.odds import Moved, Table
    from glfstory.exploring.playtest.result import Playtest

ALL = "all"


@click.command()
@story_argument
@with_option
@click.option(
    "--runs", type=click.IntRange(1, 1_000_000), default=2000, metavar="N", help="Runs of each player: 2,000."
)
@click.option(
    "--policy", default="random", metavar="P", help="Who plays: random, a policy of the story, or all of these."
)
@click.option("--seed", type=click.IntRange(0, SEEDS - 1), default=0, metavar="S", help="Another seed, other runs.")
@click.option("--length", default="", metavar="L", help="The length that is played, such as short.")
@click.option(
    "--hunt",
    type=click.IntRange(0, 1_000_000),
    default=4000,
    metavar="N",
    help="Runs at most that hunt for what no player saw: 4,000.",
)
@jobs_option
@click.option(
    "--against",
    metavar="FILE",
    shell_complete=a_file,
    help="Hold the odds of the endings against an earlier playtest, written with --json.",
)
@click.option(
    "--bound",
    type=click.FloatRange(0, 100),
    default=2.0,
    metavar="B",
    help="How far they may have moved, in points of a hundred: 2.",
)
@click.option("--json", "as_json", is_flag=True, help="Write the result as JSON.")
@click.pass_context
def playtest(
    context: click.Context,
    story: str | None,
    packs: Sequence[str],
    runs: int,
    policy: str,
    seed: int,
    length: str,
    hunt: int,
    jobs: int,
    against: str | None,
    bound: float,
    as_json: bool,
) -> None:
    """Play a story thousands of times: the odds of its endings, what is never seen, where a value is held.

    Exit code 0 where everything was seen and nothing failed or moved, 1 where not. The same seed gives the same result,
    for any number of processors.

    Example: glfstory playtest my-story --policy all --json > before.json
    """
    from glfstory.engine.stage import Stage
    from glfstory.exploring.playtest import data, playing, report
    from glfstory.exploring.playtest.odds import moved

    told = opened(story, packs, {}, length)
    players = _players(told, policy)
    before = _before(against, told, players) if against is not None else None
    with progress_bar() as progress:
        found = playing.playtest(
            told,
            players,
            runs,
            seed=seed,
            length=length,
            hunt=hunt,
            jobs=jobs,
            progress=progress,
        )
    shifted = moved(before, data.odds_of(found), bound / 100) if before is not None else None
    stage = Stage(told)
    (say_json if as_json else say)(
        data.as_data(found, stage, shifted) if as_json else report.as_text(found, stage, shifted)
    )
    context.exit(0 if _is_well(found, shifted) else 1)


def _is_well(found: Playtest, shifted: Sequence[Moved] | None) -> bool:
    return found.is_clean and not shifted


def _players(story: Story, policy: str) -> list[str]:
    """Who plays. Raises Misuse."""
    from glfstory.engine.expressions import nearest
    from glfstory.exploring.playtest.trip import RANDOM

    known = [RANDOM, *(each for each in story.policies if each != RANDOM)]
    if policy == ALL:
        return known
    if policy not in known:
        hint = nearest(policy, [*known, ALL]) or f"there are {', '.join([*known, ALL])}."
        raise Misuse(f"This story has no policy {policy!r}; {hint}")
    return [policy]


def _before(name: str, story: Story, players: Sequence[str]) -> Table:
    """The odds of an earlier playtest. Raises Misuse."""
    from glfstory.exploring.playtest.data import NotAPlaytest, odds_in
    from glfstory.saving.atomic import why

    way = "write one with glfstory playtest --json"
    try:
        table = odds_in(Path(name).read_text(encoding="utf-8-sig"), story.id)
    except NotAPlaytest as error:
        raise Misuse(f"{name} holds no playtest of this story: {error}; {way}.") from error
    except UnicodeDecodeError as error:
        raise Misuse(f"{name} holds no playtest of this story: it is not UTF-8 text; {way}.") from error
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else "it is no path"
        raise Misuse(f"{name} cannot be opened: {reason}; {way}.") from error
    if not set(players) & set(table):
        raise Misuse(f"{name} has none of these players: it was played by {', '.join(table)}; choose one by --policy.")
    return table
