"""Your road and another in many other weathers: two bands, each with the line of its middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from xml.etree.ElementTree import Element

from glfstory.debrief.charts import UNKNOWN, bare
from glfstory.debrief.shape import Band, Bands, Road, Spread
from glfstory.exporting.html.curves import Area, Curve, curve_chart
from glfstory.exporting.html.parts import chart, table

HEADS = ("the middle", "nine in ten")


def spreads(roads: Sequence[Road], bands: Bands, title: str, unit: str) -> Iterator[Element]:
    """A chart for every other road that has a band: what was left to a person."""
    titles = {road.id: road.title for road in roads}
    own, *others = bands.bands
    for band in others:
        yield _spread([own, band], titles, title, unit)


def _spread(bands: Sequence[Band], titles: dict[str, str], title: str, unit: str) -> Element:
    years = sorted({year.year for band in bands for year in band.years})
    names = [titles[band.road] for band in bands]
    rows = [tuple(_left(band).get(year) for year in years) for band in bands]
    areas = tuple(
        Area(f"{name}, nine in ten", _ends(row, "low"), _ends(row, "high"), place)
        for place, (name, row) in enumerate(zip(names, rows, strict=True))
    )
    looks = [list(titles).index(band.road) for band in bands]
    curves = tuple(
        Curve(f"{name}, the middle", _ends(row, "middle"), look)
        for look, name, row in zip(looks, names, rows, strict=True)
    )
    heads = ("Year", *(f"{name}, {word}" for name in names for word in HEADS))
    cells = [
        (str(year), *(word for row in rows for word in _words(row[place], unit))) for place, year in enumerate(years)
    ]
    runs = bands[-1].runs
    return chart(
        f"bands-{bands[-1].road}",
        f"{title}: {' and '.join(names)}, in {runs} other weathers",
        f"In {unit}, in this model. Nine runs in ten lie inside a band; the line in it is the middle.",
        partial(curve_chart, places=tuple(map(str, years)), unit=unit, curves=curves, areas=areas),
        table(f"{title} in {runs} other weathers, in {unit}: {names[-1]}", heads, cells),
    )


def _left(band: Band) -> dict[int, Spread]:
    return {year.year: year.left for year in band.years}


def _ends(row: Sequence[Spread | None], end: str) -> tuple[float | None, ...]:
    return tuple(None if spread is None else getattr(spread, end).value for spread in row)


def _words(spread: Spread | None, unit: str) -> tuple[str, ...]:
    if spread is None:
        return (UNKNOWN,) * len(HEADS)
    return bare(spread.middle, unit), f"{bare(spread.low, unit)} to {bare(spread.high, unit)}"
