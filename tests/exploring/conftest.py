"""A small story whose model is measured: a chance, a constant with a range, two policies."""

from dataclasses import replace

import pytest

from glfstory.engine.story import Chance, Constant, Measure, Option, Relation, Story
from tests.build import choice, number, scene, story


@pytest.fixture
def told() -> Story:
    step = replace(choice("step", tags=("bold",)), do=choice("x", add=1).do)
    leap = replace(choice("leap", tags=("bold", "brave")), do=choice("x", add=3).do)
    stay = choice("stay", tags=("shy",), when="rain == 'dry'")
    wait = choice("wait")
    return story(
        scene("road", stay, wait, step, leap, order=10, seasons=("one",)),
        scene("gate", replace(choice("pay"), do=choice("x", add=2).do), choice("turn"), order=10, seasons=("two",)),
        variables={"n": number("n")},
        constants={"toll": Constant("toll", "The toll.", "steps", {"else": 1}, low=0, high=5)},
        options={"county": Option("county", "How hard.", ("mild", "hard"), "mild")},
        chances={"rain": Chance("rain", "year", {"else": {"dry": 1, "wet": 1}})},
        policies={"bold": ("bold",), "brave": ("brave",), "shy": ("shy",)},
        tags={"bold": "", "brave": "", "shy": ""},
        measures={
            "brave": Measure("brave", "How far the brave come", "n * toll", "Roads", "brave", record=5, low=4, high=6),
            "early": Measure("early", "And by autumn", "n * toll", "Roads", "brave", at="one"),
            "shy": Measure("shy", "How far the shy come", "n * toll", "Roads", "shy"),
            "dear": Measure(
                "dear", "The brave at three times the toll", "n * toll", "Roads", "brave", changed={"toll": 3}
            ),
            "hard": Measure(
                "hard", "In a hard county", "n if county == 'hard' else 99", "Roads", "brave", {"county": "hard"}
            ),
        },
        relations={
            "further": Relation("further", "The brave come further.", "brave > shy", always=True),
            "thrice": Relation("thrice", "Three times as dear.", "dear == 3 * brave"),
        },
    )
