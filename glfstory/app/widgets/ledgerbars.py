"""The two ledgers drawn: for every year what was said, what was true, what was taken."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from glfstory.app.words import lines
from glfstory.pages.ledger import LedgerYear


@dataclass(frozen=True, slots=True)
class Column:
    """One row of bars and how it is drawn; the shapes differ, not only the colours."""

    word: str
    figure: Callable[[LedgerYear], float]
    block: str
    style: str


COLUMNS = (
    Column("said", lambda year: year.said, "▒", "$said"),
    Column("true", lambda year: year.true, "█", "$foreground"),
    Column("taken", lambda year: year.taken, "▚", "$faint"),
)


def bars(years: tuple[LedgerYear, ...], width: int, *, loose: bool = True) -> Content:
    """A group of bars a year, all on one scale; `loose` leaves a line between the years."""
    longest = max((column.figure(year) for year in years for column in COLUMNS), default=0)
    figures = max((len(_count(column.figure(year))) for year in years for column in COLUMNS), default=0)
    room = max(4, width - figures - 13)
    drawn = [_year(year, longest, room, figures) for year in years]
    return Content("\n\n" if loose else "\n").join(drawn)


def _year(year: LedgerYear, longest: float, room: int, figures: int) -> Content:
    rows = []
    for place, column in enumerate(COLUMNS):
        amount = column.figure(year)
        length = round(amount / longest * room) if longest > 0 else 0
        bar = column.block * max(length, 1 if amount > 0 else 0)
        rows.append(
            lines(
                (str(year.year) if place == 0 else "    ", "bold"),
                (f"  {column.word:<6}", "$said" if column.word == "said" else "$faint"),
                (bar.ljust(room + 1), column.style),
                (_count(amount).rjust(figures), "$said" if column.word == "said" else ""),
            )
        )
    return Content("\n").join(rows)


def figures(years: tuple[LedgerYear, ...], width: int) -> Content:
    """The same as a table of figures, a line a year."""
    cell = min(12, max(8, (width - 4) // len(COLUMNS)))
    head = lines("    ", *((column.word.rjust(cell), "$faint") for column in COLUMNS))
    return Content("\n").join([head, *(_figures(year, cell) for year in years)])


def account(years: tuple[LedgerYear, ...], left_unit: str) -> Content:
    """The figures, with the share that was taken of what there was, and what was left."""
    words = (*(column.word for column in COLUMNS), "share taken", f"left, {left_unit}".strip(", "))
    cells = (10, 10, 10, 13, max(14, len(words[-1]) + 2))
    head = lines("    ", *((word.rjust(cell), "$faint") for word, cell in zip(words, cells, strict=True)))
    rows = []
    for year in years:
        share = f"{round(100 * year.taken / year.true)} percent" if year.true else ""
        rest = (share.rjust(cells[3]), _count(year.left).rjust(cells[4]))
        rows.append(lines(_figures(year, cells[0]), *rest))
    return Content("\n").join([head, *rows])


def _figures(year: LedgerYear, cell: int) -> Content:
    inks = {"said": "$said", "true": "bold", "taken": ""}
    figures = ((_count(column.figure(year)).rjust(cell), inks[column.word]) for column in COLUMNS)
    return lines((str(year.year), "bold"), *figures)


def _count(number: float) -> str:
    return f"{round(number):,}"
