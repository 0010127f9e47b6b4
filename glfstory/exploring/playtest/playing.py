"""Plays a playtest: the runs of each player, then the hunt."""

from collections.abc import Iterator, Sequence

from glfstory.engine import SEEDS
from glfstory.engine.chance import unit
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.exploring.playtest.crowd import crowd
from glfstory.exploring.playtest.group import Group
from glfstory.exploring.playtest.hunt import Hunt
from glfstory.exploring.playtest.result import Playtest, counts_of
from glfstory.exploring.playtest.sights import Sights
from glfstory.exploring.playtest.trip import Asked
from glfstory.exploring.sampling import Progress


def playtest(
    story: Story,
    players: Sequence[str],
    runs: int,
    *,
    seed: int = 0,
    length: str = "",
    hunt: int = 0,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Playtest:
    """So many runs of each player, and up to `hunt` more for what they did not see; the same for any number of jobs."""
    done, total = 0, runs * len(players) + hunt

    def heard(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress(done, total)

    length = length or next(iter(story.lengths), "")
    with crowd(story, jobs) as players_at_work:
        groups = []
        for player in players:
            trips = players_at_work.play(list(asked(story, player, runs, seed, length)), heard)
            groups.append(Group(player, tuple(trips)))
        clamps = players_at_work.clamps
        known = [trip for group in groups for trip in group.trips]
        sights = Sights(story)
        hunting = Hunt(Stage(story), sights, players_at_work, seed)
        if hunt:
            hunting.go(known, counts_of(known, len(sights.all)), hunt, heard)
    if progress is not None:
        progress(total, total)
    return Playtest(story, seed, length, tuple(groups), tuple(hunting.trips), clamps)


def asked(story: Story, player: str, runs: int, seed: int, length: str) -> Iterator[Asked]:
    """The runs of a player: each under a seed and options of its own, keyed by the seed of the whole.

    Every player meets the same seeds and options.
    """
    for number in range(runs):
        drawn = tuple(
            (each.id, each.words[int(unit(seed, "option", number, each.id) * len(each.words))])
            for each in story.options.values()
        )
        yield Asked(player, int(unit(seed, "run", number) * SEEDS), f"{seed} {number}", drawn, length)
