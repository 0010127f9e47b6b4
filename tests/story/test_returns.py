"""What a decision of the shipped story did comes back: words that ask for it are met within two seasons."""

import random
import re
from collections.abc import Iterator
from functools import cache

from glfstory.engine.fates import Change
from glfstory.engine.page import Kind
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import Assign, Block, Choice, Text
from glfstory.engine.telling import Telling
from glfstory.engine.walk import Walk
from tests.story.scenarios import story

RUNS, SEASONS = 300, 2
CHOSE = re.compile(r"chose\('([\w.-]+)'\)")


@cache
def stage() -> Stage:
    return Stage(story())


@cache
def set_by() -> dict[str, set[str]]:
    """The choices that set a word or a flag, by its name."""
    kinds, found = {each.id: each.kind for each in story().variables.values()}, dict[str, set[str]]()
    for scene in story().scenes.values():
        for choice in scene.choices:
            for effect in choice.do:
                if isinstance(effect, Assign) and kinds[effect.name] in ("word", "flag"):
                    found.setdefault(effect.name, set()).add(f"{scene.id}.{choice.id}")
    return found


@cache
def asked(condition: str) -> frozenset[str]:
    """The choices that a condition asks for, by themselves or by what they set."""
    names = set(re.findall(r"\b[a-z_]\w*\b", re.sub(r"'[^']*'", "", condition))) & set_by().keys()
    return frozenset(CHOSE.findall(condition)).union(*(set_by()[name] for name in names))


def conditions(text: Text, walk: Telling) -> Iterator[str]:
    """Those under which what is shown of a text is shown."""
    for part in text:
        blocks = (part,) if isinstance(part, Block) else part.blocks
        shown = (block.when for block in blocks if stage().program.holds(block.when, walk.values, walk.met))
        yield next(shown, None) or ""


def told_of(walk: Telling, kind: Kind, name: str, choice: str) -> Iterator[str]:
    """The conditions behind a page: its words, and that the scene, or what may be chosen in it, is there at all."""
    match kind:
        case "season":
            yield from conditions(walk.season.text, walk)
        case "turn":
            yield from conditions(walk.season.turn, walk)
        case "passage":
            scene = story().scenes[name]
            yield from (scene.when or "", *(each.when or "" for each in scene.choices))
            yield from conditions(scene.text, walk)
        case "outcome":
            taken = story().scenes[name].choice(choice)
            yield from conditions(taken.then, walk) if taken else ()
        case _:
            yield from conditions(story().endings[name].text, walk)


def came_back(seed: int) -> list[bool]:
    """Of each decision of a road by chance, reports apart: whether it was told of again."""
    taken, again = dict[str, int](), set[str]()

    def told(walk: Telling, kind: Kind, name: str, choice: str, _changes: tuple[Change, ...]) -> None:
        for each in frozenset().union(*map(asked, told_of(walk, kind, name, choice))):
            if each.split(".")[0] != name and walk.at <= taken.get(each, -9) + SEASONS:
                again.add(each)

    walk, dice = Walk(stage(), seed, Setup({"county": ("hard", "ordinary")[seed % 2]}), told=told), random.Random(seed)
    walk.advance()
    while walk.scene is not None:
        choice: Choice = dice.choice(walk.open_choices())
        if "report" not in walk.scene.tags:
            taken[f"{walk.scene.id}.{choice.id}"] = walk.at
        walk.choose(choice.id)
        walk.advance()
    return [each in again for each in taken]


def test_most_of_what_is_decided_comes_back_within_two_seasons() -> None:
    roads = [came_back(seed) for seed in range(RUNS)]
    assert sum(map(sum, roads)) >= 0.5 * sum(map(len, roads))
    assert all(sum(road) >= len(road) / 3 for road in roads)
