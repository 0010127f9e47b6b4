"""What the teacher does with a class."""

from dataclasses import replace

from glfstory.classroom import words
from glfstory.classroom.room import Room

AGAIN = 3.0
"""Seconds after a release in which another one is no wish: the hand was still on the button."""


def may_release(room: Room, released: int) -> bool:
    """Whether a release that was asked for on a board which showed so many of them is meant."""
    state = room.store.state()
    return state.released == released and (not released or not 0 <= room.clock() - state.opened < AGAIN)


def release(room: Room, *, bring_along: bool) -> None:
    """Begins the class, or opens the next hold; whoever has not come to it may be brought along first."""
    state = room.store.state()
    with room.store.change():
        if bring_along and state.released > 0:
            _bring_all(room)
        room.store.set_state("released", min(state.released + 1, len(room.lesson.holds) + 1))
        room.store.set_state("opened", room.clock())
        room.store.set_state("paused", 0)
        _play_empty_seats(room)


def pause(room: Room, *, paused: bool) -> None:
    """Holds everyone at the page in front of them, or lets them go on."""
    with room.store.change():
        room.store.set_state("paused", int(paused))


def doors(room: Room, *, are_open: bool) -> None:
    """Gives out new seats, or no more."""
    with room.store.change():
        room.store.set_state("doors", int(are_open))


def free(room: Room, number: int) -> None:
    """Makes a seat free for another pupil, with a new code; a policy plays it until then. Raises KeyError."""
    seat = room.store.seat(number)
    with room.store.change():
        room.store.set_device(number, "")
        room.store.set_code(number, words.new_code())
        room.store.keep(replace(seat, joined=False, out=False, begun=False, missed=None))
        _play_empty_seats(room)


def bring_along(room: Room, number: int) -> None:
    """Takes a seat's decisions up to the next hold, by what stands in for the absent. Raises KeyError."""
    with room.store.change():
        room.carry(number, "stand-in")


def end(room: Room) -> None:
    """Ends play and asks the class for its guess; who has not finished is brought to the end."""
    with room.store.change():
        room.store.set_state("released", len(room.lesson.holds) + 1)
        room.store.set_state("paused", 0)
        _play_empty_seats(room)
        _bring_all(room)
        room.store.set_state("phase", "guess")


def show(room: Room) -> None:
    """Opens the ledgers of the province."""
    with room.store.change():
        room.store.set_state("phase", "shown")


def _play_empty_seats(room: Room) -> None:
    for seat in room.store.seats():
        if not seat.joined:
            room.carry(seat.number, "script")


def _bring_all(room: Room) -> None:
    for seat in room.store.seats():
        room.carry(seat.number, "stand-in")
