"""What a picture of a story shows: boxes and arrows, in an order that depends on nothing but the story."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Literal

from glfstory.engine import schedule
from glfstory.engine.story import Choice, Draw, Ending, Scene, Season, Story

Kind = Literal["season", "scene", "storylet", "led", "draw", "asked", "ending", "coda"]
SHORT = 40
"""Signs of a condition that is written out."""


@dataclass(frozen=True, slots=True)
class Box:
    """A season's head, a scene, a draw or an ending."""

    id: str
    kind: Kind
    title: str
    notes: tuple[str, ...] = ()
    """Small lines below the title."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """What leads from one box to another: to the next season, on the way through one, to what is drawn, by a choice."""

    start: str
    end: str
    kind: Literal["next", "way", "drawn", "go"]
    words: str = ""


@dataclass(slots=True)
class Part:
    """A season: what comes in its order, what it may draw, and what choices lead to."""

    title: str
    way: list[Box] = field(default_factory=list)
    drawn: list[Box] = field(default_factory=list)
    led: list[Box] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """All of it."""

    title: str
    parts: list[Part] = field(default_factory=list)
    endings: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)


def plan(story: Story, season: str = "") -> Plan:
    """The picture of a story, or of one of its seasons.

    In the whole, a storylet of several seasons stands in the first of them. In one season everything stands that may
    come there, and of the endings those that a choice of it leads to.
    """
    made = Plan(story.title)
    shown = [each for each in story.seasons if season in ("", each.id)]
    for each in shown:
        part = _part(story, each, made, alone=bool(season))
        if made.parts:
            made.arrows.append(Arrow(made.parts[-1].way[0].id, part.way[0].id, "next"))
        made.parts.append(part)
    if season:
        led_to = {arrow.end for arrow in made.arrows}
        made.endings = [box for box in _endings(story) if box.id in led_to]
    else:
        _ask_for_endings(story, made)
    return made


def _part(story: Story, season: Season, made: Plan, *, alone: bool) -> Part:
    head = Box(season.id, "season", season.title, (season.id,) if season.id != season.title else ())
    part = Part(season.title, [head])
    offered = [story.scenes[name] for name in schedule.storylets(story, season)]
    if not alone:
        offered = [each for each in offered if _first(story, each) == season.id]
    for number, step in enumerate(schedule.steps(story, season)):
        if isinstance(step, schedule.Rules):
            continue
        if isinstance(step, Draw):
            box = Box(f"{season.id}/draw-{number}", "draw", f"{step.count} drawn")
        else:
            box = _scene(season, story.scenes[step.scene], "scene")
        made.arrows.append(Arrow(part.way[-1].id, box.id, "way"))
        part.way.append(box)
    part.drawn = [_scene(season, each, "storylet", _when_else(story, each, season, alone=alone)) for each in offered]
    draws = [box for box in part.way if box.kind == "draw"]
    made.arrows += [Arrow(draw.id, box.id, "drawn") for draw in draws[:1] for box in part.drawn]
    _follow(story, season, part, made)
    return part


def _follow(story: Story, season: Season, part: Part, made: Plan) -> None:
    """Adds what choices lead to, from scene to scene."""
    waiting = [story.scenes[box.id.partition("/")[2]] for box in (*part.way, *part.drawn) if _is_scene(box)]
    known = {each.id for each in waiting}
    for scene in waiting:
        for choice in scene.choices:
            if choice.go is None:
                continue
            to = choice.go if choice.go in story.endings else f"{season.id}/{choice.go}"
            made.arrows.append(Arrow(f"{season.id}/{scene.id}", to, "go", _go_words(choice)))
            if choice.go in story.scenes and choice.go not in known:
                known.add(choice.go)
                waiting.append(story.scenes[choice.go])
                part.led.append(_scene(season, story.scenes[choice.go], "led"))


def _is_scene(box: Box) -> bool:
    return box.kind in ("scene", "storylet")


def _scene(season: Season, scene: Scene, kind: Kind, also: str = "") -> Box:
    notes = [scene.id, f"if {_short(scene.when)}" if scene.when else "", also]
    return Box(f"{season.id}/{scene.id}", kind, scene.title, tuple(filter(None, notes)))


def _first(story: Story, scene: Scene) -> str:
    """The first season that may draw it; where none does, its first."""
    comes = [season for season in story.seasons if schedule.comes_in(scene, season)]
    return next((season.id for season in comes if season.draws), comes[0].id if comes else "")


def _when_else(story: Story, scene: Scene, season: Season, *, alone: bool) -> str:
    others = [each for each in story.seasons if schedule.comes_in(scene, each) and each.draws and each.id != season.id]
    if not others:
        return ""
    if len(others) == 1:
        return f"also {others[0].title}"
    return f"also in {len(others)} other seasons" if alone else f"also in {len(others)} later seasons"


def _ask_for_endings(story: Story, made: Plan) -> None:
    """The endings behind the last season, by rank, each with what it needs."""
    made.endings = [Box("the end", "asked", "The end", ("asked by rank",)), *_endings(story)]
    made.arrows.append(Arrow(made.parts[-1].way[0].id, "the end", "next"))
    made.arrows += [Arrow("the end", box.id, "way") for box in made.endings if box.kind == "ending"]


def _endings(story: Story) -> Iterator[Box]:
    for ending in sorted(story.endings.values(), key=lambda each: (each.coda, each.rank, each.id)):
        yield Box(ending.id, "coda" if ending.coda else "ending", ending.title, tuple(_ending_notes(ending)))


def _ending_notes(ending: Ending) -> Iterator[str]:
    yield ending.id
    if not ending.coda:
        yield f"rank {ending.rank:g}{', after any season' if ending.early else ''}"
    if ending.when:
        yield f"if {_short(ending.when)}"


def _go_words(choice: Choice) -> str:
    return f"{choice.id}, if {_short(choice.when)}" if choice.when else choice.id


def _short(condition: str) -> str:
    """A condition in one line, cut where it is long."""
    return shorten(condition, SHORT, placeholder=" ...")
