"""What pupils and the teacher can rely on in a class."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glfstory.classroom import teaching
from glfstory.classroom.figures import figures_of, report_scenes
from glfstory.classroom.room import Refused, Room
from glfstory.classroom.store import NoClass, Store, forget
from glfstory.engine.run import Outside, replay
from glfstory.engine.stage import Stage
from glfstory.saving.code import code_of, run_of
from tests.classroom.small import SEASONS, again, decide, province, read_on, room


def heard(room: Room, seat: int) -> dict[str, float]:
    return {each.season: each.value for each in room.run(seat).entries if isinstance(each, Outside)}


def test_nobody_reads_on_before_the_class_begins(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    class_.join()
    assert class_.at(1).waits
    with pytest.raises(Refused):
        class_.choose(1, 0, "a")
    teaching.release(class_, bring_along=False)
    assert not class_.at(1).waits


def test_the_claim_is_frozen_when_the_report_is_opened(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    for _ in range(3):
        class_.join()
    teaching.release(class_, bring_along=False)
    decide(class_, 1, "a")
    assert heard(class_, 1) == {}, "the outcome is still in front of the pupil"
    decide(class_, 1, "more")
    assert heard(class_, 1) == {"autumn-1": 200}, "nobody had said anything: the story's own number"
    decide(class_, 2, "a")
    read_on(class_, 2)
    assert heard(class_, 2) == {"autumn-1": 125}, "one says 150, and one nothing yet"
    decide(class_, 3, "a", "more")
    class_.choose(2, 1, "same")
    assert heard(class_, 3) == {"autumn-1": 125}
    assert heard(class_, 2) == {"autumn-1": 125}, "what came in meanwhile does not change it"
    assert [year.said for year in class_.years()] == [150 + 125 + 150]


def test_a_year_waits_for_its_release_and_the_absent_are_brought_along(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    for _ in range(3):
        class_.join()
    teaching.release(class_, bring_along=False)
    decide(class_, 1, "a", "honest")
    read_on(class_, 1)
    assert class_.at(1).waits
    assert class_.stage.story.seasons[class_.at(1).season].id == "winter-1"
    teaching.release(class_, bring_along=True)
    assert not class_.at(1).waits
    assert [turn.by for turn in class_.store.seat(2).turns] == ["stand-in"] * 2
    assert class_.store.seat(2).turns[1].decision.choice == "same"
    assert not class_.at(2).waits, "and goes on with the others from there"


def test_seats_without_a_pupil_are_played_and_can_be_taken(tmp_path: Path) -> None:
    class_ = room(tmp_path, others=("bold",))
    class_.join()
    teaching.release(class_, bring_along=False)
    assert [year.said for year in class_.years()] == [300]
    number, _ = class_.join()
    assert number == 2
    assert [turn.by for turn in class_.store.seat(2).turns] == ["script"] * 2
    teaching.release(class_, bring_along=False)
    decide(class_, 2, "b")
    assert [turn.by for turn in class_.store.seat(2).turns] == ["script", "script", "pupil"]


def test_a_filed_report_is_final(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    class_.join()
    teaching.release(class_, bring_along=False)
    decide(class_, 1, "a")
    assert class_.can_go_back(class_.at(1))
    assert class_.back(1, 1).moment.scene == "work-autumn-1"
    decide(class_, 1, "b", "more", reason="fear")
    now = class_.at(1)
    assert not class_.can_go_back(now)
    with pytest.raises(Refused):
        class_.back(1, 2)
    assert class_.run(1).decisions[-1].reason == "fear"


def test_an_old_form_changes_nothing(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    class_.join()
    teaching.release(class_, bring_along=False)
    class_.choose(1, 0, "a")
    class_.choose(1, 0, "b")
    class_.on(1, 99)
    assert [turn.decision.choice for turn in class_.store.seat(1).turns] == ["a"]


def test_a_pause_holds_everyone_where_they_are(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    class_.join()
    teaching.release(class_, bring_along=False)
    teaching.pause(class_, paused=True)
    with pytest.raises(Refused):
        class_.choose(1, 0, "a")
    teaching.pause(class_, paused=False)
    class_.choose(1, 0, "a")


def test_a_seat_goes_on_elsewhere_and_the_old_device_is_let_go(tmp_path: Path) -> None:
    from glfstory.classroom.words import kept

    class_ = room(tmp_path)
    number, old = class_.join()
    with pytest.raises(Refused):
        class_.take_over(number, "CODE9")
    new = class_.take_over(number, " code1 ")
    assert class_.store.device(kept(new)) == number
    assert class_.store.device(kept(old)) is None
    assert class_.store.device("") is None
    teaching.free(class_, number)
    assert class_.store.device(kept(new)) is None
    assert class_.store.code(number) != "CODE1", "a seat that is given to somebody else has another code"


def test_seats_run_out_and_the_door_closes(tmp_path: Path) -> None:
    class_ = room(tmp_path, brigades=1)
    class_.join()
    with pytest.raises(Refused, match="taken"):
        class_.join()
    teaching.free(class_, 1)
    teaching.doors(class_, are_open=False)
    with pytest.raises(Refused, match="teacher"):
        class_.join()


def test_a_year_is_told_when_half_of_the_pupils_have_reported_it(tmp_path: Path) -> None:
    class_ = room(tmp_path, brigades=5, others=("bold",))
    for _ in range(3):
        class_.join()
    teaching.release(class_, bring_along=False)
    assert [year.brigades for year in class_.years()] == [2], "the seats without a pupil run ahead"
    decide(class_, 1, "a", "honest")
    assert class_.told() == ()
    decide(class_, 2, "a", "more")
    assert [(year.brigades, year.said) for year in class_.told()] == [(4, 150 + 150 + 150 + 100)]
    for each in (1, 2):
        read_on(class_, each)
    teaching.release(class_, bring_along=True)
    assert [year.season for year in class_.told()] == ["autumn-1"], "nobody has come to the next"


def test_the_end_brings_everyone_to_it(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    class_.join()
    teaching.release(class_, bring_along=False)
    with pytest.raises(Refused):
        class_.guess(1, {"autumn-1": 1})
    teaching.end(class_)
    assert all(seat.over for seat in class_.store.seats())
    assert [year.brigades for year in class_.years()] == [3, 3]
    class_.guess(1, {"autumn-1": 250})
    teaching.show(class_)
    assert class_.store.guesses() == {"autumn-1": [250]}
    assert class_.store.state().phase == "shown"


def test_alone_each_brigade_meets_the_story_s_own_number(tmp_path: Path) -> None:
    class_ = room(tmp_path, together=False)
    class_.join()
    teaching.release(class_, bring_along=False)
    decide(class_, 1, "a", "same")
    assert heard(class_, 1) == {}
    assert [year.said for year in class_.years()] == [200 + 100 + 100]


def test_what_is_no_class_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("no database at all, and longer than a header would be", encoding="utf-8")
    with pytest.raises(NoClass, match=r"note\.txt"):
        Store(tmp_path / "note.txt")
    with pytest.raises(NoClass, match="no class"):
        Store(tmp_path / "none.sqlite")
    room(tmp_path)
    with pytest.raises(NoClass, match="there already"):
        room(tmp_path)


def test_what_was_missed_is_kept_until_the_pupil_goes_on(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    class_.join()
    teaching.release(class_, bring_along=False)
    assert class_.store.seat(1).missed is None
    decide(class_, 1, "a", "honest")
    teaching.release(class_, bring_along=True)
    assert class_.store.seat(1).missed == 0, "only pages"
    teaching.bring_along(class_, 1)
    class_.store.close()
    class_ = again(class_)
    assert class_.store.seat(1).missed == 3
    teaching.release(class_, bring_along=False)
    decide(class_, 1, "b")
    assert class_.store.seat(1).missed is None


def test_the_file_of_an_earlier_class_still_opens(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    class_.join()
    class_.store.close()
    with closing(sqlite3.connect(class_.store.path)) as old:
        for column in ("class DROP opened", "seats DROP begun", "seats DROP missed"):
            old.execute(f"ALTER TABLE {column}")
    class_ = again(class_)
    teaching.release(class_, bring_along=False)
    decide(class_, 1, "a")


def test_forgetting_leaves_nothing(tmp_path: Path) -> None:
    class_ = room(tmp_path)
    class_.join()
    forget(class_.store.path)
    assert list(tmp_path.iterdir()) == []


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(1, 3)),
        st.tuples(st.sampled_from(["a", "b", "honest", "more", "same", "back"]), st.integers(1, 3)),
        st.tuples(st.sampled_from(["release", "along", "open", "free"]), st.integers(1, 3)),
    ),
    max_size=40,
)


def _move(class_: Room, what: str, seat: int) -> None:
    turn = len(class_.store.seat(seat).turns)
    match what:
        case "read":
            read_on(class_, seat)
        case "back":
            class_.back(seat, turn)
        case "release":
            teaching.release(class_, bring_along=False)
        case "along":
            teaching.bring_along(class_, seat)
        case "free":
            teaching.free(class_, seat)
        case choice:
            class_.choose(seat, turn, choice)


@settings(max_examples=60, deadline=None)
@given(moves=MOVES)
def test_whatever_happens_every_run_replays_alone_and_nothing_is_lost(
    moves: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    class_ = room(tmp_path_factory.mktemp("class"))
    class_.join()
    class_.join()
    stage = Stage(province())
    for what, seat in moves:
        if what == "open":
            class_.store.close()
            class_ = again(class_)
        else:
            try:
                _move(class_, what, seat)
            except Refused:
                continue
    for seat in class_.store.seats():
        run, now = class_.run(seat.number), class_.at(seat.number)
        run = class_.run(seat.number)
        alone = replay(stage, run)
        assert alone.broken is None
        assert alone.state == now.moment.state
        assert replay(stage, run_of(stage, code_of(stage, run))).state == alone.state
        kept = figures_of(stage, alone, class_.store.seat(seat.number).turns, report_scenes(stage.story), together=True)
        assert tuple(class_.store.books().get(seat.number, ())) == kept
    assert len(SEASONS) == len(stage.story.seasons)
