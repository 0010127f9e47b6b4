"""What is asked for before a run is granted, or refused in one sentence that names what there is."""

import pytest

from glfstory.engine.stage import Setup
from glfstory.engine.story import Constant, Length, Option, Story, Variable
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from glfstory.saving.wishes import Wishes, fitting, refusal
from tests.build import scene, story


def told() -> Story:
    return story(
        scene("s", order=1),
        options={"county": Option("county", "How hard.", ("mild", "hard"), "mild")},
        constants={"levy": Constant("levy", "The levy.", "share", {"else": 0.25}, low=0, high=0.5)},
        lengths={"full": Length("full"), "short": Length("short", last="one")},
        variables={
            "n": Variable("n", "n", "number", 1, "", 1, 9),
            "m": Variable("m", "m", "number", computed="n / levy"),
        },
    )


def test_what_the_story_has_is_granted() -> None:
    assert refusal(told(), Wishes(7, "short", {"county": "hard"}, {"levy": 0.3})) == ""
    assert refusal(told(), Wishes()) == ""


def test_a_constant_outside_its_range_is_an_experiment_and_granted() -> None:
    assert refusal(told(), Wishes(constants={"levy": 0.7})) == ""


@pytest.mark.parametrize(
    ("wishes", "says"),
    [
        (Wishes(seed=-1), "A seed is a whole number from 0 to 1048575, not -1."),
        (Wishes(seed=2**20), "A seed is a whole number"),
        (Wishes(length="shrt"), "This story has no length 'shrt'; did you mean 'short'?"),
        (Wishes(options={"country": "hard"}), "This story has no option 'country'; did you mean 'county'?"),
        (Wishes(options={"county": "soft"}), "The option county is one of mild, hard, not 'soft'."),
        (Wishes(constants={"x": 1}), "This story has no constant 'x'; its constants are levy."),
        (
            Wishes(constants={"levy": 0}),
            "With levy=0 the story cannot be played: in 'n / levy' this divisor can be zero.",
        ),
    ],
)
def test_what_it_has_not_is_refused_in_one_sentence(wishes: Wishes, says: str) -> None:
    assert refusal(told(), wishes).startswith(says)


def test_of_an_older_setup_the_rest_is_kept() -> None:
    setup, lost = fitting(told(), Setup({"county": "hard", "gone": "x"}, "epic", {"levy": 0.3, "old": 1}))
    assert setup == Setup({"county": "hard"}, "full", {"levy": 0.3})
    assert len(lost) == 3


def test_the_shipped_story_takes_another_value_for_a_constant() -> None:
    shipped = read(shipped_story()).story
    assert shipped is not None
    assert refusal(shipped, Wishes(constants={"own_weight": 0.7})) == ""
