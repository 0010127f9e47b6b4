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


def test_whoever_comes_late_reads_the_note_first(pupil: Browser) -> None:
    begun(pupil)
    assert "A note." in pupil.get().text
    pupil.choose("a")
    assert "A note." not in pupil.get().text
    assert "/seat/note" in pupil.get().links
    assert "A note." in pupil.get("/seat/note").text
    late = pupil.beside("10.0.0.9")
    assert late.join().heading == "Winter-1 waits"
    assert "A note." in late.get().text
    teaching.release(pupil.site.room, bring_along=False)
    assert "A note." in late.get().text
    late.choose("b")
    assert "A note." not in late.get().text
    teaching.free(pupil.site.room, 1)
    assert "A note." in pupil.beside("10.0.0.10").join().text, "whoever sat there before had read it, not this one"


def test_whoever_is_brought_along_is_told_so_once(pupil: Browser) -> None:
    stale = begun(pupil).choose("a")
    version = pupil.get("/seat/version").text
    teaching.release(pupil.site.room, bring_along=True)
    assert pupil.get("/seat/version").text != version
    page = pupil.send(stale, "/seat/on")
    assert "The class has gone on. One decision went as" in page.text
    assert "/seat/chronicle" in page.links
    assert "The class has gone on" in pupil.get().text
    assert "The class has gone on" not in pupil.choose("b").text
    teaching.end(pupil.site.room)
    assert "3 decisions went as" in pupil.get().text


def test_a_hold_reaches_who_is_reading_and_is_no_error(pupil: Browser) -> None:
    page = begun(pupil).choose("a")
    assert "/seat/version" in page.text
    assert 'http-equiv="refresh"' not in page.text, "a page that is read is never loaded again without need"
    version = pupil.get("/seat/version").text
    asks = pupil.read_on()
    why = pupil.send(asks, "/seat/choose", choice="more")
    class_ = pupil.site.room
    reading = pupil.get("/seat/version").text
    teaching.pause(class_, paused=True)
    assert pupil.get("/seat/version").text not in (version, reading)
    for held in (pupil.send(why, "/seat/choose", reason="fear"), pupil.send(asks, "/seat/choose", choice="honest")):
        assert held.heading == "Report-Autumn-1"
        assert "holds the class" in held.text
        assert not [form for form in held.forms if form.action == "/seat/choose"]
    assert "holds the class" in pupil.get("/seat/why?choice=more").text
    teaching.pause(class_, paused=False)
    assert pupil.get("/seat/version").text == reading


def test_a_release_loads_no_page_again_that_it_does_not_change(pupil: Browser) -> None:
    begun(pupil).choose("a")
    version = pupil.get("/seat/version").text
    teaching.release(pupil.site.room, bring_along=False)
    assert pupil.get("/seat/version").text == version


@pytest.mark.parametrize(
    "path", ["ledger", "village", "record", "chronicle", "code", "documents", "record?kind=sources"]
)
def test_what_is_beside_the_story_opens_with_the_class(pupil: Browser, path: str) -> None:
    pupil.join()
    is_open = path in ("chronicle", "code")
    assert (pupil.get(f"/seat/{path}").heading == "Not open yet") is not is_open
    teaching.release(pupil.site.room, bring_along=False)
    pupil.choose("a")
    assert pupil.get(f"/seat/{path}").heading


def test_whoever_steps_out_before_the_beginning_has_the_documents(pupil: Browser) -> None:
    assert "stepped out" in pupil.send(pupil.join(), "/seat/step").text


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
