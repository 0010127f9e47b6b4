"""The words of a road, counted without making its pages, are those that its pages have."""

from dataclasses import replace

import pytest

from glfstory.engine.chance import unit
from glfstory.engine.fates import Change
from glfstory.engine.page import Kind
from glfstory.engine.stage import Stage
from glfstory.engine.story import Block, Insert, Mark, Member, OneOf, Story, Words
from glfstory.engine.walk import Walk
from glfstory.exploring.words import Wording, words_in
from glfstory.pages.leaf import leaves
from glfstory.pages.words import plain
from glfstory.reading.reader import read
from glfstory.reading.shipped import shipped_story
from tests.build import choice, house, number, scene, story, text


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("", 0),
        ("One.", 1),
        ("It's a well-kept secret.", 4),
        ("1,234.5 jin", 2),
        ("*** -- !", 0),
        ("Grandmother’s bowl", 2),
        ("in 1958, 1959", 3),
    ],
)
def test_a_word_is_what_a_reader_would_call_one(words: str, many: int) -> None:
    assert words_in(words) == many


def counted(stage: Stage, seed: int) -> tuple[int, int]:
    """The words of a random road: as they are counted, and as its pages have them."""
    wording, total = Wording(stage), [0]

    def told(walk: Walk, kind: Kind, name: str, choice: str, changes: tuple[Change, ...]) -> None:
        total[0] += wording.page(walk, kind, name, choice, changes)

    walk = Walk(stage, seed, record=True, told=told)
    walk.advance()
    while walk.scene is not None:
        open_now = walk.open_choices()
        walk.choose(open_now[int(unit(seed, walk.scene.id) * len(open_now))].id)
        walk.advance()
    shown = 0
    for leaf in (leaf for page in walk.pages or () for leaf in leaves(stage, page)):
        shown += sum(words_in(plain(line)) for line in leaf.lines)
        shown += sum(words_in(plain(each.words)) + words_in(plain(each.reason)) for each in leaf.choices)
    return total[0], shown


def test_inserts_marks_versions_and_closed_choices_count_as_they_are_shown() -> None:
    stores = (
        Words("There are "),
        Insert("n * 1000", "jin"),
        Mark("mu"),
        Words(" left, "),
        Insert("n"),
        Words("-fold."),
    )
    versions = OneOf(
        (Block(text("A long one of six words.")[0].paragraphs, "n > 3"), Block(text("Short.")[0].paragraphs))
    )
    shut = replace(choice("shut", when="n > 5"), locked=(Words("Not this year."),))
    hidden = choice("hidden", when="n > 5")
    first = replace(
        scene("first", choice("a", add=4), choice("b", add=1), shut, hidden, order=1, seasons=("one",)),
        text=(Block((stores, (), stores)), versions),
    )
    second = replace(scene("second", order=1, seasons=("two",)), text=(versions,))
    told = story(first, second, variables={"n": number("n", 2)}, households=house(Member("old", "Old Wang")))
    for seed in range(8):
        one, other = counted(Stage(replace(told, toll="n")), seed)
        assert one == other > 0


@pytest.fixture(scope="module")
def shipped() -> Story:
    found = read(shipped_story()).story
    assert found is not None
    return found


def test_two_ledgers_has_the_words_that_its_pages_have(shipped: Story) -> None:
    stage = Stage(shipped)
    for seed in range(6):
        one, other = counted(stage, seed)
        assert one == other > 1000
