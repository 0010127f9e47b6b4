"""A rehearsal: scripted pupils take seats, wait for the teacher, decide, give reasons and guess."""

from pathlib import Path

from glfstory.classroom import teaching
from glfstory.classroom.rehearsing import Rehearsal
from tests.classroom.small import room


def test_scripted_pupils_play_a_whole_class(tmp_path: Path) -> None:
    class_ = room(tmp_path, brigades=4)
    rehearsal = Rehearsal(class_, 2, 0.5)
    for second in range(3):
        rehearsal.act(second)
    assert [seat.joined for seat in class_.store.seats()] == [True, True, False, False]
    assert class_.store.seat(1).turns == (), "they wait for the teacher"
    for release in range(3):
        teaching.release(class_, bring_along=False)
        for second in range(40):
            rehearsal.act(10 + 100 * release + second)
    assert all(seat.over for seat in class_.store.seats())
    mine = class_.store.seat(1).turns
    assert {turn.by for turn in mine} == {"pupil"}
    assert any(turn.decision.reason for turn in mine)
    teaching.end(class_)
    rehearsal.act(1000)
    assert len(class_.store.guesses()["autumn-1"]) == 2
