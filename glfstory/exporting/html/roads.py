"""The other road: your run and others in the same weather, and in many other weathers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from xml.etree.ElementTree import Element

from glfstory.debrief.charts import ORDER, TITLES, UNKNOWN, bare, figure_of, toll_words
from glfstory.debrief.shape import Bands, Ledgers, Measure, OtherRoads, Road
from glfstory.exporting.html.bands import spreads
from glfstory.exporting.html.curves import Curve, curve_chart
from glfstory.exporting.html.elements import element
from glfstory.exporting.html.parts import chart, section, sentences, table


def roads_section(roads: OtherRoads, bands: Bands, ledgers: Ledgers) -> Element:
    """The roads and their limits, the dead in words, the lines, and the bands where there are any."""
    parts: list[Element | None] = [element("p", roads.says)]
    if len(roads.roads) > 1:
        parts += [_meant(roads.roads), _limits(roads), _tolls(roads.roads, bands)]
        parts += _charts(roads.roads, bands, ledgers)
    return section("roads", "The other road", parts)


def _meant(roads: Sequence[Road]) -> Element:
    """What is changed on each road, and in how many decisions it leaves the run."""
    return element("ul", (element("li", element("strong", f"{road.title}: "), *_changed(road)) for road in roads))


def _changed(road: Road) -> Iterator[str]:
    yield " ".join(filter(None, (road.says, road.remark)))
    if road.changed:
        yield f" Decisions that differ from yours: {road.changed}."


def _limits(roads: OtherRoads) -> Element | None:
    if not roads.limits:
        return None
    return element("div", element("p", "What this model cannot know:"), sentences(roads.limits), class_="note")


def _tolls(roads: Sequence[Road], bands: Bands) -> Element | None:
    told = list(filter(None, (toll_words(road, bands) for road in roads)))
    says = element("p", bands.says) if bands.says else None
    return element("div", element("h3", "The dead"), sentences(told), says) if told else None


def _charts(roads: Sequence[Road], bands: Bands, ledgers: Ledgers) -> Iterator[Element]:
    for measure in ORDER:
        unit = ledgers.unit_left if measure == "left" else ledgers.unit
        yield element("h3", f"{TITLES[measure]}, in {unit}")
        yield _lines(roads, measure, unit)
        if measure == ORDER[0]:
            yield from spreads(roads, bands, TITLES[measure], unit)


def _years(roads: Sequence[Road]) -> tuple[int, ...]:
    return tuple(sorted({year.year for road in roads for year in road.years}))


def _lines(roads: Sequence[Road], measure: Measure, unit: str) -> Element:
    years = _years(roads)
    found = [{year.year: figure_of(year, measure) for year in road.years} for road in roads]
    curves = tuple(
        Curve(road.title, tuple(row[year].value if year in row else None for year in years), place)
        for place, (road, row) in enumerate(zip(roads, found, strict=True))
    )
    rows = [(str(year), *(bare(row[year], unit) if year in row else UNKNOWN for row in found)) for year in years]
    return chart(
        f"roads-{measure}",
        f"{TITLES[measure]}, in the weather of your run",
        f"In {unit}. Your run and the other roads, in this model.",
        partial(curve_chart, places=tuple(map(str, years)), unit=unit, curves=curves),
        table(f"{TITLES[measure]}, in {unit}", ("Year", *(road.title for road in roads)), rows),
    )
