"""A release is what decides play; words may change under it."""

from dataclasses import replace

import pytest

from glfstory.engine.codec import from_json, to_json
from glfstory.engine.release import Release, play_hash, release_of, releases
from glfstory.engine.story import (
    Assign,
    Choice,
    Constant,
    Draw,
    Ending,
    Fact,
    Input,
    Length,
    Member,
    Option,
    Pack,
    Rule,
    Story,
    Words,
)
from tests.build import choice, house, number, scene, story, text


def base() -> Story:
    return story(
        scene("first", choice("a"), choice("b", add=1, when="n > 1"), order=1, seasons=("one",)),
        scene("second", order=2),
        scene("third", weight=2.0),
        options={"county": Option("county", "How hard.", ("hard", "mild"), "hard")},
        constants={"share": Constant("share", "A share.", "", {"else": 0.5})},
        rules={"eat": Rule("eat", "People eat.", (Assign("n", "n - 1"),))},
        inputs={"rival": Input("rival", "n", ("first",), 0, 10, 1)},
        reasons={"fear": "Fear."},
        households=house(Member("granny", "Granny", left="n > 3")),
    )


def changed_scene(told: Story, **more: object) -> Story:
    return replace(told, scenes={**told.scenes, "first": replace(told.scenes["first"], **more)})


def changed_season(told: Story, **more: object) -> Story:
    return replace(told, seasons=(replace(told.seasons[0], **more), *told.seasons[1:]))


def reworded(told: Choice) -> Choice:
    return replace(told, say=(Words("Say."),), then=text("Then."), locked=(Words("No."),), facts=("f",), tags=("t",))


DECIDES = {
    "another story": lambda told: replace(told, id="other"),
    "a season less": lambda told: replace(told, seasons=told.seasons[1:]),
    "the rules of a season": lambda told: changed_season(told, close=("eat",)),
    "a rule on the way": lambda told: changed_season(told, at=((50, ("eat",)),)),
    "a draw": lambda told: changed_season(told, draws=(Draw(1, 30),)),
    "the order of a scene": lambda told: changed_scene(told, order=3),
    "the condition of a scene": lambda told: changed_scene(told, when="n > 0"),
    "whether a reason is asked": lambda told: changed_scene(told, reason=True),
    "what stands in": lambda told: changed_scene(told, unplayed="a"),
    "the order of choices": lambda told: changed_scene(told, choices=told.scenes["first"].choices[::-1]),
    "another choice": lambda told: changed_scene(told, choices=(*told.scenes["first"].choices, choice("c"))),
    "an effect": lambda told: changed_scene(told, choices=(choice("a", add=2), told.scenes["first"].choices[1])),
    "a way on": lambda told: changed_scene(told, choices=(choice("a", go="end"), told.scenes["first"].choices[1])),
    "an ending": lambda told: replace(told, endings={**told.endings, "e": Ending("e", "E", text("E"), when="n > 5")}),
    "a start": lambda told: replace(told, variables={"n": number("n", 1)}),
    "a range": lambda told: replace(told, variables={"n": number("n", 0, 50)}),
    "a constant": lambda told: replace(told, constants={"share": Constant("share", "A share.", "", {"else": 0.6})}),
    "a rule": lambda told: replace(told, rules={"eat": Rule("eat", "People eat.", (Assign("n", "n - 2"),))}),
    "an option": lambda told: replace(told, options={}),
    "a length": lambda told: replace(told, lengths={"full": Length("full", "", "two", "two")}),
    "a season without draws": lambda told: replace(told, lengths={"full": Length("full", undrawn=("two",))}),
    "an input": lambda told: replace(told, inputs={"rival": Input("rival", "n", ("first",), 0, 20, 1)}),
    "a reason": lambda told: replace(told, reasons={}),
    "a person": lambda told: replace(told, households=house(Member("granny", "Granny", left="n > 4"))),
    "the toll": lambda told: replace(told, toll="n"),
}
ONLY_TELLS = {
    "a title": lambda told: replace(told, title="Another", subtitle="Sub", version="2.0.0", note=text("New.")),
    "a passage": lambda told: changed_scene(told, title="T", text=text("Other words."), summary=text("S"), tags=("t",)),
    "the words of a choice": lambda told: changed_scene(
        told, choices=tuple(map(reworded, told.scenes["first"].choices))
    ),
    "a turning page": lambda told: changed_season(told, title="T", turn=text("It turns."), turn_title="T"),
    "a fact": lambda told: replace(told, facts={"f": Fact("f", "F.", "1958", "doubtful", "low", ())}),
    "the range in the literature": lambda told: replace(
        told, constants={"share": Constant("share", "Told otherwise.", "", {"else": 0.5}, low=0.1, high=0.9)}
    ),
    "what is read for a word": lambda told: replace(
        told, options={"county": Option("county", "How hard.", ("hard", "mild"), "hard", {"hard": "as hard as any"})}
    ),
    "the words of a reason": lambda told: replace(told, reasons={"fear": "I was afraid."}),
    "the order of files": lambda told: replace(told, scenes=dict(reversed(told.scenes.items()))),
    "a name": lambda told: replace(told, households=house(Member("granny", "Old Zhao", born=1889, left="n > 3"))),
    "another release": lambda told: replace(told, releases={"4": "x"}),
}


@pytest.mark.parametrize("what", DECIDES)
def test_what_decides_play_makes_another_hash(what: str) -> None:
    assert play_hash(DECIDES[what](base())) != play_hash(base())


@pytest.mark.parametrize("what", ONLY_TELLS)
def test_what_only_tells_does_not(what: str) -> None:
    assert play_hash(ONLY_TELLS[what](base())) == play_hash(base())


def test_a_hash_is_the_same_on_every_machine_and_from_the_cache() -> None:
    assert play_hash(base()) == "ba3c15529e8b4a48"
    assert play_hash(from_json(to_json(base()))) == play_hash(base())


def test_a_story_is_the_release_whose_hash_it_has() -> None:
    told = base()
    now = play_hash(told)
    assert release_of(told) is None
    told = replace(told, releases={"1": "old", "2": now, "first": now, "0": now, "9999": now})
    assert [each.number for each in releases(told)] == [2, 1]
    assert release_of(told) == Release(2, now)
    assert release_of(replace(told, packs=(Pack("doctor"),))) is None
    assert release_of(replace(told, variables={"n": number("n", 5)})) is None
