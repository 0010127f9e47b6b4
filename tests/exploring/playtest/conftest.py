"""A story with known odds: four turnings, a needle behind all of them, a door that is often closed."""

from dataclasses import replace

import pytest

from glfstory.engine.story import Ending, Option, Story
from tests.build import choice, number, scene, story, text

TURNS = 9


@pytest.fixture
def turns() -> Story:
    """Nine turnings to the left or the right; left nine times opens a door, one in 512."""
    doors = [
        scene(f"turn-{place}", choice("left", add=1, tags=("left",)), choice("right"), order=place, seasons=("one",))
        for place in range(TURNS)
    ]
    needle = choice("through", when=f"n == {TURNS}", locked=choice("x").say)
    door = scene("door", choice("by"), choice("on"), needle, order=50, seasons=("two",))
    hidden = scene("hidden", order=60, seasons=("two",), when="chose('door.through')")
    never = scene("never", order=70, seasons=("two",), when="n > 50")
    endings = {
        "early-bird": Ending("early-bird", "Early bird", text("A bird."), 1, when="chose('turn-0.left')"),
        "late-bird": Ending("late-bird", "Late bird", text("A late bird."), 2),
        "stone": Ending("stone", "A stone", text("It stands."), 3, coda=True),
    }
    return story(
        *doors,
        door,
        hidden,
        never,
        endings=endings,
        meters=("n",),
        options={"county": Option("county", "How hard.", ("mild", "hard"), "mild")},
        policies={"left": ("left",)},
        tags={"left": ""},
    )


@pytest.fixture
def narrow(turns: Story) -> Story:
    """The same, but `n` is held at three."""
    return replace(turns, variables={"n": number("n", high=3)})
