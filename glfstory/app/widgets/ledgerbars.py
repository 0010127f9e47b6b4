"""The two ledgers drawn: for every year what was said, what was true, what was taken, and what was left a head."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from glfstory.app.words import lines
from glfstory.pages.ledger import CLOSED, LedgerYear


@dataclass(frozen=True, slots=True)
class Column:
    """One row of bars and how it is drawn; the shapes differ, not only the colours."""

    word: str
    figure: Callable[[LedgerYear], float | None]
    block: str
    style: str


COLUMNS = (
    Column("said", lambda year: year.said, "▒", "$said"),
    Column("true", lambda year: year.true, "█", "$foreground"),
    Column("taken", lambda year: year.taken, "▚", "$faint"),
)
WIDE_TABLE = 66
"""Columns from which the table says what its share is of."""
HATCH = "╱"
UNSEEN = "–"
"""Stands for a figure that the player does not see."""


def bars(years: tuple[LedgerYear, ...], width: int, *, loose: bool = True, left_unit: str = "") -> Content:
    """A group of bars a year, all on one scale; `loose` leaves a line between the years.

    With a unit for it, what was left a head stands behind each year's last row.
    """
    seen = [figure for year in years for column in COLUMNS if (figure := column.figure(year)) is not None]
    longest = max(seen, default=0)
    figures = max((len(_count(figure)) for figure in seen), default=0)
    behind = max(len(_count(year.left)) for year in years) + 8 if left_unit and years else 0
    room = max(4, width - figures - behind - 13)
    drawn = [_year(year, longest, room, figures, behind) for year in years]
    return Content("\n\n" if loose else "\n").join(drawn)


def _year(year: LedgerYear, longest: float, room: int, figures: int, behind: int) -> Content:
    rows = []
    for place, column in enumerate(COLUMNS):
        amount = column.figure(year)
        bar = _closed(room) if amount is None else _bar(column, amount, longest, room)
        last = behind and place == len(COLUMNS) - 1
        rows.append(
            lines(
                (str(year.year) if place == 0 else "    ", "bold"),
                (f"  {column.word:<6}", "$said" if column.word == "said" else "$faint"),
                (bar.ljust(room + 1), column.style if amount is not None else "$faint"),
                (_count(amount).rjust(figures), "$said" if column.word == "said" else ""),
                (f"   left {_count(year.left):>{behind - 8}}" if last else "", "$faint"),
            )
        )
    return Content("\n").join(rows)


def _bar(column: Column, amount: float, longest: float, room: int) -> str:
    length = round(amount / longest * room) if longest > 0 else 0
    return column.block * max(length, 1 if amount > 0 else 0)


def _closed(room: int) -> str:
    """A row that is not shown: hatched, with the words where they find room."""
    words = next((f" {each} " for each in (CLOSED, "not yours") if len(each) + 6 <= room), "")
    return HATCH * 2 + words + HATCH * min(4, max(0, room - len(words) - 2))


def figures(years: tuple[LedgerYear, ...], width: int) -> Content:
    """The same as a table of figures, a line a year."""
    cell = min(12, max(8, (width - 4) // len(COLUMNS)))
    head = lines("    ", *((column.word.rjust(cell), "$faint") for column in COLUMNS))
    return Content("\n").join([head, *(_figures(year, cell) for year in years)])


def account(years: tuple[LedgerYear, ...], left_unit: str, width: int) -> Content:
    """The figures, with the share that was taken of what there was, and what was left; one line says what a dash is."""
    is_wide = width >= WIDE_TABLE
    left = f"left, {left_unit}".strip(", ")
    words = (*(column.word for column in COLUMNS), "share taken" if is_wide else "share", left)
    cells = (10, 10, 10, 13 if is_wide else 7, max(14 if is_wide else 9, len(left) + 2))
    head = lines("    ", *((word.rjust(cell), "$faint") for word, cell in zip(words, cells, strict=True)))
    rows = [head]
    for year in years:
        parts = UNSEEN if year.true is None else _share(year.taken, year.true, " percent" if is_wide else "%")
        rows.append(lines(_figures(year, cells[0]), parts.rjust(cells[3]), _count(year.left).rjust(cells[4])))
    if any(year.is_closed for year in years):
        rows.append(lines("\n", (f"{UNSEEN}  {CLOSED}, until the run is over", "$faint italic")))
    return Content("\n").join(rows)


def _share(taken: float, true: float, unit: str) -> str:
    return f"{round(100 * taken / true)}{unit}" if true else ""


def _figures(year: LedgerYear, cell: int) -> Content:
    inks = {"said": "$said", "true": "bold", "taken": ""}
    figures = ((_count(column.figure(year)).rjust(cell), inks[column.word]) for column in COLUMNS)
    return lines((str(year.year), "bold"), *figures)


def _count(number: float | None) -> str:
    return UNSEEN if number is None else f"{round(number):,}"
