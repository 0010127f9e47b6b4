"""Finds a run that meets a scene or comes to an ending, so that a writer can stand there."""

from collections.abc import Callable
from dataclasses import replace

from glfstory.engine.run import Run
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.exploring.playtest.crowd import Crowd, crowd
from glfstory.exploring.playtest.hunt import Hunt
from glfstory.exploring.playtest.playing import asked
from glfstory.exploring.playtest.sights import Sight, Sights
from glfstory.exploring.playtest.trip import RANDOM, Trip, run_of
from glfstory.pages.sitting import Sitting, sit

RUNS, HUNT, AT_ONCE = 1000, 1500, 50
"""Random runs, runs that hunt after them, and how many are played before it is asked whether to go on."""
Goes = Callable[[], bool]
"""Asked whether to go on looking."""


def seek(story: Story, wanted: str, goes_on: Goes = lambda: True, *, runs: int = RUNS, hunt: int = HUNT) -> Run | None:
    """A run that random players took, as far as to the scene or ending of that id; None where none was found.

    The same story gives the same run. The shortest of those that are found at once is taken.
    """
    sights = Sights(story)
    sight = next(each for each in sights.all if each.id == wanted)
    stage = Stage(story)
    with crowd(story, 1) as players:
        trip = _played(story, sights, sight, players, goes_on, runs)
        if trip is None and hunt and goes_on():
            trip = _hunted(stage, sights, sight, players, hunt)
    if trip is None:
        return None
    return run_of(stage, trip, to=wanted if sight.kind == "scene" else "")


def _played(story: Story, sights: Sights, sight: Sight, players: Crowd, goes_on: Goes, runs: int) -> Trip | None:
    wished = list(asked(story, RANDOM, runs, 0, next(iter(story.lengths), "")))
    for first in range(0, runs, AT_ONCE):
        if not goes_on():
            return None
        found = _that_saw(players.play(wished[first : first + AT_ONCE]), sights, sight)
        if found:
            return found
    return None


def _hunted(stage: Stage, sights: Sights, sight: Sight, players: Crowd, budget: int) -> Trip | None:
    """What random players do not come to, a hunt may; it is told that everything else was seen."""
    hunting = Hunt(stage, sights, players, 0)
    known = players.play(list(asked(stage.story, RANDOM, AT_ONCE, 0, next(iter(stage.story.lengths), ""))))
    hunting.go(known, [int(each != sight) for each in sights.all], budget)
    return _that_saw(hunting.trips, sights, sight)


def _that_saw(trips: list[Trip], sights: Sights, sight: Sight) -> Trip | None:
    seen = [trip for trip in trips if sights.places[sight] in trip.seen and trip.failure is None]
    return min(seen, key=lambda trip: len(trip.taken), default=None)


def landed(before: Sitting, run: Run, wanted: str) -> Sitting:
    """A sitting at the page of a scene or an ending in a run that meets it."""
    there = sit(before.stage, run, summarised=before.summarised)
    places = [place for place, leaf in enumerate(there.leaves) if leaf.scene == wanted and leaf.kind == "passage"]
    return replace(there, at=places[0]) if places else there
