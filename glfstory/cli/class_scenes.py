"""What pupils may meet in a story: its scenes by season with their tags, and the words of each in all versions."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from glfstory.classroom.lesson import shown_seasons
from glfstory.cli.streams import Misuse
from glfstory.engine.story import Block, Insert, Mark, Paragraph, Scene, Story, Text

SIGNS = "> a choice; [sometimes] not every run shows it; [or] another version of it; … a number or a name of the run."
WIDTH = 96
NEXT = "\n"


def scene_lines(story: Story, length: str = "", *, with_text: bool = False) -> Iterator[str]:
    """What the tags mean, and then the scenes of each season that a run of this length shows."""
    if length and length not in story.lengths:
        raise Misuse(f"This story has no length {length!r}; it has {', '.join(story.lengths) or 'none'}.")
    places = shown_seasons(story, length)
    seasons = [(season.id, season.title) for season in (story.seasons[place] for place in places)]
    groups = [(id_, title, [*_met(story, length, id_)]) for id_, title in [*seasons, ("", "In any season")]]
    used = {tag for _, _, scenes in groups for scene in scenes for tag in scene.tags}
    many = len({scene.id for _, _, scenes in groups for scene in scenes})
    yield f"{story.title}{f', {length}' if length else ''}: {many} scenes. Tags of scenes:"
    yield from (f"  {tag}: {says}" for tag, says in story.tags.items() if tag in used)
    if with_text:
        yield f"Signs: {SIGNS}"
    for id_, title, scenes in groups:
        season = next((each for each in story.seasons if each.id == id_), None)
        if scenes:
            yield f"\n{title}"
        if with_text and season is not None:
            yield from _told(season.text)
        for scene in scenes:
            yield from _scene(scene, with_text=with_text)
        if with_text and season is not None and season.turn:
            yield from ("\n  When the season turns", *_told(season.turn))
    if with_text:
        yield from _besides(story)


def _besides(story: Story) -> Iterator[str]:
    """What is told of people between seasons, and the endings."""
    people = [each for house in story.households.values() for each in house.members]
    if people:
        yield "\nTold of people between seasons"
    for each in people:
        for text in (each.when_dead, each.when_left, each.when_taken, each.when_born):
            yield from _told(text)
    if story.endings:
        yield "\nEndings"
    for ending in story.endings.values():
        yield from (f"\n  {ending.title}", *_told(ending.text))


def _met(story: Story, length: str, season: str) -> Iterator[Scene]:
    """The scenes of a season, without those that a run of this length does not draw there."""
    undrawn = story.lengths[length].undrawn if length else ()
    for scene in story.scenes.values():
        if (season in scene.seasons if season else not scene.seasons) and not (
            scene.weight is not None and season in undrawn
        ):
            yield scene


def _scene(scene: Scene, *, with_text: bool) -> Iterator[str]:
    tags = f" [{', '.join(scene.tags)}]" if scene.tags else ""
    short = " (has a short form)" if scene.summary else ""
    yield f"{NEXT * with_text}  {scene.title}{tags}{short}"
    if with_text:
        yield from _told(scene.text)
        for choice in scene.choices:
            yield _filled(f"> {_bare(choice.say)}", 4)
            yield from _told(choice.then, 6)
        yield from _told(scene.summary, first="[short form] ")


def _told(text: Text, indent: int = 4, first: str = "") -> Iterator[str]:
    """The paragraphs of a text in all its versions."""
    for part in text:
        for place, block in enumerate((part,) if isinstance(part, Block) else part.blocks):
            sign = "[or] " if place else "[sometimes] " if block.when is not None else ""
            for paragraph in filter(None, block.paragraphs):
                yield _filled(f"{first}{sign}{_bare(paragraph)}", indent)
                first = sign = ""


def _filled(words: str, indent: int) -> str:
    return textwrap.fill(words, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent)


def _bare(paragraph: Paragraph) -> str:
    pieces = ("…" if isinstance(each, Insert) else "" if isinstance(each, Mark) else each.text for each in paragraph)
    return " ".join("".join(pieces).split())
