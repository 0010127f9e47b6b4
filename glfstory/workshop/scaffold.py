"""Folders to start from: a story that plays at once, and a pack to lay over a story that there is."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from glfstory.checking.pages import flat
from glfstory.engine.schedule import comes_in
from glfstory.engine.stage import Stage
from glfstory.engine.story import Block, Scene, Season, Story
from glfstory.engine.walk import Walk
from glfstory.reading.schema import json_schema
from glfstory.saving.atomic import write

TEMPLATES = Path(__file__).parent / "templates"
SCHEMA = "story.schema.json"
MOST_CHOICES = 4
COLUMNS, ROWS = 68, 18
"""Counted with caution: lines are a little wider, and pages a little longer, than this."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a pack can begin in a story."""

    season: str
    order: float
    extended: str = ""
    """A scene behind it that can take one more choice, if there is one."""


def new_story(folder: Path) -> None:
    """Fills an empty folder with a story. Raises OSError."""
    name = id_from(folder)
    _fill(folder, "story", {"STORY-ID": name, "STORY-TITLE": _title(name)})


def new_pack(folder: Path, base: Story, over: str) -> None:
    """Fills an empty folder with a pack for a story; `over` is what commands name both with. Raises OSError."""
    name, spot = id_from(folder), spot_in(base)
    words = {
        "PACK-ID": name,
        "PACK-TITLE": _title(name),
        "BASE-TITLE": base.title,
        "BOTH": over,
        "SEASON": spot.season,
        "ORDER": f"{spot.order:g}",
        "EXTENDED": spot.extended,
    }
    _fill(folder, "pack", words, without=() if spot.extended else ("extend.yaml", "tests/extended.play"))


def id_from(folder: Path) -> str:
    """An id from the name of a folder."""
    return re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "my-story"


def spot_in(story: Story) -> Spot:
    """Before the first fixed scene of a run that has room for a choice more; else at the end of the first season."""
    stage = Stage(story)
    walk = Walk(stage, 0)
    walk.advance()
    while walk.scene is not None:
        if walk.scene.order is not None and _has_room(walk.scene):
            return Spot(walk.season.id, _before(story, walk.season, walk.scene.order), walk.scene.id)
        walk.choose(walk.open_choices()[0].id)
        walk.advance()
    first = story.seasons[Walk(stage, 0).shown.start]
    return Spot(first.id, max(_orders(story, first), default=0) + 10)


def _has_room(scene: Scene) -> bool:
    """Whether a choice more is allowed, and fits the page for certain."""
    told = sum(max(map(_rows, (part,) if isinstance(part, Block) else part.blocks)) for part in scene.text)
    offered = sum(len(flat(each.say) + flat(each.locked or ())) // COLUMNS + 1 for each in scene.choices)
    return len(scene.choices) < MOST_CHOICES and told + offered < ROWS


def _rows(block: Block) -> int:
    return sum(len(flat(each)) // COLUMNS + 2 for each in block.paragraphs)


def _before(story: Story, season: Season, order: float) -> float:
    """An order that no scene of the season has, between a scene's and the one before it."""
    earlier = [each for each in _orders(story, season) if each < order]
    return order - 1 if not earlier or max(earlier) < order - 1 else (max(earlier) + order) / 2


def _orders(story: Story, season: Season) -> list[float]:
    return [each.order for each in story.scenes.values() if each.order is not None and comes_in(each, season)]


def _title(name: str) -> str:
    return " ".join(word.capitalize() for word in re.split("[-_]", name))


def _fill(folder: Path, template: str, words: Mapping[str, str], without: tuple[str, ...] = ()) -> None:
    source = TEMPLATES / template
    for path in sorted(each for each in source.rglob("*") if each.suffix in (".yaml", ".play")):
        name = path.relative_to(source).as_posix()
        if name not in without:
            write(folder / name, _worded(path.read_text(encoding="utf-8"), words))
    write(folder / SCHEMA, json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


def _worded(text: str, words: Mapping[str, str]) -> str:
    """A template with its words in capitals replaced, all at once, so that no replacement is replaced again."""
    pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.sub(pattern, lambda found: words[found[0]], text)
