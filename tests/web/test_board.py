"""The teacher's board: who may open it, and what its buttons do."""

import re
from pathlib import Path

import pytest

from tests.classroom.small import Clock, room
from tests.web.browser import Browser, Page


class Teacher(Browser):
    """A browser at the board."""

    def later(self, seconds: float) -> None:
        clock = self.site.room.clock
        assert isinstance(clock, Clock)
        clock.now += seconds

    def open(self) -> Page:
        return self.get("/board?key=secret")


def seats(page: Page) -> list[tuple[str, ...]]:
    """Brigade, season, where it stands and its decisions, row by row."""
    rows = re.findall(r'<th scope="row">(\d+)</th>((?:<td>[^<]*</td>)+)', page.text.partition('class="seats"')[2])
    cells = [(number, *re.findall(r"<td>([^<]*)", told)) for number, told in rows]
    return [(number, season, stands, decisions) for number, _, season, stands, decisions, *_ in cells]


@pytest.fixture
def teacher(tmp_path: Path) -> Teacher:
    return Teacher(room(tmp_path))


def test_the_board_opens_with_its_own_address_only(teacher: Teacher) -> None:
    for path in ("/board", "/board?key=guess", "/board/version"):
        assert "teacher" in teacher.get(path, status=403).text
    assert teacher.open().heading == "The class has not begun"
    assert teacher.get("/board").heading == "The class has not begun"


def test_holding_releasing_and_ending(teacher: Teacher) -> None:
    pupil = teacher.beside()
    pupil.join()
    page = teacher.send(teacher.open(), "/board/release")
    assert page.heading == "The class is under way"
    assert "Release Winter-1" in page.text
    assert teacher.send(page, "/board/pause").heading == "Everyone is held"
    assert "holds the class" in pupil.get().text
    page = teacher.send(teacher.get("/board"), "/board/pause", paused="0")
    stale = page
    teacher.later(60)
    page = teacher.send(page, "/board/release", along="1")
    assert "Release Winter-2" in page.text
    teacher.later(60)
    teacher.send(stale, "/board/release", along="1")
    assert "Release Winter-2" in teacher.get("/board").text, "a button that was pressed twice releases once"
    page = teacher.send(teacher.get("/board"), "/board/end")
    assert page.heading == "The class guesses"
    assert teacher.send(page, "/board/show").heading == "The ledgers are open"
    assert teacher.send(stale, "/board/end").heading == "The ledgers are open", "a page left open closes nothing"


def test_a_second_click_on_the_page_that_a_click_has_brought_releases_nothing(teacher: Teacher) -> None:
    teacher.beside().join()
    page = teacher.send(teacher.open(), "/board/release")
    for seconds in (0.2, 2.7):
        teacher.later(seconds)
        assert "Release Winter-1" in teacher.send(page, "/board/release").text
    teacher.later(0.2)
    page = teacher.send(page, "/board/release")
    assert "Release Winter-2" in page.text
    teacher.later(-50)
    assert "Release Winter-2" not in teacher.send(page, "/board/release").text, "a clock that was set back bars nobody"


def test_who_reads_comes_first_with_how_far_they_are(teacher: Teacher) -> None:
    pupils = [teacher.beside() for _ in range(3)]
    for pupil in pupils:
        pupil.join()
    page = teacher.send(teacher.open(), "/board/release")
    assert "0 of 3 wait; nine in ten is 3." in page.text
    assert "the 3 who still read" in page.text
    assert seats(page) == [
        ("1", "Autumn-1", "reads", "0"),
        ("2", "Autumn-1", "reads", "0"),
        ("3", "Autumn-1", "reads", "0"),
    ]
    pupils[0].choose("a")
    pupils[0].choose("more", "fear")
    pupils[0].read_on()
    pupils[1].choose("a")
    page = teacher.get("/board")
    assert "1 of 3 wait; nine in ten is 3." in page.text
    assert seats(page) == [
        ("2", "Autumn-1", "reads", "1 of about 2"),
        ("3", "Autumn-1", "reads", "0 of about 2"),
        ("1", "Winter-1", "waits", "2"),
    ]
    teacher.later(60)
    page = teacher.send(page, "/board/release", along="1")
    assert [decisions for *_, decisions in seats(page)] == ["0"] * 3, "what was taken before is of the part before"


def test_only_seats_with_a_pupil_are_counted(teacher: Teacher) -> None:
    teacher.beside().join()
    assert seats(teacher.open()) == [("1", "", "", ""), ("2", "", "", ""), ("3", "", "", "")]
    page = teacher.send(teacher.open(), "/board/release")
    assert "1 of 3 seats are taken" in page.text
    assert "0 of 1 wait; nine in ten is 1." in page.text
    assert "the one who still reads" in page.text
    assert seats(page) == [("1", "Autumn-1", "reads", "0 of about 2"), ("2", "", "", ""), ("3", "", "", "")]


def test_the_board_is_drawn_again_as_the_minutes_go_by(teacher: Teacher) -> None:
    teacher.beside().join()
    teacher.open()
    before = teacher.get("/board/version").text
    assert teacher.get("/board/version").text == before
    teacher.later(60)
    assert teacher.get("/board/version").text != before
    assert "<td>1</td>" in teacher.get("/board").text


def test_bringing_along_and_making_free(teacher: Teacher) -> None:
    pupil = teacher.beside()
    pupil.join()
    page = teacher.send(teacher.open(), "/board/release")
    page = teacher.send(page, "/board/along", seat="1")
    assert pupil.get().heading == "Winter-1 waits"
    teacher.send(page, "/board/free", seat="1")
    assert "your teacher made it free" in pupil.get().text
    teacher.send(page, "/board/free", seat="99", status=404)


def test_the_word_and_the_doors(teacher: Teacher) -> None:
    page = teacher.open()
    assert "plum" in page.text
    assert "http://192.168.1.5:8765" in page.text
    teacher.send(page, "/board/release")
    assert "http://192.168.1.5:8765" in teacher.get("/projector").text
    page = teacher.send(page, "/board/doors")
    assert "No new seats" in teacher.beside().join().text
    assert "http:" not in teacher.get("/projector").text, "where nobody can join, nothing is said of it"
