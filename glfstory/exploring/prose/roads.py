"""How long a road through a story is, for each length: what random players and every policy met."""

from collections.abc import Mapping
from dataclasses import dataclass

from glfstory.engine.story import Story
from glfstory.exploring.playtest.group import Spread, spread
from glfstory.exploring.playtest.playing import playtest
from glfstory.exploring.playtest.trip import RANDOM, Trip
from glfstory.exploring.sampling import Progress

WORDS_A_MINUTE, SECONDS_A_DECISION = 200, 5
"""What reading time assumes."""


@dataclass(frozen=True, slots=True)
class Roads:
    """The runs of one length that no early ending cut short."""

    length: str
    runs: Mapping[str, int]
    """By player, how many were played."""
    short: int
    """How many were cut short, and are left out."""
    trips: tuple[Trip, ...]

    @property
    def decisions(self) -> Spread:
        """Decisions of a road."""
        return spread([len(trip.taken) for trip in self.trips])

    @property
    def scenes(self) -> Spread:
        """Scenes of a road."""
        return spread([trip.scenes for trip in self.trips])

    @property
    def words(self) -> Spread:
        """Words of a road."""
        return spread([trip.words for trip in self.trips])

    @property
    def minutes(self) -> Spread:
        """Reading time of a road, in minutes."""
        return spread([minutes(trip.words, len(trip.taken)) for trip in self.trips])


def minutes(words: int, decisions: int) -> float:
    """How long that takes to read and to decide, in minutes."""
    return words / WORDS_A_MINUTE + decisions * SECONDS_A_DECISION / 60


def roads(
    story: Story, runs: int, *, seed: int = 0, jobs: int = 1, progress: Progress | None = None
) -> tuple[Roads, ...]:
    """For each length of the story so many random runs, and a tenth as many of each policy."""
    lengths = list(story.lengths) or [""]
    policies = [each for each in story.policies if each != RANDOM]
    few = max(1, runs // 10)
    found: list[Roads] = []
    for place, length in enumerate(lengths):
        played: list[Trip] = []
        for players, many, before in (([RANDOM], runs, 0), (policies, few, runs)):
            start = place * (runs + few * len(policies)) + before
            heard = _shifted(progress, start, len(lengths) * (runs + few * len(policies)))
            result = playtest(story, players, many, seed=seed, length=length, jobs=jobs, progress=heard)
            played += result.trips
        whole = tuple(trip for trip in played if trip.ending and not trip.early)
        many_of = {RANDOM: runs, **dict.fromkeys(policies, few)}
        found.append(Roads(length, many_of, len(played) - len(whole), whole))
    return tuple(found)


def _shifted(progress: Progress | None, start: int, total: int) -> Progress | None:
    if progress is None:
        return None
    tell = progress

    def heard(done: int, _of: int) -> None:
        tell(start + done, total)

    return heard
