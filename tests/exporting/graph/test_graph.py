"""A story as a picture: every scene in its season, what leads where, and the same text every time."""

import re
from dataclasses import replace

import pytest

from glfstory.engine.story import Draw, Ending, Season, Story
from glfstory.exporting.graph.dot import as_dot
from glfstory.exporting.graph.mermaid import as_mermaid, is_too_large
from glfstory.exporting.graph.plan import Box, Plan, plan
from tests.build import choice, scene, story, text


@pytest.fixture
def told() -> Story:
    long = "n > 1 and n > 2 and n > 3 and n > 4 and n > 5 and n > 6"
    return story(
        scene("second", order=20, seasons=("one",), when="n > 2"),
        scene("first", choice("a", go="side"), choice("b"), order=10, seasons=("one",)),
        scene("side", choice("on", go="deep"), choice("out", go="gone", when="n > 1")),
        scene("deep"),
        scene("bird", weight=2.0, when=long),
        scene("fish", weight=1.0, seasons=("two",)),
        scene("last", order=5, seasons=("one", "two")),
        seasons=(
            Season("one", 1957, "autumn", "Autumn", draws=(Draw(2, 15),)),
            Season("two", 1958, "winter", "Winter", draws=(Draw(1, 1),)),
        ),
        endings={
            "end": Ending("end", "The end", text("It ends."), rank=30),
            "gone": Ending("gone", 'Gone "away"', text("Gone."), rank=10, early=True, when="n > 9"),
            "after": Ending("after", "After", text("Later."), coda=True),
        },
    )


def _ways(made: Plan) -> list[list[str]]:
    return [[box.title for box in part.way] for part in made.parts]


def test_a_season_goes_in_the_order_of_play(told: Story) -> None:
    assert _ways(plan(told)) == [["Autumn", "Last", "First", "2 drawn", "Second"], ["Winter", "1 drawn", "Last"]]


def test_a_storylet_stands_once_in_the_whole_and_in_each_season_by_itself(told: Story) -> None:
    whole = plan(told)
    assert [[box.title for box in part.drawn] for part in whole.parts] == [["Bird"], ["Fish"]]
    assert "also Winter" in whole.parts[0].drawn[0].notes
    assert [box.title for box in plan(told, "two").parts[0].drawn] == ["Bird", "Fish"]


def test_what_choices_lead_to_is_followed_to_the_end(told: Story) -> None:
    made = plan(told)
    assert [box.title for box in made.parts[0].led] == ["Side", "Deep"]
    assert [(arrow.start, arrow.end, arrow.words) for arrow in made.arrows if arrow.kind == "go"] == [
        ("one/first", "one/side", "a"),
        ("one/side", "one/deep", "on"),
        ("one/side", "gone", "out, if n > 1"),
    ]


def test_endings_stand_by_rank_with_what_they_ask(told: Story) -> None:
    asked, *endings = plan(told).endings
    assert asked.title == "The end"
    assert [(box.kind, box.id) for box in endings] == [("ending", "gone"), ("ending", "end"), ("coda", "after")]
    assert endings[0].notes == ("gone", "rank 10, after any season", "if n > 9")


def test_of_the_endings_one_season_shows_those_that_it_leads_to(told: Story) -> None:
    assert [box.id for box in plan(told, "one").endings] == ["gone"]
    assert plan(told, "two").endings == []


def test_a_short_condition_is_written_out_and_a_long_one_cut(told: Story) -> None:
    first = plan(told).parts[0]
    assert "if n > 2" in _box(first.way, "Second").notes
    assert _box(first.drawn, "Bird").notes[1].endswith(" ...")
    assert len(_box(first.drawn, "Bird").notes[1]) <= 45


def _box(boxes: list[Box], title: str) -> Box:
    return next(box for box in boxes if box.title == title)


@pytest.mark.parametrize("write", [as_dot, as_mermaid])
def test_the_text_depends_on_nothing_but_the_story(told: Story, write: object) -> None:
    turned = replace(
        told,
        scenes=dict(reversed(list(told.scenes.items()))),
        endings=dict(reversed(list(told.endings.items()))),
    )
    assert callable(write)
    assert write(plan(told)) == write(plan(turned))


def test_signs_of_the_languages_are_escaped(told: Story) -> None:
    assert 'Gone \\"away\\"' in as_dot(plan(told))
    assert "Gone #quot;away#quot;" in as_mermaid(plan(told))
    assert "if n #gt; 2" in as_mermaid(plan(told))


def test_every_arrow_of_the_texts_goes_from_box_to_box(told: Story) -> None:
    dot, mermaid = as_dot(plan(told)), as_mermaid(plan(told))
    boxes = set(re.findall(r'^  ("[^"]+") \[label', dot, re.M))
    ends = {end for line in dot.splitlines() if "->" in line for end in re.findall(r'"[^"]*"(?= ->| \[)', line)}
    assert ends <= boxes
    named = set(re.findall(r"^ *(n\d+)\W", mermaid, re.M)) | set(re.findall(r"subgraph (s\d+)", mermaid))
    ends = set(re.findall(r"(?:-->|==>|-\.-)(?:\|[^|]*\|)? (\w+)$", mermaid, re.M))
    assert ends
    assert ends <= named


def test_a_picture_that_mermaid_would_refuse_is_known(told: Story) -> None:
    assert not is_too_large(plan(told))
    many = [scene(f"s{number}", weight=1.0, seasons=("one",)) for number in range(600)]
    assert is_too_large(plan(replace(told, scenes=told.scenes | {each.id: each for each in many})))
