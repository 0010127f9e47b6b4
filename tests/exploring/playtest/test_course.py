"""A run of a playtest is what the engine makes of the same decisions, and its table tells what that run showed."""

from array import array
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glfstory.engine.fates import Change
from glfstory.engine.page import Kind
from glfstory.engine.stage import Stage
from glfstory.engine.story import Block, Story, Words
from glfstory.engine.walk import Walk
from glfstory.exploring.players import preferred
from glfstory.exploring.playtest.course import Course
from glfstory.exploring.playtest.playing import asked
from glfstory.exploring.playtest.sights import Sight, Sights
from glfstory.exploring.playtest.trip import RANDOM, Trip
from glfstory.exploring.words import Wording
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from tests.build import choice, text
from tests.exploring.proving.made import Maker


def walked(stage: Stage, sights: Sights, trip: Trip) -> Trip:
    """What the engine's own walk comes to by the decisions of a trip; a policy decides anew."""
    wording, words, shown, levels = Wording(stage), [0], set[Sight](), array("d")

    def told(walk: Walk, kind: Kind, name: str, taken: str, changes: tuple[Change, ...]) -> None:
        words[0] += wording.page(walk, kind, name, taken, changes)
        if kind == "ending" or kind == "coda":
            shown.add(Sight(kind, name))

    def closed(walk: Walk) -> None:
        for meter in stage.story.meters:
            levels.append(float(stage.program.question(meter)(walk.values, walk.met)))

    walk, path = Walk(stage, trip.asked.seed, trip.asked.setup, told=told, closed=closed), list[int]()
    walk.advance()
    while walk.scene is not None and len(path) < len(trip.taken):
        scene, open_now = walk.scene, walk.open_choices()
        shown |= {Sight("closed", f"{scene.id}.{each.id}") for each in scene.choices if each not in open_now}
        path.append(trip.taken[len(path)])
        if trip.asked.player != RANDOM:
            policy = stage.story.policies[trip.asked.player]
            path[-1] = open_now.index(preferred(open_now, policy, trip.asked.seed, scene.id))
        walk.choose(open_now[path[-1]].id)
        walk.advance()
    shown |= {Sight("choice" if "." in name else "scene", name) for name in walk.met}
    seen = array("I", sorted(sights.places[each] for each in shown if each in sights.places))
    ending = walk.ending if walk.over else None
    early, scenes = bool(ending and ending.early), sum("." not in name for name in walk.met)
    return Trip(
        trip.asked, bytes(path), ending.id if ending else "", early, scenes, words[0], seen, levels, trip.failure
    )


def as_walked(story: Story, players: list[str], runs: int, length: str = "") -> None:
    """Holds runs of these players to the walk."""
    course, stage = Course(story), Stage(story)
    for player in players:
        for each in asked(story, player, runs, 0, length):
            trip = course.play(each)
            assert trip.failure is None
            assert len(set(trip.seen)) == len(trip.seen)
            assert replace(trip, seen=array("I", sorted(trip.seen))) == walked(stage, course.sights, trip)


def dressed(story: Story) -> Story:
    """A story whose texts and locks ask something as well, and whose meters move."""
    scenes = {}
    for name, scene in story.scenes.items():
        asks = [each.when for each in scene.choices if each.when]
        more = tuple(Block(((Words(f"Also {when}."),),), when) for when in asks)
        choices = tuple(replace(each, locked=choice("not now").say, then=text(each.id)) for each in scene.choices)
        scenes[name] = replace(scene, text=(*scene.text, *more), choices=choices)
    return replace(story, scenes=scenes, meters=("n", "m"))


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32))
def test_runs_of_any_story_are_those_of_the_engine(number: int) -> None:
    as_walked(dressed(Maker(number).story()), [RANDOM], 12)


@pytest.mark.parametrize("length", ["full", "short"])
def test_runs_of_the_shipped_story_are_those_of_the_engine(length: str) -> None:
    story = read(shipped_story()).story
    assert story is not None
    as_walked(story, [RANDOM, *story.policies], 6, length)


def test_the_same_is_played_whatever_was_played_before(turns: Story) -> None:
    runs = list(asked(turns, RANDOM, 20, 0, ""))
    there, back = Course(turns), Course(turns)
    assert [there.play(each) for each in runs] == [back.play(each) for each in reversed(runs)][::-1]
    assert there.clamps.taken() == back.clamps.taken()
