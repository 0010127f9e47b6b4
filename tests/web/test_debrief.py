"""A pupil's own debrief: it opens with the ledgers, is worked out beside the server, and says what the file would."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from glfstory.classroom import teaching
from glfstory.debrief.make import whole
from glfstory.exporting.html.page import as_html
from tests.classroom.small import room
from tests.exporting.html.parsed import parsed
from tests.web.browser import Browser

REFRESH = 'http-equiv="refresh"'


@pytest.fixture
def over(tmp_path: Path) -> Browser:
    """A pupil who has played to the ending."""
    pupil = Browser(room(tmp_path))
    pupil.join()
    for choices in ([], ["a", "more"], ["a", "a", "honest"], ["b"]):
        teaching.release(pupil.site.room, bring_along=False)
        for choice in choices:
            pupil.choose(choice)
    pupil.read_on()
    return pupil


def end(pupil: Browser) -> None:
    """Ends play by the teacher's button."""
    teacher = pupil.beside("10.0.0.9")
    teacher.send(teacher.get("/board?key=secret"), "/board/end")


def test_it_opens_with_the_ledgers_and_not_before(over: Browser) -> None:
    for act in (lambda: None, lambda: end(over)):
        act()
        over.workers.work()
        assert "/seat/debrief" not in over.get().links
        waits = over.get("/seat/debrief")
        assert "after everyone's guess" in waits.text
        assert REFRESH in waits.text
        assert over.get("/seat/debrief/version").text == "False"
    teaching.show(over.site.room)
    assert over.get("/seat/debrief/version").text == "there"
    assert "/seat/debrief" in over.get().links
    assert over.get("/seat/debrief").heading == "Small"


def test_it_says_what_the_file_would_and_leads_back(over: Browser) -> None:
    end(over)
    teaching.show(over.site.room)
    over.workers.work()
    class_ = over.site.room
    text = over.get("/seat/debrief").text
    assert text == as_html(class_.stage.story, whole(class_.stage, class_.run(1)), back="/seat")
    assert [node.attributes["href"] for node in parsed(text).all("a") if node.attributes["href"][0] != "#"] == ["/seat"]
    plain = over.client.get("/seat/debrief", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == text


def test_only_its_own_style_is_allowed(over: Browser) -> None:
    teaching.show(over.site.room)
    over.get("/seat/debrief")
    over.workers.work()
    answer = over.client.get("/seat/debrief")
    style = re.search("<style>(.*?)</style>", answer.text, re.S)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert f"style-src 'sha256-{digest}';" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"


def test_who_asks_early_waits_and_each_is_worked_out_once(over: Browser) -> None:
    teaching.show(over.site.room)
    waits = over.get("/seat/debrief")
    assert "being worked out" in waits.text
    assert REFRESH in waits.text
    assert over.get("/seat/debrief/version").text == "True"
    assert len(over.workers.waiting) == 1, "it was asked for when the ending was reached"
    over.workers.work()
    assert over.get("/seat/debrief/version").text == "there"
    assert over.get("/seat/debrief").heading == "Small"
    assert over.workers.waiting == []


def test_when_play_ends_everything_is_prepared(tmp_path: Path) -> None:
    pupil = Browser(room(tmp_path))
    pupil.join()
    teaching.release(pupil.site.room, bring_along=False)
    pupil.choose("a")
    end(pupil)
    pupil.workers.work()
    assert pupil.site.backroom.is_done(1), "though the pupil has not come to the ending alone"
    assert pupil.site.backroom.outcome() is not None
    pupil.send(pupil.get("/seat/guess"), "/seat/guessed", **{"autumn-1": "80"})
    teaching.show(pupil.site.room)
    assert "what you guessed" in pupil.get("/seat/province").text


def test_what_cannot_be_worked_out_is_a_sentence_and_tried_again(over: Browser) -> None:
    teaching.show(over.site.room)
    over.workers.die()
    assert "could not be worked out" in over.get("/seat/debrief", status=503).text
    assert "being worked out" in over.get("/seat/debrief").text
    over.workers.work()
    assert over.get("/seat/debrief").heading == "Small"


def test_a_run_that_is_not_over_has_none(tmp_path: Path) -> None:
    pupil = Browser(room(tmp_path))
    pupil.join()
    teaching.show(pupil.site.room)
    assert "when your run is over" in pupil.get("/seat/debrief", status=404).text
    assert pupil.get("/seat/debrief/version").text == "True"
