"""A run's debrief, line by line."""

from collections.abc import Callable, Iterator, Sequence

from glfstory.debrief.figures import amount
from glfstory.debrief.shape import (
    Band,
    Bands,
    Comparison,
    FactAndFiction,
    Figure,
    Ledgers,
    Moves,
    NationRow,
    OfFact,
    OtherRoads,
    Papers,
    Spread,
    Statement,
    Year,
)
from glfstory.pages.words import plain

MEASURES = {"said": "said", "true": "true", "taken": "taken", "left": "left"}
Sign = Callable[[str], str]
"""What stands behind a number for the id of a fact: ` [3]`, or nothing."""


def years_lines(found: Ledgers, sign: Sign) -> Iterator[str]:
    """Your years, the country's, and both in the same units."""
    if found.own:
        yield "Your years."
        for row in found.own:
            yield f"{row.year}: {_year(row)}."
    if found.remark:
        yield found.remark
    if found.nation:
        yield "The country's years, as the record has them."
    for year in dict.fromkeys(row.year for row in found.nation):
        rows = [row for row in found.nation if row.year == year]
        parts = ((word, [row for row in rows if row.measure == each]) for each, word in MEASURES.items())
        yield f"{year}: {'; '.join(f'{word} {_several(part, sign)}' for word, part in parts if part)}."
    for comparison in found.compared:
        yield f"{comparison.title}, {comparison.unit}."
        yield from _compared(comparison)


def _year(row: Year) -> str:
    return "; ".join(f"{word} {getattr(row, each).words}" for each, word in MEASURES.items())


def _several(rows: Sequence[NationRow], sign: Sign, unit: str = "") -> str:
    return ", or ".join(f"{_figure(row.figure, sign, unit)}{row.says and f' ({row.says})'}" for row in rows)


def _compared(comparison: Comparison) -> Iterator[str]:
    """Without the signs, which stand behind the country's years."""
    for row in comparison.years:
        own = f"your village {_figure(row.own, _unsigned, comparison.unit)}" if row.own else ""
        country = f"the country {_several(row.nation, _unsigned, comparison.unit)}" if row.nation else ""
        yield f"{row.year}: {'; '.join(filter(None, (own, country)))}."


def _unsigned(_fact: str) -> str:
    return ""


def _figure(figure: Figure, sign: Sign, unit: str = "") -> str:
    facts = figure.origin.facts if isinstance(figure.origin, OfFact) else ()
    return figure.words.removesuffix(f" {unit}") + "".join(map(sign, facts))


def moves_lines(found: Moves) -> Iterator[str]:
    """What moved what."""
    yield f"What moved what. {found.method}"
    for moved in found.each:
        yield f"{moved.title}: {moved.now.words}."
        for each in moved.moves:
            yield f"{each.change.words}: {each.season}, {each.title}: {each.took}"
    if found.same:
        yield f"{found.same_says} {'; '.join(found.same)}."
    yield from found.beyond


def roads_lines(found: OtherRoads, bands: Bands) -> Iterator[str]:
    """The other roads, in the run's weather and in others, and what the model cannot know."""
    yield f"The other road. {found.says}"
    by_road = {band.road: band for band in bands.bands}
    for road in found.roads if len(found.roads) > 1 else ():
        changed = f"Other decisions than yours: {road.changed}." if road.changed else ""
        dead = f"At the end {road.toll.words} had died." if road.toll else ""
        title = f"{road.title[:1].upper()}{road.title[1:]}."
        yield " ".join(filter(None, (title, road.says, changed, road.remark, dead)))
        for row in road.years:
            yield f"{row.year}: {_year(row)}."
        if road.id in by_road:
            yield from _band(by_road[road.id])
    if bands.says:
        yield bands.says
    if found.limits:
        yield "What the model cannot know."
    yield from found.limits


def _band(band: Band) -> Iterator[str]:
    left = "; ".join(f"{row.year} {_spread(row.left)}" for row in band.years)
    dead = f" The dead: {_spread(band.toll)}." if band.toll else ""
    yield f"In {band.runs} other weathers, nine runs in ten: left {left}.{dead}"


def _spread(spread: Spread) -> str:
    return f"{amount(spread.low.value)} to {amount(spread.high.value)}"


def record_lines(found: FactAndFiction, sign: Sign) -> Iterator[str]:
    """What is record and what was composed, and where historians disagree."""
    if found.composed:
        yield "Fact and fiction: what was composed."
        yield from found.composed
    if found.met:
        yield "On record, and met in this run."
        yield from (_statement(each, sign) for each in found.met)
    if found.disputed:
        yield "Where sources and historians disagree."
        yield from (_statement(each, sign) for each in found.disputed)
    if found.estimates:
        yield f"How many died in the whole country. {found.estimates_say}"
        for each in found.estimates:
            yield f"{each.who}: {_figure(each.figure, sign)}. {each.method}"
    for title, works in (("Further reading.", found.reading), ("Sources.", found.works)):
        if works:
            yield title
            yield from (f"{work.words.rstrip('.')}. {work.note}".strip() for work in works)


def _statement(each: Statement, sign: Sign) -> str:
    return f"{each.title}{sign(each.fact)}: {each.says}"


def papers_lines(found: Papers) -> Iterator[str]:
    """The papers, each marked as fiction, and the page for another reader with its answers last."""
    for paper in found.papers:
        yield f"{paper.kind}: {paper.title}. {paper.watermark}."
        yield from map(plain, paper.lines)
    yield from found.asks
    if found.answers:
        answers = (f"{year} {each.words}" for year, each in zip(found.years, found.answers, strict=True))
        yield f"What was weighed: {'; '.join(answers)}."
