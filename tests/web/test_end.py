"""The end of a class: the guess first, then the ledgers, on every device and on the wall."""

from dataclasses import replace
from pathlib import Path

import pytest

from glfstory.classroom import teaching
from glfstory.classroom.lesson import plan
from glfstory.classroom.room import Room
from glfstory.classroom.store import Store
from glfstory.engine.release import play_hash
from glfstory.engine.stage import Stage
from tests.classroom.small import province, room
from tests.web.browser import Browser


@pytest.fixture
def ended(tmp_path: Path) -> Browser:
    """A class of three whose pupil has played the first year and padded."""
    pupil = Browser(room(tmp_path))
    pupil.join()
    teaching.release(pupil.site.room, bring_along=False)
    pupil.choose("a")
    pupil.choose("more", "fear")
    return pupil


def test_what_was_true_is_on_no_page_before_the_end(ended: Browser) -> None:
    teacher = ended.beside()
    teacher.get("/board?key=secret")
    wall = teacher.get("/projector")
    assert wall.heading == "What the province believes it has"
    assert 'class="true"' not in wall.text
    assert "CODE1" not in wall.text, "nor a seat"
    assert "350, as 3 brigades report it" in wall.text
    assert ended.get("/seat/province").heading != "What you made together"
    ended.beside("10.0.0.9").get("/projector", status=403)


def test_first_the_guess_and_then_the_ledgers(ended: Browser) -> None:
    teaching.end(ended.site.room)
    assert "/seat/guess" in ended.get("/seat").links
    page = ended.get("/seat/guess")
    for wrong in ("201", "9999", "most"):
        refused = ended.send(page, "/seat/guessed", status=400, **{"autumn-1": wrong, "autumn-2": "70"})
        assert "whole number from 0 to 200" in refused.text
        assert refused.form("/seat/guessed").fields["autumn-2"] == "70", "what was typed is kept"
    ended.send(page, "/seat/guessed", **{"autumn-1": "80"})
    assert "Your guess is kept" in ended.get("/seat").text
    teaching.show(ended.site.room)
    page = ended.get("/seat/province")
    assert page.heading == "What you made together"
    for words in ("I was afraid.", "All reports honest", "what you guessed", "350", "280"):
        assert words in page.text
    teacher = ended.beside()
    teacher.get("/board?key=secret")
    assert teacher.get("/projector").heading == "What you made together"


def test_a_story_without_a_ledger_ends_in_a_sentence(tmp_path: Path) -> None:
    told = replace(province(), ledger=None)
    lesson = plan(told, seed=7, brigades=1, together=False)
    store = Store.create(tmp_path / "class.sqlite", lesson, play_hash(told), "plum", "secret", ["CODE1"])
    pupil = Browser(Room(store, Stage(told), lambda: 0.0))
    pupil.join()
    teaching.end(pupil.site.room)
    teaching.show(pupil.site.room)
    assert "there are no ledgers to show" in pupil.get("/seat/province").text
    teacher = pupil.beside()
    teacher.get("/board?key=secret")
    assert "there are no ledgers to show" in teacher.get("/projector").text


def test_the_code_on_the_wall_leads_to_the_door(ended: Browser) -> None:
    teacher = ended.beside()
    teacher.get("/board?key=secret")
    answer = teacher.client.get("/projector/code.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert 'value="plum"' in ended.beside("10.0.0.9").get("/?word=plum").text
