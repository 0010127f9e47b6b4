"""A story while it is written, without a screen: the place is kept, and runs are found that go anywhere."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from glfstory.engine.run import replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Draw, Ending, Season, Story
from glfstory.pages.values import shown, values
from glfstory.reading.finding import Finding, Reading
from glfstory.workshop.live import Live, Written, begun
from glfstory.workshop.scaffold import new_story
from glfstory.workshop.seeking import landed, seek
from tests.build import choice, scene, story, text


@pytest.fixture
def told() -> Story:
    return story(
        scene("gate", order=10, seasons=("one",)),
        scene("road", choice("walk", add=3), choice("wait"), choice("turn", go="side"), order=20, seasons=("one",)),
        scene("side", order=None),
        scene("bird", weight=1.0, when="n > 3"),
        scene("last", order=10, seasons=("two",)),
        seasons=(
            Season("one", 1957, "autumn", "Autumn", text=text("It is autumn.")),
            Season("two", 1958, "winter", "Winter", draws=(Draw(1, 5),), turn=text("It was winter.")),
        ),
        endings={
            "far": Ending("far", "Far", text("Far away."), rank=1, when="n > 6"),
            "end": Ending("end", "The end", text("It ends."), rank=10),
        },
    )


def read(told: Story) -> Reading:
    return Reading(told, ())


def at(told: Story, *choices: str) -> Live:
    """A live story after some decisions, at the first page behind the last."""
    live = Live().after(read(told))
    assert live.sitting is not None
    sitting = live.sitting
    for each in choices:
        sitting = sitting.choose(each)
    return live.at(sitting)


def test_the_place_is_kept_by_replaying(told: Story) -> None:
    before = at(told, "a", "walk")
    changed = replace(told, scenes={**told.scenes, "gate": replace(told.scenes["gate"], text=text("A gate, mended."))})
    after = before.after(read(changed))
    assert before.sitting is not None
    assert after.sitting is not None
    assert after.sitting.leaf.kind == before.sitting.leaf.kind == "outcome"
    assert after.sitting.moment.run.decisions == before.sitting.moment.run.decisions
    assert (after.is_current, after.notice) == (True, "")


def test_a_page_that_comes_before_it_does_not_move_the_place(told: Story) -> None:
    live = Live().after(read(told))
    assert live.sitting is not None
    live = live.at(live.sitting.on())
    seasons = (replace(told.seasons[0], text=(*text("First."), *text("More."))), told.seasons[1])
    page = scene("page", order=5, seasons=("one",))
    after = live.after(read(replace(told, seasons=seasons, scenes={"page": replace(page, choices=()), **told.scenes})))
    assert after.sitting is not None
    assert after.sitting.leaf.scene == "gate"


def test_where_a_decision_is_gone_the_rest_is_kept_and_it_is_said(told: Story) -> None:
    road = replace(told.scenes["road"], choices=told.scenes["road"].choices[1:])
    after = at(told, "a", "walk", "b").after(read(replace(told, scenes={**told.scenes, "road": road})))
    assert after.sitting is not None
    assert [each.choice for each in after.sitting.moment.run.decisions] == ["a"]
    assert "(road: walk)" in after.notice


def test_a_story_that_cannot_be_read_leaves_everything_but_the_findings(told: Story) -> None:
    before = at(told, "a")
    finding = Finding("E007-not-yaml", "error", "a.yaml", 1, 1, 1, 2, "", "it does not parse")
    after = before.after(Reading(None, (finding,)))
    assert after.sitting is before.sitting
    assert (after.is_current, after.findings) == (False, (finding,))


def test_another_story_begins_anew(told: Story) -> None:
    after = at(told, "a", "walk").after(read(replace(told, id="other")))
    assert after.sitting is not None
    assert after.sitting.moment.run.decisions == ()
    assert "other" in after.notice


@pytest.mark.parametrize("wanted", ["gate", "road", "side", "bird", "last"])
def test_a_run_is_found_to_every_scene_and_stops_there(told: Story, wanted: str) -> None:
    run = seek(told, wanted)
    assert run is not None
    assert replay(Stage(told), run).scene == wanted
    there = landed(begun(Stage(told), 0), run, wanted)
    assert (there.leaf.kind, there.leaf.scene) == ("passage", wanted)


@pytest.mark.parametrize("wanted", ["far", "end"])
def test_a_run_is_found_to_every_ending(told: Story, wanted: str) -> None:
    run = seek(told, wanted)
    assert run is not None
    there = landed(begun(Stage(told), 0), run, wanted)
    assert (there.leaf.kind, there.leaf.title) == ("ending", told.endings[wanted].title)


def test_what_is_out_of_reach_is_not_found_and_looking_can_be_stopped(told: Story) -> None:
    shut = replace(told, scenes={**told.scenes, "bird": replace(told.scenes["bird"], when="n < 0")})
    assert seek(shut, "bird", runs=100, hunt=100) is None
    assert seek(told, "gate", lambda: False) is None


def test_values_say_what_the_last_decision_changed(told: Story) -> None:
    live = at(told, "a", "walk")
    assert live.sitting is not None
    (held,) = [each for each in values(live.sitting.stage, live.sitting.so_far) if each.name == "n"]
    assert (held.value, held.before, held.is_changed) == ("4", "1", True)


def test_a_value_is_shown_without_digits_that_mean_nothing() -> None:
    assert [shown(each) for each in (True, "dry", 3, 0.30000000000000004, 123456.0)] == [
        "true",
        "dry",
        "3",
        "0.3",
        "123456",
    ]


def test_a_stamp_changes_with_every_save_and_with_nothing_else(tmp_path: Path) -> None:
    new_story(tmp_path / "tale")
    written, file = Written(tmp_path / "tale"), tmp_path / "tale" / "scenes.yaml"
    first = written.stamp()
    assert written.stamp() == first
    (tmp_path / "tale" / "notes.txt").write_text("Not a story file.", encoding="utf-8")
    assert written.stamp() == first
    os.utime(file, ns=(1, 1))
    saved = written.stamp()
    assert saved != first
    file.unlink()
    assert written.stamp() != saved
    assert Written(tmp_path / "nothing").stamp() == frozenset()
