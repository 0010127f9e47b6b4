"""The teacher's board: who may open it, and what its buttons do."""

from pathlib import Path

import pytest

from tests.classroom.small import room
from tests.web.browser import Browser, Page


class Teacher(Browser):
    """A browser at the board."""

    def open(self) -> Page:
        return self.get("/board?key=secret")


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
    page = teacher.send(page, "/board/release", along="1")
    assert "Release Winter-2" in page.text
    teacher.send(stale, "/board/release", along="1")
    assert "Release Winter-2" in teacher.get("/board").text, "a button that was pressed twice releases once"
    page = teacher.send(teacher.get("/board"), "/board/end")
    assert page.heading == "The class guesses"
    assert teacher.send(page, "/board/show").heading == "The ledgers are open"
    assert teacher.send(stale, "/board/end").heading == "The ledgers are open", "a page left open closes nothing"


def test_only_seats_with_a_pupil_are_counted(teacher: Teacher) -> None:
    teacher.beside().join()
    page = teacher.send(teacher.open(), "/board/release")
    assert "1 of 3 taken. Waiting: 0. Reading: 1." in page.text


def test_bringing_along_and_making_free(teacher: Teacher) -> None:
    pupil = teacher.beside()
    pupil.join()
    page = teacher.send(teacher.open(), "/board/release")
    page = teacher.send(page, "/board/along", seat="1")
    assert pupil.get().heading == "Winter-1 waits"
    teacher.send(page, "/board/free", seat="1")
    assert "given to somebody else" in pupil.get().text
    teacher.send(page, "/board/free", seat="99", status=404)


def test_the_word_and_the_doors(teacher: Teacher) -> None:
    page = teacher.open()
    assert "plum" in page.text
    page = teacher.send(page, "/board/doors")
    assert "No new seats" in teacher.beside().join().text
