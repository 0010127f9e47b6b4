"""The roads of a run in many other weathers, worked out in chunks so that the rest can be shown at once."""

from collections.abc import Iterator, Sequence

from glfstory.debrief.figures import dead, figure
from glfstory.debrief.roads import ways
from glfstory.debrief.shape import Band, Bands, BandYear, OfModel, Spread
from glfstory.engine.run import Run, replay
from glfstory.engine.stage import Stage
from glfstory.exploring.calibration import quantile
from glfstory.exploring.weathers import Reading, in_weathers, other_seeds

WEATHERS = 200
CHUNK = 20
"""Runs between two reports of progress: some thirty milliseconds."""
LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95
Step = tuple[int, int, Bands | None]
"""How many runs are done, of how many, and the bands once all are."""


def bands(stage: Stage, run: Run, weathers: int = WEATHERS) -> Iterator[Step]:
    """The bands of all roads of a run; the last step has them."""
    moment = replay(stage, run)
    all_ways, seeds = ways(stage, moment), other_seeds(run, weathers)
    total, made = len(all_ways) * len(seeds), list[Band]()
    for way in all_ways:
        found: list[Reading] = []
        for first in range(0, len(seeds), CHUNK):
            found += in_weathers(way, moment.run, seeds[first : first + CHUNK])
            done = len(made) * len(seeds) + len(found)
            if done < total:
                yield done, total, None
        made.append(_band(way.stage, way.id, found))
    yield total, total, Bands(tuple(made), weathers, _says(made[0], weathers))


def _band(stage: Stage, road: str, found: Sequence[Reading]) -> Band:
    origin = OfModel(f"{road}, {len(found)} other weathers")
    ledger, years = stage.story.ledger, []
    dates = {season.id: season.year for season in stage.story.seasons}
    for place, season in enumerate(ledger.at if ledger else ()):
        rows = [row for each in found if (row := each.years[place]) is not None]
        if ledger and rows:
            names = (ledger.said, ledger.true, ledger.taken, ledger.left)
            pairs = zip(names, zip(*rows, strict=True), strict=True)
            columns = [_spread(stage, name, column, origin) for name, column in pairs]
            years.append(BandYear(dates[season], *columns))
    tolls = [each.toll for each in found if each.toll is not None]
    return Band(road, len(found), tuple(years), _dead(stage, tolls, origin) if tolls else None)


def _spread(stage: Stage, name: str, values: Sequence[float], origin: OfModel) -> Spread:
    return Spread(*(figure(stage, name, quantile(values, share), origin) for share in (LOW, MIDDLE, HIGH)))


def _dead(stage: Stage, shares: Sequence[float], origin: OfModel) -> Spread:
    low, middle, high = (dead(stage, quantile(shares, share), origin) for share in (LOW, MIDDLE, HIGH))
    return Spread(low, middle, high)


def _says(own: Band, weathers: int) -> str:
    if own.toll is None:
        return ""
    return (
        f"With your decisions in {weathers} other weathers, nine runs in ten lie between {round(own.toll.low.value):,} "
        f"and {round(own.toll.high.value):,} dead. The weather was not yours to decide."
    )
