"""What changed between two versions: each kind of change is told as what it is, and nothing else is told."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest

from glfstory.engine.story import Assign, Block, Ending, Fact, Guard, Mark, Rule, Story, Words
from glfstory.workshop.comparing.changes import FOR_WRITERS, GROUPS, ROLES, Change, compare
from glfstory.workshop.comparing.comparison import comparison
from glfstory.workshop.comparing.report import as_data, as_text
from glfstory.workshop.comparing.wording import effects, lines_of
from tests.build import choice, number, scene, story, text


@pytest.fixture
def old() -> Story:
    return story(
        scene("gate", order=10, seasons=("one",)),
        scene("road", choice("walk", add=1), choice("ride", add=2), choice("stay"), order=20, seasons=("one",)),
        endings={
            "far": Ending("far", "Far", text("Far away."), rank=1, when="n > 2"),
            "end": Ending("end", "The end", text("It ends."), rank=10),
        },
        facts={"road": Fact("road", "It is a road.", "1957", "single-source", "high", ())},
    )


def with_choice(told: Story, name: str, choice_id: str, **more: Any) -> Story:
    """The story with a choice of a scene changed."""
    one = told.scenes[name]
    choices = tuple(replace(each, **more) if each.id == choice_id else each for each in one.choices)
    return with_scene(told, name, choices=choices)


def with_scene(told: Story, name: str, **more: Any) -> Story:
    """The story with a scene changed."""
    return replace(told, scenes={**told.scenes, name: replace(told.scenes[name], **more)})


def only(old: Story, new: Story) -> Change:
    (change,) = compare(old, new)
    return change


def test_a_story_is_the_same_as_itself(old: Story) -> None:
    assert compare(old, old) == ()
    assert comparison(old, old, 5).is_same


def test_what_only_writers_see_is_no_change(old: Story) -> None:
    new = replace(old, version="2", releases={"1": "x"}, tags={"brave": ""}, policies={"bold": ("brave",)})
    assert compare(old, with_choice(new, "road", "walk", tags=("brave",))) == ()


def test_no_part_of_a_story_is_forgotten() -> None:
    compared = {"households" if group == "people" else group for group in GROUPS}
    assert {each.name for each in fields(Story)} == compared | set(ROLES) | set(FOR_WRITERS)


def test_scenes_are_added_and_removed(old: Story) -> None:
    new = replace(old, scenes={"gate": old.scenes["gate"], "ford": scene("ford", weight=1.0)})
    assert [(each.how, each.id) for each in compare(old, new)] == [("added", "ford"), ("removed", "road")]


def test_a_renamed_scene_is_one_change_and_its_choices_are_followed(old: Story) -> None:
    moved = replace(old.scenes["road"], id="lane", choices=(*old.scenes["road"].choices[:2], choice("rest")))
    renamed = {"road": "lane", "road.stay": "lane.rest"}
    change = only(old, replace(old, scenes={"gate": old.scenes["gate"], "lane": moved}, renamed=renamed))
    assert (change.how, change.id, change.was) == ("renamed", "lane", "road")
    assert [(each.how, each.id) for each in change.choices] == [("changed", "lane.rest")]


@pytest.mark.parametrize(
    ("more", "what", "before", "now"),
    [
        ({"say": (Words("Run."),)}, "words", ("walk",), ("Run.",)),
        ({"do": (Assign("n", "n + (3)"),)}, "effects", ("n = n + 1",), ("n += 3",)),
        ({"when": "n > 1"}, "condition", (), ("n > 1",)),
        ({"go": "gate"}, "leads to", (), ("gate",)),
        ({"then": ()}, "outcome", ("You took walk.",), ()),
        ({"facts": ("road",)}, "record", (), ("road",)),
    ],
)
def test_a_choice_that_changed_says_in_what(old: Story, more: Any, what: str, before: Any, now: Any) -> None:
    (change,) = only(old, with_choice(old, "road", "walk", **more)).choices
    assert (change.how, change.id) == ("changed", "road.walk")
    assert [(part.what, part.before, part.now) for part in change.parts] == [(what, before, now)]


def test_choices_come_go_and_change_places(old: Story) -> None:
    walk, ride, _ = old.scenes["road"].choices
    change = only(old, with_scene(old, "road", choices=(ride, walk, choice("swim"))))
    assert [(each.how, each.id) for each in change.choices] == [
        ("changed", "road"),
        ("added", "road.swim"),
        ("removed", "road.stay"),
    ]
    assert change.choices[0].title == "the order of the choices"


def test_marks_are_told_beside_the_text(old: Story) -> None:
    marked = (Block(((Words("This is gate."), Mark("road")),)),)
    change = only(old, with_scene(old, "gate", text=marked))
    assert [(part.what, part.now) for part in change.parts] == [
        ("text", ("This is gate.[^road]",)),
        ("marks", ("road",)),
    ]


def test_facts_variables_rules_and_endings_are_told(old: Story) -> None:
    new = replace(
        old,
        facts={"road": replace(old.facts["road"], sure="low")},
        variables={"n": number("n", start=1)},
        rules={"rain": Rule("rain", "It rains.", ())},
        endings={**old.endings, "far": replace(old.endings["far"], when="n > 3")},
    )
    told = {(each.group, each.how, each.id) for each in compare(old, new)}
    assert told == {
        ("facts", "changed", "road"),
        ("variables", "changed", "n"),
        ("rules", "added", "rain"),
        ("endings", "changed", "far"),
    }


def test_seasons_that_change_places_are_told(old: Story) -> None:
    assert only(old, replace(old, seasons=old.seasons[::-1])).title == "the order of the seasons"


def test_effects_are_written_as_a_writer_types_them() -> None:
    inner = Guard("n > 1", (Assign("n", "n - (2)"),), (Assign("n", "0"),))
    assert list(effects((Assign("n", "n * (1 + 1)"), inner))) == [
        "n *= 1 + 1",
        "if n > 1:",
        "  n -= 2",
        "else:",
        "  n = 0",
    ]


def test_any_value_can_be_told(old: Story) -> None:
    for thing in (*old.scenes.values(), *old.endings.values(), *old.seasons, *old.facts.values()):
        assert all(isinstance(line, str) for line in lines_of((thing,)))


def test_odds_that_move_are_told_and_those_that_only_waver_are_not(old: Story) -> None:
    far = with_choice(old, "road", "stay", do=(Assign("n", "n + 5"),))
    found = comparison(old, far, 400)
    rows = {row.ending: row for row in found.endings}
    assert rows["far"].now.share > rows["far"].before.share + 0.2
    assert rows["far"].is_moved
    assert rows["end"].is_moved
    slight = comparison(old, with_choice(old, "road", "stay", do=(Assign("n", "n + 0"),)), 400)
    assert [row.before for row in slight.endings] == [row.now for row in slight.endings]
    assert not any(row.is_moved for row in slight.endings)


def test_versions_that_play_alike_need_no_runs(old: Story) -> None:
    found = comparison(old, with_scene(old, "gate", title="A gate"), 400)
    assert (found.is_same, found.runs, found.endings) == (False, 0, ())
    assert "play alike" in as_text(found)


def test_the_same_result_for_any_number_of_processors(old: Story) -> None:
    new = with_choice(old, "road", "stay", do=(Assign("n", "n + 5"),))
    assert as_data(comparison(old, new, 150)) == as_data(comparison(old, new, 150, jobs=2))


def test_a_long_line_is_shown_where_it_differs(old: Story) -> None:
    words = "word " * 60
    before = with_scene(old, "gate", text=text(f"{words}old end"))
    told = as_text(comparison(before, with_scene(old, "gate", text=text(f"{words}new end")), 5))
    assert "old end" in told
    assert "new end" in told
    assert max(map(len, told.splitlines())) <= 100


def test_json_holds_the_changes_and_the_odds(old: Story) -> None:
    new = with_choice(old, "road", "walk", do=(Assign("n", "n + 9"),))
    told = json.loads(as_data(comparison(old, new, 60)))
    assert (told["diff"], told["same"], told["runs"]) == (1, False, 60)
    assert told["changes"][0]["choices"][0]["parts"][0]["what"] == "effects"
    assert {row["ending"] for row in told["endings"]} == {"far", "end"}
    assert told["endings"][0]["now"]["runs"] == 60
