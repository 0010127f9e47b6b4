"""A playtest as JSON, and the odds read back from an earlier one."""

import json
from collections.abc import Sequence
from math import isnan
from typing import Any

from glfstory.engine.stage import Stage
from glfstory.exploring.playtest.group import Group, Spread
from glfstory.exploring.playtest.odds import Moved, Odds, Table
from glfstory.exploring.playtest.result import Playtest
from glfstory.exploring.playtest.retelling import retold
from glfstory.exploring.playtest.sights import KINDS, Sight

FORM = 1
"""The form of the JSON; another number is another form."""


class NotAPlaytest(ValueError):
    """A text that holds no playtest; the message says what it holds instead."""


def as_data(found: Playtest, stage: Stage, shifted: Sequence[Moved] | None = None) -> str:
    """All of it as JSON; docs/reports.md tells what stands where."""
    told: dict[str, Any] = {
        "playtest": FORM,
        "story": found.story.id,
        "version": found.story.version,
        "seed": found.seed,
        "length": found.length,
        "clean": found.is_clean,
        "players": [_group(found, group) for group in found.groups],
        "coverage": [_coverage(found, kind) for kind in KINDS],
        "unseen": [_sight(each) for each in found.unseen],
        "hunt": {
            "runs": len(found.hunted),
            "found": [
                {**_sight(each), "run": retold(stage, trip, to=each).as_data()} for each, trip in found.found.items()
            ],
        },
        "rarest": [
            {
                "ending": each.ending,
                "with": _sight(each.sight),
                "runs": each.runs,
                "run": retold(stage, each.trip).as_data(),
            }
            for each in found.rarest
        ],
        "clamps": [
            {
                "variable": place.variable,
                "end": place.end,
                "cause": place.cause,
                "season": place.season,
                "runs": count.runs,
                "times": count.times,
                "over": count.farthest,
            }
            for place, count in sorted(
                found.clamps.items(), key=lambda row: (row[0].variable, row[0].end, -row[1].runs)
            )
            if place.cause
        ],
        "failures": [
            {
                "says": each.says,
                "runs": each.runs,
                "run": retold(stage, each.trip, each.trip.failure.decisions if each.trip.failure else None).as_data(),
            }
            for each in found.failures
        ],
    }
    if shifted is not None:
        told["moved"] = [
            {"player": each.player, "ending": each.ending, "before": _odds(each.before), "now": _odds(each.now)}
            for each in shifted
        ]
    return json.dumps(told, indent=2, ensure_ascii=False)


def odds_of(found: Playtest) -> Table:
    """The odds of each ending, by player."""
    return {group.player: group.endings for group in found.groups}


def odds_in(text: str, story: str) -> Table:
    """The odds of an earlier playtest of a story. Raises NotAPlaytest."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAPlaytest("it is no JSON") from error
    if not isinstance(told, dict) or told.get("playtest") != FORM:
        raise NotAPlaytest("it is not what glfstory playtest --json writes")
    if told.get("story") != story:
        raise NotAPlaytest(f"it is of the story {told.get('story')!r}")
    try:
        return {
            str(group["player"]): {
                str(row["id"]): _checked(int(row["count"]), int(group["runs"])) for row in group["endings"]
            }
            for group in told["players"]
        }
    except (KeyError, TypeError, ValueError) as error:
        raise NotAPlaytest("its players are damaged") from error


def _checked(count: int, runs: int) -> Odds:
    if not 0 <= count <= runs:
        raise ValueError(count)
    return Odds(count, runs)


def _group(found: Playtest, group: Group) -> dict[str, Any]:
    return {
        "player": group.player,
        "runs": len(group.trips),
        "cut_short": len(group.trips) - len(group.whole),
        "endings": [{"id": ending, **_odds(odds)} for ending, odds in group.endings.items()],
        "decisions": _spread(group.decisions),
        "scenes": _spread(group.scenes),
        "words": _spread(group.words),
        "meters": [
            {
                "meter": meter,
                "unit": found.story.variables[meter].unit,
                "seasons": [
                    {"season": season.id, "low": row.fewest, "half": row.half, "high": row.most}
                    for season, row in zip(
                        found.story.seasons, group.meter(place, len(found.story.meters)), strict=False
                    )
                ],
            }
            for place, meter in enumerate(found.story.meters)
        ],
    }


def _coverage(found: Playtest, kind: str) -> dict[str, Any]:
    missed, hunted = (sum(each.kind == kind for each in them) for them in (found.missed, found.found))
    every = sum(each.kind == kind for each in found.sights.all)
    return {"kind": kind, "all": every, "players": every - missed, "hunt": hunted}


def _odds(odds: Odds) -> dict[str, Any]:
    return {"count": odds.count, "share": round(odds.share, 6), "low": round(odds.low, 6), "high": round(odds.high, 6)}


def _spread(values: Spread) -> dict[str, Any]:
    named = {"fewest": values.fewest, "half": values.half, "most": values.most}
    return {name: None if isnan(value) else value for name, value in named.items()}


def _sight(sight: Sight) -> dict[str, str]:
    return {"kind": sight.kind, "id": sight.id}
