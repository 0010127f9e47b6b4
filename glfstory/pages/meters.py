"""The meters in one line, and the strip of seasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from glfstory.engine.page import State
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import Value
from glfstory.pages.words import formatted

TRENDS = {-1: ", falling", 0: "", 1: ", rising"}


@dataclass(frozen=True, slots=True)
class Meter:
    """One meter as it stands."""

    id: str
    title: str
    words: str
    """The value with its unit."""
    share: float
    """Where it stands in its range, 0 to 1; 0.5 where the range is not known."""
    trend: Literal[-1, 0, 1]
    """Where it went last since the last decision was waiting: falling, steady, rising."""


@dataclass(frozen=True, slots=True)
class SeasonMark:
    """One season of the strip."""

    id: str
    year: int
    name: str
    when: Literal["past", "now", "to come"]


def value_of(stage: Stage, name: str, state: State) -> Value:
    """The value of a variable, computed or stored."""
    return stage.program.question(name)(state.values, state.met)


def title_of(name: str) -> str:
    """What a variable is called on the screen."""
    return name.replace("_", " ")


def meters(stage: Stage, moment: Moment, state: State, *, at_decisions: bool = False) -> tuple[Meter, ...]:
    """The story's meters in a state, with their trend.

    `at_decisions` is for those who are told them nowhere else: a meter that went down and up again between two
    decisions has no trend for them, unless it went on the whole where it went last.
    """
    shown = next((place for place, page in enumerate(moment.pages) if page.state == state), len(moment.pages))
    asked = [place for place, page in enumerate(moment.pages[:shown]) if page.kind == "passage"]
    before = [page.state for page in moment.pages[asked[-1] : shown]] if asked else []
    return tuple(_meter(stage, name, state, before, at_decisions) for name in stage.story.meters)


def meter_words(stage: Stage, moment: Moment, state: State) -> str:
    """The meters in one sentence; nothing where the story has none."""
    told = "; ".join(in_words(meter) for meter in meters(stage, moment, state, at_decisions=True))
    return f"{told[0].upper()}{told[1:]}." if told else ""


def in_words(meter: Meter) -> str:
    """A meter with its value and where it goes."""
    return f"{meter.title} {meter.words}{TRENDS[meter.trend]}"


def _season_of(stage: Stage, state: State) -> str:
    year, name = (state.values[stage.program.slots[f"season.{part}"]] for part in ("year", "name"))
    return next((each.id for each in stage.story.seasons if each.year == year and each.name == name), "")


def _meter(stage: Stage, name: str, state: State, before: Sequence[State], at_decisions: bool) -> Meter:
    variable = stage.story.variables[name]
    now, *earlier = (float(value_of(stage, name, each)) for each in (state, *reversed(before)))
    moves = [_sign(now - then) for then in earlier if abs(now - then) >= variable.step]
    trend = moves[0] if moves and (not at_decisions or _sign(now - earlier[-1]) == moves[0]) else 0
    width = variable.high - variable.low
    share = min(max((now - variable.low) / width, 0), 1) if width > 0 else 0.5
    return Meter(name, title_of(name), value_words(stage, name, state), share, trend)


def _sign(change: float) -> Literal[-1, 0, 1]:
    return 1 if change > 0 else -1 if change < 0 else 0


def value_words(stage: Stage, name: str, state: State) -> str:
    """The value of a meter with its unit, as it is shown."""
    unit = stage.story.variables[name].unit
    form = unit if unit in ("days", "jin", "people") and unit not in title_of(name) else "0"
    return formatted(value_of(stage, name, state), form)


def season_strip(stage: Stage, state: State, *, is_after: bool = False) -> tuple[SeasonMark, ...]:
    """All seasons of the story, and where a state stands among them; `is_after` says that all of them are past."""
    now = _season_of(stage, state)
    places = {season.id: place for place, season in enumerate(stage.story.seasons)}
    here = len(places) if is_after else places.get(now, 0)

    def when(place: int) -> Literal["past", "now", "to come"]:
        return "past" if place < here else "now" if place == here else "to come"

    return tuple(
        SeasonMark(each.id, each.year, each.name, when(place)) for place, each in enumerate(stage.story.seasons)
    )
