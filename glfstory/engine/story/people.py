"""Named persons and their households."""

from dataclasses import dataclass

from glfstory.engine.story.text import Text


@dataclass(frozen=True, slots=True)
class Member:
    """A named person of a household."""

    id: str
    name: str
    born: int | None = None
    frailty: float = 0.5
    """Over 0, to 1: how early in the order of deaths."""
    away: bool = False
    """Whether this person is away when the story starts."""
    spared: str | None = None
    left: str | None = None
    taken: str | None = None
    birth: str | None = None
    when_dead: Text = ()
    when_left: Text = ()
    when_taken: Text = ()
    when_born: Text = ()


@dataclass(frozen=True, slots=True)
class Household:
    """People under one roof."""

    id: str
    title: str
    says: Text
    members: tuple[Member, ...]
