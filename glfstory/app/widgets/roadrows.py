"""The other road as rows: what the roads are, the dead in words, the chart, and what the model cannot know."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from glfstory.app.widgets.roadchart import LETTERS, SHADES, Track, road_chart
from glfstory.app.widgets.told import Rows, gap, head, item, row
from glfstory.app.words import lines
from glfstory.debrief.charts import ORDER, TITLES, figure_of, toll_words
from glfstory.debrief.shape import Bands, BandYear, Ledgers, Measure, OtherRoads, Road, Spread

BAR = 30
"""Columns of the progress bar."""


@dataclass(frozen=True, slots=True)
class RoadView:
    """Which roads are drawn and of what."""

    measure: Measure = ORDER[0]
    beside: int = 0
    """The place of the road that is drawn beside the run; 0 draws all of them."""
    done: int = 0
    total: int = 0
    """How many runs of other weathers have been played, of how many."""
    bands: Bands | None = None


def road_rows(roads: OtherRoads, ledgers: Ledgers, view: RoadView, width: int, height: int) -> Rows:
    """Everything about the roads; the chart takes so many rows."""
    if len(roads.roads) < 2:
        return [row(roads.says)]
    unit = ledgers.unit_left if view.measure == "left" else ledgers.unit
    title = f"{TITLES[view.measure]}, in {unit}"
    rows = [row(title, "bold"), row(_chart(roads.roads, view, width, height))]
    rows += [row(_progress(view), "$faint") if view.total and not view.bands else gap(), *_legend(roads.roads, view)]
    rows += [gap(), row(roads.says, "$faint italic")]
    if told := [words for road in roads.roads if (words := toll_words(road, view.bands))]:
        rows += [*head("The dead"), *map(item, told)]
        rows += [item(view.bands.says)] if view.bands and view.bands.says else []
    if roads.limits:
        rows += [*head("What this model cannot know"), *map(item, roads.limits)]
    return rows


def _shown(roads: Sequence[Road], view: RoadView) -> list[int]:
    return [0, view.beside] if view.beside else list(range(len(roads)))


def _chart(roads: Sequence[Road], view: RoadView, width: int, height: int) -> Content:
    years = sorted({year.year for road in roads for year in road.years})
    tracks = [_track(roads[place], place, years, view) for place in _shown(roads, view)]
    return road_chart([str(year) for year in years], tracks, width, height)


def _track(road: Road, place: int, years: Sequence[int], view: RoadView) -> Track:
    amounts = {year.year: figure_of(year, view.measure).value for year in road.years}
    spreads = {}
    if view.bands and (view.beside or place == 0):
        band = next((band for band in view.bands.bands if band.road == road.id), None)
        spreads = {year.year: _spread(year, view.measure) for year in band.years} if band else {}
    ends = tuple((each.low.value, each.high.value) if (each := spreads.get(year)) else None for year in years)
    return Track(LETTERS[place], tuple(amounts.get(year) for year in years), ends if spreads else ())


def _spread(year: BandYear, measure: Measure) -> Spread:
    return {"said": year.said, "true": year.true, "taken": year.taken, "left": year.left}[measure]


def _legend(roads: Sequence[Road], view: RoadView) -> Rows:
    rows = []
    for place in _shown(roads, view):
        road = roads[place]
        words = " ".join(filter(None, (road.says, road.remark)))
        rows.append(item(lines((road.title, "bold"), f"  {words}"), f"{LETTERS[place]}  "))
    if view.bands:
        names = [roads[place].title for place in _shown(roads, view)][: 2 if view.beside else 1]
        told = ", ".join(f"{shade} {name}" for shade, name in zip(SHADES, names, strict=False))
        rows.append(item(f"nine in ten of {view.bands.weathers} other weathers: {told}", f"{SHADES[0]}  "))
    return rows


def _progress(view: RoadView) -> str:
    full = round(BAR * view.done / view.total)
    percent = round(100 * view.done / view.total)
    return f"Playing other weathers {'━' * full}{'─' * (BAR - full)} {percent} percent"
