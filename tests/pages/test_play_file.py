"""A story's own tests: what they may ask, and how they say what came instead."""

from dataclasses import replace

import pytest

from glfstory.engine.story import Constant, Length, Option, Story, Variable, Words
from glfstory.pages.play_file import Failure, play_through
from tests.build import choice, number, scene, story


def told() -> Story:
    first = scene(
        "first",
        choice("a", add=1),
        choice("b"),
        choice("c", when="n > 50", locked=(Words("Not in this year."),)),
        order=1,
        seasons=("one",),
    )
    return replace(
        story(first, scene("second", order=1, seasons=("two",)), scene("third", order=2, seasons=("two",))),
        variables={
            "n": number("n", 3),
            "post": Variable("post", "Post.", "word", "clerk", words=("clerk", "head")),
            "half": Variable("half", "Half.", "number", computed="n * levy", low=0, high=99, step=0.5),
        },
        constants={"levy": Constant("levy", "Levy.", "share", {"else": 0.5})},
        options={"county": Option("county", "How.", ("mild", "hard"), "mild")},
        lengths={"full": Length("full"), "short": Length("short", last="one")},
    )


PASSES = """
# How the road goes.
seed 7
option county = hard
length full
set levy = 0.25

"This is first."
expect: Not in   this year.
not: This is second.
closed: c
meter: n = 3
meter: half = 0.75
meter: post = clerk
holds: n == 3 and county == 'hard'
> first: a
You took a.
"""


def test_a_file_that_comes_as_it_says_has_no_failures() -> None:
    text = PASSES.replace("You took a.", 'expect: You took a.\n"This is second."\nany\nuntil: third\n> b\nends: end')
    assert play_through(told(), text) == ()


def test_playing_to_the_end() -> None:
    assert play_through(told(), "until: end\nends: end\nmeter: n = 6") == ()
    assert play_through(told(), "length short\n> b\nends: end") == ()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("not: This is first.", "'This is first.' is shown and must not be"),
        ("closed: a", "the choice 'a' is open"),
        ("closed: x", "the scene that waits, 'first', has no choice 'x'"),
        ("meter: n = 4", "expected n = 4; it is 3"),
        ("meter: post = head", "expected post = head; it is clerk"),
        ("meter: n = many", "expected n = many; it is 3"),
        ("holds: n > 5 and post == 'head'", "\"n > 5 and post == 'head'\" does not hold; n is 3, post is clerk"),
        ("ends: end", "expected the ending 'end'; the run is not over, the scene 'first' waits"),
        ("> c", "the choice 'c' of 'first' is closed here (Not in this year.); open are a, b"),
        ("> x", "the choice 'x' of 'first' is not open here; open are a, b"),
        ("> second: a", "the scene that waits is 'first', not 'second'"),
        ("expect: Snow", "expected 'Snow'; shown was: First This is first. a b c Not in this year."),
    ],
)
def test_what_came_otherwise_is_told_with_its_line(line: str, says: str) -> None:
    assert play_through(told(), f"# one\n\n{line}\n") == (Failure(3, says),)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("> a", "the run is over, with the ending 'end', before 'a'"),
        ("any", "the run is over, with the ending 'end'"),
        ("until: first", "the run ends, with 'end', without the scene 'first'"),
    ],
)
def test_nothing_goes_on_after_the_end(line: str, says: str) -> None:
    assert play_through(told(), f"until: end\n{line}\nmeter: n = 99") == (Failure(2, says),)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("hold: n > 3", 1, "this is no line of a play file; did you mean 'holds'?"),
        ("truth", 1, 'this is no line of a play file; a decision is "> scene: choice"'),
        ("expect:", 1, "this is no line of a play file; did you mean 'expect'?"),
        (">", 1, 'this is no line of a play file; a decision is "> scene: choice"'),
        ("any\nseed 7", 2, "seed stands before the first step"),
        ("seed much", 1, "seed needs a number, not 'much'"),
        ("set levy = much", 1, "set needs a number, not 'levy = much'"),
        ("seed -1", 1, "a seed is a whole number from 0 to 1048575, not -1"),
        ("seed 1\noption country = hard", 2, "this story has no option 'country'; did you mean 'county'?"),
        ("length epic", 1, "this story has no length 'epic'; its lengths are full, short"),
        ("set x = 1", 1, "this story has no constant 'x'; its constants are levy"),
        ("until: frist", 1, "there is no scene 'frist'; did you mean 'first'?"),
        ("ends: ende", 1, "there is no ending 'ende'; did you mean 'end'?"),
        ("meter: m = 1", 1, "there is no variable 'm'"),
        ("holds: pots == 'clerk'", 1, "nothing is called 'pots'; did you mean 'post'?"),
        ("holds: n + 1", 1, "this is no condition; compare it with something"),
        ("holds: n = 1", 1, "a single '=' sets a value; to compare write '=='"),
    ],
)
def test_a_line_that_cannot_be_is_told_before_anything_is_played(text: str, line: int, says: str) -> None:
    assert play_through(told(), text) == (Failure(line, says),)


def test_looks_go_on_after_a_failure_and_moves_do_not() -> None:
    failures = play_through(told(), "meter: n = 1\nmeter: n = 2\n> x\nmeter: n = 9")
    assert [failure.line for failure in failures] == [1, 2, 3]
