"""A run's debrief as Markdown, with a table for everything that is drawn elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glfstory.debrief.figures import amount
from glfstory.debrief.shape import (
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
    Road,
    Spread,
    Statement,
    Whole,
    Work,
)
from glfstory.engine.story import Story
from glfstory.exporting.footnotes import Footnotes, bare_block, bullets
from glfstory.exporting.markdown import bare, paragraph, table

MEASURES = {"said": "Said", "true": "True", "taken": "Taken", "left": "Left a head"}


def debrief_as_markdown(story: Story, whole: Whole) -> str:
    """The debrief as one document."""
    telling = Telling(Footnotes(story))
    debrief = whole.debrief
    parts = (
        telling.head(whole),
        telling.ledgers(debrief.ledgers),
        telling.moves(whole.moves),
        telling.roads(debrief.roads, whole.bands),
        telling.record(debrief.record),
        telling.papers(debrief.papers),
        telling.notes(debrief.record.works),
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


@dataclass(frozen=True, slots=True)
class Telling:
    """A debrief on its way to paper. Each part is given as blocks of Markdown."""

    footnotes: Footnotes

    def head(self, whole: Whole) -> Iterator[str]:
        """What this is, and of which run."""
        debrief = whole.debrief
        yield f"# {bare_block(debrief.title)}: debrief"
        yield bare_block(debrief.says)
        ended = "Ending" if debrief.is_over else "Not over yet"
        yield f"- {ended}: {bare_block(debrief.ending)}\n- Run: {bare_block(debrief.code)}"

    def ledgers(self, found: Ledgers) -> Iterator[str]:
        """Your years, the country's, and both in the same units."""
        if found.own or found.nation:
            yield "## Two ledgers"
        if found.own:
            rows = ((str(row.year), *(self.figure(getattr(row, each)) for each in MEASURES)) for row in found.own)
            yield from ("### Your years", table(("Year", *MEASURES.values()), rows))
        if found.remark:
            yield bare_block(found.remark)
        if found.nation:
            years = dict.fromkeys(row.year for row in found.nation)
            rows = ((str(year), *(self._country(found.nation, year, each) for each in MEASURES)) for year in years)
            yield from ("### The country's years", table(("Year", *MEASURES.values()), rows))
        for comparison in found.compared:
            yield f"### {bare_block(comparison.title)}, {bare_block(comparison.unit)}"
            yield table(("Year", "Your village", "The country"), self._compared(comparison))

    def _country(self, rows: Sequence[NationRow], year: int, measure: str) -> str:
        return self._several([row for row in rows if row.year == year and row.measure == measure])

    def _several(self, rows: Sequence[NationRow], unit: str = "") -> str:
        """What the record says, each figure with which it is."""
        return "; ".join(f"{self.figure(row.figure, unit)}{row.says and f' ({bare(row.says)})'}" for row in rows)

    def _compared(self, comparison: Comparison) -> Iterator[tuple[str, ...]]:
        for row in comparison.years:
            own = self.figure(row.own, comparison.unit) if row.own else ""
            yield str(row.year), own, self._several(row.nation, comparison.unit)

    def moves(self, found: Moves) -> Iterator[str]:
        """What moved what, and what no decision could have moved."""
        if not found.each:
            return
        yield from ("## What moved what", bare_block(found.method))
        for moved in found.each:
            yield f"### {bare_block(moved.title)}: {self.figure(moved.now)}"
            rows = ((each.season, each.title, each.took, self.figure(each.change)) for each in moved.moves)
            yield table(("Season", "Scene", "You", "Moved"), rows) if moved.moves else "No decision moved it."
        if found.same:
            yield bare_block(f"{found.same_says} {'; '.join(found.same)}.")
        if found.beyond:
            yield from ("### What one decision could do, and what none could", bullets(found.beyond))

    def roads(self, found: OtherRoads, bands: Bands) -> Iterator[str]:
        """The other roads in the same weather and in others, and what the model cannot know."""
        yield from ("## The other road", bare_block(found.says))
        if len(found.roads) > 1:
            yield "\n".join(f"- {bare_block(self._road(road))}" for road in found.roads)
            if bands.weathers:
                yield bare_block(f"In brackets: nine runs in ten of that road in {bands.weathers} other weathers.")
            for measure, title in MEASURES.items():
                rows = _by_year(found.roads, bands, measure)
                yield from (f"### {title}", table(("Year", *(_capital(road.title) for road in found.roads)), rows))
        if bands.says:
            yield bare_block(bands.says)
        if found.limits:
            yield from ("### What the model cannot know", bullets(found.limits))

    def _road(self, road: Road) -> str:
        changed = f"Other decisions than yours: {road.changed}." if road.changed else ""
        dead = f"At the end {road.toll.words} had died." if road.toll else ""
        return " ".join(filter(None, (f"{_capital(road.title)}:", road.says, changed, road.remark, dead)))

    def record(self, found: FactAndFiction) -> Iterator[str]:
        """What is record and what was composed, and where historians disagree."""
        yield "## Fact and fiction"
        if found.composed:
            yield from ("### Composed", bullets(found.composed))
        if found.met:
            yield "### On record, and met in this run"
            yield "\n".join(f"- {bare_block(each.title)}{self.footnotes.sign(each.fact)}" for each in found.met)
        if found.disputed:
            yield from ("### Where sources and historians disagree", self._statements(found.disputed))
        if found.estimates:
            yield from ("### How many died in the whole country", bare_block(found.estimates_say))
            rows = ((each.who, self.figure(each.figure), each.method) for each in found.estimates)
            yield table(("Whose estimate", "Dead", "How it was come by"), rows)
        if found.reading:
            yield from ("### Further reading", _works(found.reading))

    def _statements(self, found: Sequence[Statement]) -> str:
        rows = ((each, bare_block(f"{each.says} {each.standing}")) for each in found)
        return "\n".join(
            f"- **{bare_block(each.title)}.** {says}{self.footnotes.sign(each.fact)}" for each, says in rows
        )

    def papers(self, found: Papers) -> Iterator[str]:
        """The papers, each marked as fiction, and the page for another reader with its answers last."""
        if not found.papers:
            return
        yield "## Your papers"
        for paper in found.papers:
            yield f"### {bare_block(paper.kind)}: {bare_block(paper.title)}"
            told = [paragraph(line, self.footnotes.sign) for line in paper.lines]
            yield "\n>\n".join(f"> {each}" for each in (*told, f"*{bare_block(paper.watermark)}*"))
        yield from ("### For another reader", *map(bare_block, found.asks))
        answers = zip(found.years, found.answers, strict=True)
        yield from ("---", "What was weighed: " + "; ".join(f"{year}: {each.words}" for year, each in answers) + ".")

    def notes(self, works: Sequence[Work]) -> Iterator[str]:
        """What stands behind the marks, and every source."""
        if self.footnotes.marks:
            yield from ("## Notes", *self.footnotes.notes())
        if works:
            yield from ("## Sources", _works(works))

    def figure(self, figure: Figure, unit: str = "") -> str:
        """A number, with the marks of the facts that it is taken from; without the unit that stands above it."""
        marks = figure.origin.facts if isinstance(figure.origin, OfFact) else ()
        return bare(figure.words.removesuffix(f" {unit}")) + "".join(map(self.footnotes.sign, marks))


def _by_year(roads: Sequence[Road], bands: Bands, measure: str) -> Iterator[tuple[str, ...]]:
    """One measure of all roads, a row a year; where a road ended before, nothing stands."""
    for year in dict.fromkeys(row.year for road in roads for row in road.years):
        cells = []
        for place, road in enumerate(roads):
            line = next((getattr(row, measure).words for row in road.years if row.year == year), "")
            band = bands.bands[place].years if bands.bands else ()
            spread = next((_spread(getattr(row, measure)) for row in band if row.year == year), "")
            cells.append(f"{line} {spread}".strip())
        yield str(year), *cells


def _spread(spread: Spread) -> str:
    return f"({amount(spread.low.value)} to {amount(spread.high.value)})"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _works(works: Iterable[Work]) -> str:
    return bullets(f"{work.words.rstrip('.')}. {work.note}".strip() for work in works)
