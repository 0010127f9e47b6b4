"""A small province: two years of a thing to do, a report and a winter; whoever reports may pad."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from glfstory.classroom.lesson import Lesson, plan
from glfstory.classroom.room import Room
from glfstory.classroom.store import Store
from glfstory.engine.release import play_hash
from glfstory.engine.stage import Stage
from glfstory.engine.story import (
    Aftermath,
    Assign,
    Choice,
    Ending,
    Input,
    Ledger,
    OtherRoad,
    Rule,
    Scene,
    Season,
    Story,
    Words,
)
from tests.build import number, scene, story, text

SEASONS = ("autumn-1", "winter-1", "autumn-2", "winter-2")


def province() -> Story:
    """The harvest is 100 and then 80; a report is honest, half as much again, or the neighbours' figure."""
    seasons = tuple(
        Season(
            name, 1957 + place // 2, name[:6], name.title(), at=((20, (f"crop-{name[-1]}",)),), turn=text("It turns.")
        )
        if name.startswith("autumn")
        else Season(name, 1957 + place // 2, name[:6], name.title())
        for place, name in enumerate(SEASONS)
    )
    scenes = [
        each
        for place, name in enumerate(SEASONS)
        for each in (
            scene(f"work-{name}", seasons=(name,), order=10),
            *((_report(name),) if name.startswith("autumn") else ()),
        )
    ]
    told = story(
        *scenes,
        seasons=seasons,
        endings={"end": Ending("end", "The end", text("It ends."), rank=10)},
        variables={
            "n": number("n"),
            "toll": number("toll"),
            "harvest": number("harvest", 100, 1000),
            "reported": number("reported", 100, 9000),
            "taken": number("taken", 0, 1000),
            "left": number("left", 0, 1000),
        },
        rules={
            "crop-1": Rule("crop-1", "", (Assign("harvest", "100"),)),
            "crop-2": Rule("crop-2", "", (Assign("harvest", "80"), Assign("taken", "rival / 4"))),
        },
        inputs={"rival": Input("rival", "harvest * 2", ("report-autumn-1", "report-autumn-2"), 0, 9000, 1)},
        ledger=Ledger("reported", "harvest", "taken", "left", ("autumn-1", "autumn-2")),
        policies={"honest": ("true",), "bold": ("more",), "typical": ("same",)},
        tags={"true": "", "more": "", "same": "", "report": ""},
        aftermath=Aftermath(roads={"honest": OtherRoad("honest", "honest reports", prefer=("true",))}),
        toll="toll",
        reasons={"fear": "I was afraid.", "everyone": "Everyone does it."},
        releases={},
    )
    return replace(told, releases={"1": play_hash(told)})


def _report(season: str) -> Scene:
    def says(id: str, tag: str, expression: str) -> Choice:
        return Choice(id, (Words(id),), (Assign("reported", expression),), text(f"You say {id}."), tags=(tag,))

    choices = (says("honest", "true", "harvest"), says("more", "more", "1.5 * harvest"), says("same", "same", "rival"))
    return scene(
        f"report-{season}", *choices, seasons=(season,), order=30, unplayed="same", reason=True, tags=("report",)
    )


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def room(folder: Path, brigades: int = 3, others: Sequence[str] = ("honest",), *, together: bool = True) -> Room:
    """A class of that story in a new file; its clock stands still until it is set."""
    told = province()
    lesson: Lesson = plan(told, seed=7, brigades=brigades, others=others, together=together)
    codes = [f"CODE{number}" for number in range(1, brigades + 1)]
    store = Store.create(folder / "class.sqlite", lesson, play_hash(told), "plum", "secret", codes)
    return Room(store, Stage(told), Clock())


def again(room: Room) -> Room:
    """The same class, opened a second time from its file."""
    return Room(Store(room.store.path), Stage(province()), lambda: 0.0)


def decide(room: Room, seat: int, *choices: str, reason: str = "") -> None:
    """Goes on to each decision that waits, and takes these choices."""
    for choice in choices:
        now = read_on(room, seat)
        room.choose(seat, now, choice, reason)


def read_on(room: Room, seat: int) -> int:
    """Reads on to the decision that waits, or to the hold; how many turns there were."""
    now = room.at(seat)
    while not now.is_last and not now.waits:
        now = room.on(seat, now.at)
    return len(now.seat.turns)
