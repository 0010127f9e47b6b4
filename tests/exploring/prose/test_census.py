"""A story counted: words of every version by kind and by file, scenes, facts met, roads, repetitions."""

import json
from dataclasses import replace

import pytest

from glfstory.engine.story import Block, Ending, Fact, Length, Mark, Member, OneOf, Story, Words
from glfstory.exploring.playtest.group import Spread
from glfstory.exploring.prose import repeats_report, report
from glfstory.exploring.prose.census import Census
from glfstory.exploring.prose.repeats import openings, sequences
from glfstory.exploring.prose.roads import minutes, roads
from tests.build import choice, house, scene, story, text

LONG = "In the evening the beam is read again."


@pytest.fixture
def told() -> Story:
    versions = OneOf(
        (Block(text("A wet day.")[0].paragraphs, "n > 1"), Block(text("A dry day, and a long one.")[0].paragraphs))
    )
    marked = Block(((Words("It is so."), Mark("so"), Mark("mu")),))
    first = replace(scene("first", order=1, seasons=("one",)), text=(versions, marked))
    shut = replace(choice("shut", when="n > 9", then=()), locked=(Words("Not now, comrade."),), facts=("law",))
    lot = replace(scene("lot", choice("a"), choice("b"), shut, weight=1), text=text(LONG))
    led = replace(scene("led", order=None), text=text(f"Yes. {LONG}"))
    fact = Fact("so", "So.", "1957", "single-source", "high", ())
    return story(
        first,
        lot,
        led,
        endings={
            "end": Ending("end", "The end", text("It ends."), 10, facts=("far",)),
            "stone": Ending("stone", "A stone", text("It stands here."), 20, coda=True),
        },
        facts={name: replace(fact, id=name) for name in ("so", "law", "far", "unmet")},
        households=house(Member("wang", "Wang", when_dead=text("Wang has died."))),
        lengths={"full": Length("full"), "short": Length("short", last="one")},
        policies={"left": ("left",)},
    )


def test_every_version_of_every_text_is_counted_by_kind(told: Story) -> None:
    assert Census(told).by_kind == {
        "texts": (3 + 7 + 3) + 8 + 9,
        "choices": 2 + (3 + 3) + 2,
        "outcomes": 3 * 6,
        "seasons": 3 + 3,
        "people": 3,
        "endings": 2 + 3,
        "note": 2,
    }
    assert Census(told).words == 74


def test_scenes_choices_endings_and_what_is_met(told: Story) -> None:
    found = Census(told)
    assert (found.scenes, found.fixed, found.storylets, found.choices) == (3, 1, 1, 7)
    assert (found.endings, found.codas, found.facts, found.terms) == (1, 1, 3, 0)


def test_a_file_has_its_scenes_and_a_grade_of_its_sentences_alone(told: Story) -> None:
    paths = {("scenes", "first"): "one.yaml", ("scenes", "lot"): "two.yaml", ("endings", "end"): "one.yaml"}
    rows = {row.path: row for row in Census(told).files(paths)}
    assert (rows["one.yaml"].scenes, rows["one.yaml"].choices, rows["one.yaml"].words) == (1, 2, 13 + 2 + 6 + 2)
    assert rows["two.yaml"].grade == Census(replace(told, scenes={"lot": told.scenes["lot"]})).files(paths)[-1].grade
    assert set(rows) == {"", "one.yaml", "two.yaml"}


def test_a_road_is_told_for_each_length_without_what_ended_early(told: Story) -> None:
    full, short = roads(told, 10)
    assert (full.length, short.length) == ("full", "short")
    assert dict(full.runs) == {"random": 10, "left": 1}
    assert full.decisions.most > 0
    assert short.words.most < full.words.most
    bird = Ending("bird", "A bird", text("A bird."), 1, early=True, when="n == 1")
    cut = roads(replace(told, endings={**told.endings, "bird": bird}), 40)[0]
    assert 0 < cut.short < 44
    assert len(cut.trips) == 44 - cut.short
    assert all(trip.ending != "bird" for trip in cut.trips)


def test_reading_time_is_words_and_decisions() -> None:
    assert minutes(8000, 48) == 40 + 4


def test_what_comes_back_is_told_with_all_its_places_in_its_longest_form(told: Story) -> None:
    assert [(each.words, [owner for _, owner in each.places]) for each in sequences(told)] == [
        ("in the evening the beam is read again", ["lot", "led"])
    ]
    twice = (*told.scenes["lot"].text, *text(LONG))
    alone = replace(told, scenes={"lot": replace(told.scenes["lot"], text=twice)})
    assert sequences(alone) == ()


def test_scenes_that_can_open_alike(told: Story) -> None:
    dry = replace(scene("dry"), text=text("A dry day! Again."))
    assert [(each.words, len(each.places)) for each in openings(replace(told, scenes={**told.scenes, "dry": dry}))] == [
        ("a dry day", 2)
    ]


def test_the_tables_fit_a_screen_and_json_says_the_same(told: Story) -> None:
    found, roads_of = Census(told), roads(told, 5)
    shown = report.as_text(found, roads_of, {})
    assert max(map(len, shown.splitlines())) <= 80
    assert "200 words a minute and 5 seconds a decision" in " ".join(shown.split())
    data = json.loads(report.as_data(found, roads_of, {("scenes", "lot"): "two.yaml"}))
    assert data["words"]["all"] == found.words
    assert [row["path"] for row in data["files"]] == ["", "two.yaml"]
    assert data["roads"][1]["length"] == "short"
    assert Spread(**data["roads"][0]["decisions"]) == roads_of[0].decisions


def test_repetitions_are_told_with_file_and_line(told: Story) -> None:
    shown = repeats_report.as_text(openings(told), sequences(told), lambda key: (f"{key[1]}.yaml", 7))
    assert "lot.yaml:7 lot" in shown
    data = json.loads(repeats_report.as_data(openings(told), sequences(told), lambda key: (f"{key[1]}.yaml", 7)))
    assert data["sequences"][0]["places"][1] == {"path": "led.yaml", "line": 7, "in": "led"}
