"""What a class sees at the end: sums, reasons, and the same province with honest reports."""

from pathlib import Path

from glfstory.classroom import teaching
from glfstory.classroom.outcome import outcome
from glfstory.classroom.room import Room
from tests.classroom.small import decide, room


def played(folder: Path) -> Room:
    """One brigade pads, one says the same as the others, one is a policy's and honest; the third is never taken."""
    class_ = room(folder)
    class_.join()
    class_.join()
    teaching.release(class_, bring_along=False)
    for first, second, reason in ((1, "more", "fear"), (2, "same", "everyone")):
        decide(class_, first, "a", second, reason=reason)
    teaching.release(class_, bring_along=False)
    decide(class_, 1, "a", "a", "honest", reason="fear")
    teaching.end(class_)
    return class_


def test_sums_and_reasons_and_who_decided(tmp_path: Path) -> None:
    class_ = played(tmp_path)
    class_.guess(1, {"autumn-1": 250})
    class_.guess(2, {"autumn-1": 310})
    found = outcome(class_.stage, class_.played(), class_.store.guesses(), together=True)
    was = found.roads[0]
    assert [(year.said, year.true) for year in was.years] == [(150 + 125 + 100, 300), (80 + 80 + 80, 240)]
    assert [(each.says, each.padded, each.others) for each in found.reasons] == [
        ("I was afraid.", 1, 1),
        ("Everyone does it.", 1, 0),
    ]
    assert (found.asked, found.guesses) == (3, {"autumn-1": 280})
    assert found.decided == {"pupil": 3, "script": 2, "stand-in": 1, "passed": 0}


def test_with_all_reports_honest_nothing_is_padded_and_less_is_taken(tmp_path: Path) -> None:
    class_ = played(tmp_path)
    found = outcome(class_.stage, class_.played(), {}, together=True)
    was, half, honest = found.roads
    assert [year.times for year in honest.years] == [1, 1]
    assert honest.years[1].taken < was.years[1].taken
    assert was.years[0].said > half.years[0].said >= honest.years[0].said
    assert outcome(class_.stage, class_.played(), {}, together=True) == found


def test_a_province_that_is_not_over_is_compared_with_nothing(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    class_.join()
    teaching.release(class_, bring_along=False)
    decide(class_, 1, "a", "more", reason="fear")
    found = outcome(class_.stage, class_.played(), {}, together=True)
    assert (len(found.roads), found.unfinished) == (1, 3)


def test_without_a_province_there_are_no_other_roads(tmp_path: Path) -> None:
    class_ = room(tmp_path, together=False)
    teaching.release(class_, bring_along=False)
    teaching.end(class_)
    assert len(outcome(class_.stage, class_.played(), {}, together=False).roads) == 1
