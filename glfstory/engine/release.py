"""What a story's release is: a number for everything that decides play, without the words that only tell of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from glfstory.engine.story import (
    Assign,
    Chance,
    Choice,
    Constant,
    Effects,
    Ending,
    Input,
    Length,
    Member,
    Scene,
    Season,
    Story,
    Variable,
)

LARGEST = 200
"""The highest number of a release."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version of a story that people play, and exchange run codes of."""

    number: int
    hash: str


def release_of(story: Story) -> Release | None:
    """The release that this story is; None where it is none, or has packs laid over it."""
    if story.packs or not story.releases:
        return None
    now = play_hash(story)
    return next((each for each in releases(story) if each.hash == now), None)


def releases(story: Story) -> list[Release]:
    """The releases that a story names, the newest first; what is no number from 1 up names none."""
    named = story.releases.items()
    found = [Release(int(name), hash) for name, hash in named if name.isascii() and name.isdecimal() and len(name) < 4]
    return sorted((each for each in found if 0 < each.number <= LARGEST), key=lambda each: -each.number)


def play_hash(story: Story) -> str:
    """Sixteen letters and figures that change when the play does, and not when only words do."""
    parts = {
        "id": story.id,
        "seasons": [_season(each) for each in story.seasons],
        "scenes": _by_id(map(_scene, story.scenes.values())),
        "endings": _by_id(map(_ending, story.endings.values())),
        "variables": _by_id(map(_variable, story.variables.values())),
        "constants": _by_id(map(_constant, story.constants.values())),
        "chances": _by_id(map(_chance, story.chances.values())),
        "rules": {rule.id: _effects(rule.do) for rule in story.rules.values()},
        "members": _by_id(map(_member, story.members)),
        "inputs": _by_id(map(_input, story.inputs.values())),
        "options": {option.id: [sorted(option.words), option.start] for option in story.options.values()},
        "lengths": {length.id: _length(length) for length in story.lengths.values()},
        "reasons": sorted(story.reasons),
        "toll": story.toll,
    }
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=8).hexdigest()


Row = tuple[str, list[Any]]
"""An id, and what decides play under it."""


def _by_id(rows: Iterable[Row]) -> dict[str, list[Any]]:
    return dict(rows)


def _length(length: Length) -> list[Any]:
    """The seasons of a length; those without draws only where there are any, so that older hashes stand."""
    return [length.first, length.last, *([sorted(length.undrawn)] if length.undrawn else [])]


def _season(season: Season) -> list[Any]:
    draws = [[draw.count, draw.at] for draw in season.draws]
    return [season.id, season.year, season.name, season.open, season.at, draws, season.close]


def _scene(scene: Scene) -> Row:
    met = [sorted(scene.seasons), scene.order, scene.weight, scene.when, scene.unplayed, scene.reason]
    return scene.id, [*met, [_choice(choice) for choice in scene.choices]]


def _choice(choice: Choice) -> list[Any]:
    return [choice.id, choice.when, _effects(choice.do), choice.go]


def _effects(effects: Effects) -> list[Any]:
    return [
        [each.name, each.expression]
        if isinstance(each, Assign)
        else [each.when, _effects(each.then), _effects(each.otherwise)]
        for each in effects
    ]


def _ending(ending: Ending) -> Row:
    return ending.id, [ending.rank, ending.early, ending.when, ending.coda]


def _variable(variable: Variable) -> Row:
    bounds = [variable.low, variable.high, variable.step, sorted(variable.words)]
    return variable.id, [variable.kind, variable.start, *bounds, variable.computed]


def _constant(constant: Constant) -> Row:
    return constant.id, [constant.by, dict(constant.values)]


def _chance(chance: Chance) -> Row:
    return chance.id, [chance.each, chance.by, {name: dict(odds) for name, odds in chance.odds.items()}]


def _member(member: Member) -> Row:
    fates = [member.spared, member.left, member.taken, member.birth]
    return member.id, [member.frailty, member.away, *fates]


def _input(outside: Input) -> Row:
    return outside.id, [outside.solo, sorted(outside.scenes), outside.low, outside.high, outside.step]
