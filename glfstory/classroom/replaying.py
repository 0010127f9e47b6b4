"""The same province once more, with some of its brigades reporting what they weighed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from glfstory.classroom.figures import Figures, figures_at
from glfstory.classroom.province import Books, claim_for
from glfstory.classroom.walking import Heard
from glfstory.engine import chance
from glfstory.engine.page import State
from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.engine.walk import Walk
from glfstory.exploring.roads import Guide, guide_of, on_road

HONEST = "honest"
"""The road that a story names for a run with honest reports."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A province that was played again."""

    books: Books
    tolls: tuple[float, ...]
    """Of each brigade, the share of its people that had died at the end; nothing where the story counts none."""


@dataclass
class _Brigade:
    guide: Guide
    walk: Walk
    years: list[Figures]


def replayed(stage: Stage, runs: Mapping[int, Run], honest: Collection[int]) -> Replayed | None:
    """The province of these runs, by brigade, in which the honest ones take the story's honest road.

    Everyone else decides as before wherever that is still open, and hears what the others say now. Year by year the
    brigades report in the order of their numbers. None where the story names no honest road or keeps no ledger.
    """
    road, ledger = stage.story.aftermath.roads.get(HONEST), stage.story.ledger
    if road is None or ledger is None:
        return None
    books: dict[int, list[Figures]] = {number: [] for number in runs}
    brigades = []
    for number, run in sorted(runs.items()):
        guide = guide_of(stage, run)
        walk = _walk(stage, run, number, books)
        brigades.append(_Brigade(on_road(guide, road) if number in honest else guide, walk, books[number]))
    for place in range(len(stage.story.seasons)):
        for brigade in brigades:
            _play(stage, brigade, place)
    toll = stage.story.toll
    tolls = tuple(float(each.walk.values[stage.program.slots[toll]]) for each in brigades) if toll else ()
    return Replayed(books, tolls)


def _walk(stage: Stage, run: Run, number: int, books: Books) -> Walk:
    def claim(season: str, name: str, state: State) -> float | None:
        return claim_for(stage, books, number, (season, name), state)

    ledger = stage.story.ledger
    heard = Heard((), claim)
    heard.walk = walk = Walk(stage, run.seed, run.setup, heard, closes=ledger.at if ledger else ())
    return walk


def _play(stage: Stage, brigade: _Brigade, place: int) -> None:
    """Takes a brigade's decisions of the season at a place, and enters the years that are closed by then."""
    walk = brigade.walk
    walk.advance()
    while walk.scene is not None and walk.at <= place:
        walk.choose(brigade.guide.choice(walk.scene, walk.open_choices(), walk.seed).id)
        walk.advance()
    for season, state in walk.closes[len(brigade.years) :]:
        brigade.years.append(figures_at(stage, season, state, "replayed", closed=True))


def half_of(seed: int, brigades: Collection[int]) -> frozenset[int]:
    """Half of the brigades, the same for the same class."""
    dealt = sorted(brigades, key=lambda number: chance.unit(seed, "half", number))
    return frozenset(dealt[: (len(dealt) + 1) // 2])
