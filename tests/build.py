"""Small stories made by hand, for tests that need no files."""

from dataclasses import replace
from typing import Any

from glfstory.engine.story import (
    Assign,
    Block,
    Choice,
    Ending,
    Household,
    Length,
    Member,
    Scene,
    Season,
    Story,
    Text,
    Variable,
    Words,
)


def text(words: str) -> Text:
    """One paragraph."""
    return (Block(((Words(words),),)),)


def choice(id: str, *, add: int = 0, **more: Any) -> Choice:
    """A choice that says its id, and may add to `n`."""
    do = (Assign("n", f"n + {add}"),) if add else ()
    return Choice(id, (Words(id),), **{"do": do, "then": text(f"You took {id}."), **more})


def scene(id: str, *choices: Choice, **more: Any) -> Scene:
    """A scene of that id, with the choices `a` and `b` unless others are given."""
    offered = choices or (choice("a", add=1), choice("b", add=2))
    return Scene(id, id.title(), text(f"This is {id}."), offered, **more)


def number(id: str, start: int = 0, high: int = 100) -> Variable:
    """A whole number from 0 up."""
    return Variable(id, id, "number", start, "", 0, high, 1)


def story(*scenes: Scene, **more: Any) -> Story:
    """Two seasons, `one` and `two`, each turning with a page; a number `n`; and one ending."""
    seasons = (
        Season("one", 1957, "autumn", "Autumn 1957", turn=text("One is over.")),
        Season("two", 1958, "winter", "Winter 1958", turn=text("Two is over.")),
    )
    base = Story(
        id="small",
        title="Small",
        version="1.0.0",
        language="en",
        note=text("A note."),
        seasons=seasons,
        scenes={each.id: each for each in scenes},
        endings={"end": Ending("end", "The end", text("It ends."), rank=10)},
        variables={"n": number("n")},
        lengths={"full": Length("full")},
    )
    return replace(base, **more)


def house(*members: Member) -> dict[str, Household]:
    """A village of one household."""
    return {"house": Household("house", "The house", (), members)}
