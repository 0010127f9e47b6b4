"""The sections of a debrief as rows: the guess, the ledgers, what moved what, fact and fiction, the papers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.content import Content

from glfstory.app.widgets.hanging import Hanging
from glfstory.app.widgets.ledgerbars import bars
from glfstory.app.widgets.rowbars import row_bars
from glfstory.app.widgets.told import Rows, gap, head, item, row, rule
from glfstory.app.words import lines, opening, prose
from glfstory.debrief.charts import BarChart, compared_chart, guess_chart, nation_charts
from glfstory.debrief.shape import (
    Debrief,
    FactAndFiction,
    Figure,
    Guess,
    Ledgers,
    Moves,
    OfFact,
    Papers,
    Statement,
    Work,
)
from glfstory.pages.ledger import LedgerYear

Signs = Mapping[str, str]


def guess_rows(guess: Guess, numbers: Sequence[float | None], width: int, signs: Signs) -> Rows:
    """The record beside what was guessed."""
    chart = guess_chart(guess, numbers)
    words = "Your guess and the record." if any(each is not None for each in numbers) else "The record."
    return [row(f"{words} {chart.says}", "$faint italic"), gap(), row(row_bars(chart, width, signs))]


def ledger_rows(ledgers: Ledgers, width: int, signs: Signs) -> Rows:
    """Your ledgers, the country's, and both in the same units."""
    rows = [row("Your village", "bold")]
    if ledgers.own:
        own = tuple(
            LedgerYear(year.year, year.said.value, year.true.value, year.taken.value, year.left.value)
            for year in ledgers.own
        )
        drawn = bars(own, width, loose=False, left_unit=ledgers.unit_left or "a head")
        rows += [row(f"In {ledgers.unit}; left in {ledgers.unit_left}.", "$faint italic"), gap(), row(drawn)]
    else:
        rows.append(row("No year's books are closed yet.", "$faint italic"))
    for chart in nation_charts(ledgers.nation):
        rows += [*head(f"The country: {chart.title[:1].lower()}{chart.title[1:]}"), *_chart(chart, width, signs)]
    for chart in map(compared_chart, ledgers.compared):
        rows += [*head(chart.title), *_chart(chart, width, signs)]
    return rows


def _chart(chart: BarChart, width: int, signs: Signs) -> Rows:
    return [row(chart.says, "$faint italic"), gap(), row(row_bars(chart, width, signs))]


def move_rows(moves: Moves) -> Rows:
    """What moved what."""
    rows = [row(moves.method, "$faint italic")]
    for moved in moves.each:
        rows += [gap(), row(lines((moved.title, "bold"), ("  in your run: ", "$faint"), moved.now.words))]
        for move in moved.moves:
            where = f"{move.number}. {move.season}, {move.title}: "
            rows.append(item(lines((move.change.words, "bold"), "\n", (where, "$faint"), move.took)))
        if not moved.moves:
            rows.append(item("No decision of this run moved it."))
    if moves.same:
        rows += [gap(), row(moves.same_says, "bold"), *(item(each) for each in moves.same)]
    if moves.beyond:
        rows += [*head("What one decision could do, and what none could"), *(item(each) for each in moves.beyond)]
    return rows


def record_rows(record: FactAndFiction, signs: Signs) -> Rows:
    """What was composed, what was met, where sources disagree, and what to read."""
    rows: Rows = []
    if record.composed:
        rows += [row("What was composed", "bold"), *(item(each) for each in record.composed)]
    if record.estimates:
        rows += [*head("How many died in the whole country"), row(record.estimates_say)]
        for each in record.estimates:
            rows.append(
                item(lines((each.who, "bold"), ": ", _signed(each.figure, signs), (f"  {each.method}", "$faint")))
            )
    told = {each.fact for each in record.disputed}
    for heading, statements in (
        ("Where sources and historians disagree", record.disputed),
        ("The record that this run met", [each for each in record.met if each.fact not in told]),
    ):
        if statements:
            rows += [*head(heading), *(_statement(each, signs) for each in statements)]
    rows += _works("Sources", record.works)
    return rows + _works("Further reading", record.reading)


def _signed(figure: Figure, signs: Signs) -> Content:
    facts = figure.origin.facts if isinstance(figure.origin, OfFact) else ()
    return lines(figure.words, *(opening(signs.get(fact, ""), fact) for fact in facts))


def _statement(each: Statement, signs: Signs) -> Hanging:
    dispute = f"  {each.dispute}" if each.dispute else ""
    sign = opening(signs.get(each.fact, ""), each.fact)
    return item(lines((each.title, "bold"), sign, (dispute, "$faint italic"), "\n", each.says))


def _works(heading: str, works: Sequence[Work]) -> Rows:
    return [*head(heading), *(item(work.words) for work in works)] if works else []


def paper_rows(papers: Papers, width: int, signs: Signs) -> Rows:
    """The papers, each marked as fiction; what is asked of them; and what was weighed."""
    rows: Rows = []
    for paper in papers.papers:
        rows += [rule(paper.kind, width), row(paper.title, "bold"), gap()]
        for line in paper.lines:
            rows += [row(prose(line, signs)), gap()]
        rows += [row(paper.watermark, "$faint italic"), gap()]
    if papers.asks:
        rows += [rule("for another reader", width), *(row(each) for each in papers.asks), gap()]
        rows.append(rule("overleaf", width))
        rows += [item(f"{year}: {each.words}") for year, each in zip(papers.years, papers.answers, strict=True)]
    return rows


def marks_of(debrief: Debrief, part: str) -> tuple[str, ...]:
    """The facts whose signs stand in a part of the debrief, each once."""
    record = debrief.record
    named: dict[str, Iterable[str]] = {
        "guess": _behind(figure for year in (debrief.guess.record if debrief.guess else ()) for figure in year),
        "ledgers": _behind((*(row.figure for row in debrief.ledgers.nation), *_compared_figures(debrief.ledgers))),
        "record": (
            *_behind(each.figure for each in record.estimates),
            *(each.fact for each in (*record.disputed, *record.met)),
        ),
        "papers": (span.mark for paper in debrief.papers.papers for line in paper.lines for span in line if span.mark),
    }
    return tuple(dict.fromkeys(named.get(part, ())))


def _behind(figures: Iterable[Figure]) -> Iterator[str]:
    for figure in figures:
        yield from figure.origin.facts if isinstance(figure.origin, OfFact) else ()


def _compared_figures(ledgers: Ledgers) -> Iterator[Figure]:
    for each in ledgers.compared:
        yield from (row.figure for year in each.years for row in year.nation)
