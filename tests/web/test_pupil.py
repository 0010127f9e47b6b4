"""The pupil's way through a class, in a browser without JavaScript."""

from pathlib import Path

import pytest

from glfstory.classroom import teaching
from tests.classroom.small import room
from tests.web.browser import Browser


@pytest.fixture
def pupil(tmp_path: Path) -> Browser:
    return Browser(room(tmp_path))


def begun(pupil: Browser) -> Browser:
    pupil.join()
    teaching.release(pupil.site.room, bring_along=False)
    return pupil


def test_joining_by_the_word_and_waiting_for_the_beginning(pupil: Browser) -> None:
    assert "not the word" in pupil.send(pupil.get("/"), "/join", word="pear").text
    page = pupil.join()
    assert page.heading == "You have a seat"
    assert "A note." in page.text
    assert 'http-equiv="refresh"' in page.text, "without JavaScript the page that waits asks again by itself"
    assert pupil.get("/").heading == "You have a seat", "a device has one seat"


def test_playing_to_the_ending(pupil: Browser) -> None:
    begun(pupil)
    assert pupil.read_on().heading == "Work-Autumn-1"
    assert pupil.choose("a").heading == "Work-Autumn-1"
    page = pupil.choose("more", "fear")
    assert "You say more." in page.text
    assert pupil.read_on().heading == "Winter-1 waits"
    teaching.release(pupil.site.room, bring_along=False)
    for choice in ("a", "a", "honest"):
        pupil.choose(choice)
    teaching.release(pupil.site.room, bring_along=False)
    pupil.choose("b")
    pupil.get("/seat/papers", status=404)
    page = pupil.read_on()
    assert page.heading == "The end"
    assert pupil.get("/seat/papers").heading == "The papers of your village"
    assert "Your run is over" in page.text
    assert [turn.decision.reason for turn in pupil.site.room.store.seat(1).turns] == ["", "fear", "", "", "", ""]


def test_a_tab_s_sign_is_no_mistake(pupil: Browser) -> None:
    assert pupil.client.get("/favicon.ico").status_code == 204


def test_loading_again_changes_nothing(pupil: Browser) -> None:
    begun(pupil)
    before = pupil.choose("a")
    assert pupil.get().text == before.text
    assert len(pupil.site.room.store.seat(1).turns) == 1


def test_another_machine_takes_the_seat_over(pupil: Browser) -> None:
    begun(pupil).choose("a")
    other = pupil.beside()
    assert other.get("/seat").heading == "Small", "without a seat one stands at the door"
    page = other.send(other.get("/"), "/return", seat="1", code="code1")
    assert page.heading == "Work-Autumn-1"
    assert "went on on another device" in pupil.get().text


@pytest.mark.parametrize(
    "path", ["ledger", "village", "record", "chronicle", "code", "documents", "record?kind=sources"]
)
def test_what_is_beside_the_story_opens_at_any_time(pupil: Browser, path: str) -> None:
    pupil.join()
    assert pupil.get(f"/seat/{path}").heading
    teaching.release(pupil.site.room, bring_along=False)
    pupil.choose("a")
    assert pupil.get(f"/seat/{path}").heading


def test_stepping_out_and_coming_back(pupil: Browser) -> None:
    page = begun(pupil).read_on()
    page = pupil.send(page, "/seat/step")
    assert "stepped out" in page.text
    assert "stepped out" in pupil.get("/seat").text
    teaching.release(pupil.site.room, bring_along=True)
    page = pupil.send(page, "/seat/step", out="0")
    assert page.heading == "Work-Winter-1"
    assert "Nobody decided this" in pupil.get("/seat/chronicle").text


def test_a_decision_is_taken_back_but_no_report(pupil: Browser) -> None:
    page = begun(pupil).choose("a")
    pupil.send(page, "/seat/back")
    assert pupil.site.room.store.seat(1).turns == ()
    pupil.choose("a")
    page = pupil.choose("honest")
    assert not [form for form in page.forms if form.action == "/seat/back"]


def test_every_page_says_its_language_and_has_one_heading(pupil: Browser) -> None:
    begun(pupil)
    for path in ("/seat", "/seat/ledger", "/seat/record", "/seat/documents", "/seat/code"):
        page = pupil.get(path)
        assert '<html lang="en">' in page.text
        assert page.text.count("<h1") == 1
        assert "style=" not in page.text
        assert "http:" not in page.text
