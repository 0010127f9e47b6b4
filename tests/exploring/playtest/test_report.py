"""A playtest on a screen and as JSON."""

import json
from dataclasses import replace

import pytest

from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.exploring.playtest.data import NotAPlaytest, as_data, odds_in, odds_of
from glfstory.exploring.playtest.odds import moved
from glfstory.exploring.playtest.playing import playtest
from glfstory.exploring.playtest.report import as_text


def test_the_tables_fit_a_screen_and_say_what_is_wrong(narrow: Story) -> None:
    found = playtest(narrow, ["random", "left"], 60, hunt=200)
    text = as_text(found, Stage(narrow))
    assert max(map(len, text.splitlines())) <= 80
    assert text.isascii()
    for said in ("Player: random", "Player: left", "Never: Late bird.", "n at 3", "Seen by nobody"):
        assert said in text
    assert text.endswith(" things seen by nobody.")


def test_a_run_is_told_by_seed_options_and_the_numbers_to_type_where_there_is_no_code(turns: Story) -> None:
    found = playtest(turns, ["left"], 1)
    rarest = as_text(found, Stage(turns)).partition("The rarest road")[2]
    option = dict(found.trips[0].asked.options)["county"]
    assert f"--seed {found.trips[0].asked.seed} --option county={option} --length full, then 1 1 1" in " ".join(
        rarest.split()
    )


def test_json_holds_the_odds_that_a_later_playtest_is_held_against(turns: Story) -> None:
    found = playtest(turns, ["random"], 80, hunt=200)
    told = as_data(found, Stage(turns))
    assert odds_in(told, "small") == odds_of(found)
    assert moved(odds_in(told, "small"), odds_of(found), 0) == ()
    rows = json.loads(told)
    assert rows["unseen"][0] == {"kind": "scene", "id": "never"}
    assert rows["players"][0]["meters"][0]["seasons"][0]["season"] == "one"
    assert rows["coverage"][0] == {"kind": "scene", "all": 12, "players": 10, "hunt": 1}
    found_ids = {row["id"]: row["run"] for row in rows["hunt"]["found"]}
    assert found_ids["hidden"]["decisions"][-1] == ["door", "through"]


def test_an_ending_that_moved_is_told(turns: Story) -> None:
    before = playtest(turns, ["random"], 300)
    endings = {**turns.endings, "early-bird": replace(turns.endings["early-bird"], when="n > 7")}
    now = playtest(replace(turns, endings=endings), ["random"], 300)
    shifted = moved(odds_of(before), odds_of(now), 0.02)
    assert {each.ending for each in shifted} == {"early-bird", "late-bird"}
    assert "2 endings moved" in as_text(now, Stage(turns), shifted)
    assert [row["ending"] for row in json.loads(as_data(now, Stage(turns), shifted))["moved"]] == [
        each.ending for each in shifted
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"runs": 5}',
        '{"playtest": 1, "story": "other", "players": []}',
        '{"playtest": 1, "story": "small"}',
        '{"playtest": 1, "story": "small", "players": [{"player": "p", "runs": 1, "endings": [{"id": "e"}]}]}',
        '{"playtest": 1, "story": "small", "players": [{"player":"","runs": 1, "endings": [{"id": "", "count": 2}]}]}',
    ],
)
def test_what_is_no_playtest_of_this_story_is_refused(text: str) -> None:
    with pytest.raises(NotAPlaytest):
        odds_in(text, "small")
