"""What is met on the way: seasons, scenes, choices and endings."""

from dataclasses import dataclass

from glfstory.engine.story.model import Effects
from glfstory.engine.story.text import Paragraph, Text


@dataclass(frozen=True, slots=True)
class Draw:
    """How many storylets a season meets, and where among its scenes."""

    count: int
    at: float


@dataclass(frozen=True, slots=True)
class Season:
    """A season: what it shows and what it does, in order."""

    id: str
    year: int
    name: str
    title: str
    text: Text = ()
    open: tuple[str, ...] = ()
    at: tuple[tuple[float, tuple[str, ...]], ...] = ()
    draws: tuple[Draw, ...] = ()
    close: tuple[str, ...] = ()
    turn: Text = ()
    turn_title: str = ""
    """What its turning page is headed with; without one, its title."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that the player may do in a scene."""

    id: str
    say: Paragraph
    do: Effects = ()
    then: Text = ()
    when: str | None = None
    locked: Paragraph | None = None
    """Why it is closed, shown where `when` does not hold; without it the choice is hidden."""
    tags: tuple[str, ...] = ()
    go: str | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage and what may be done about it."""

    id: str
    title: str
    text: Text
    choices: tuple[Choice, ...]
    seasons: tuple[str, ...] = ()
    """The seasons in which it may come; none named: any."""
    order: float | None = None
    weight: float | None = None
    """With an order a scene is fixed, with a weight it is a storylet, with neither only `go` leads to it."""
    when: str | None = None
    unplayed: str | None = None
    tags: tuple[str, ...] = ()
    summary: Text = ()
    reason: bool = False
    """Whether the player is asked why, after the choice."""

    def choice(self, choice_id: str) -> Choice | None:
        """The choice of that id, if the scene has it."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class Ending:
    """A way in which a run ends; a coda is told after whichever ending came."""

    id: str
    title: str
    text: Text
    rank: float = 0
    early: bool = False
    when: str | None = None
    coda: bool = False
    facts: tuple[str, ...] = ()
