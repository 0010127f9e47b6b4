"""Roads drawn in letters: one letter a road, shading behind them where bands are known, readable without colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from glfstory.app.words import as_is, lines

LETTERS = "ABCDEFGHIJ"
INKS = ("$said bold", "$mark bold", "bold", "bold", "bold")
DOTS = "·"
SHADES = ("░", "▒")
"""Behind the first band and the second; where they lie on each other the second one's is drawn."""


@dataclass(frozen=True, slots=True)
class Track:
    """A road: an amount for each year, None where there is none, and how wide other weathers spread it."""

    letter: str
    amounts: tuple[float | None, ...]
    spread: tuple[tuple[float, float] | None, ...] = ()
    """The lower and the upper end for each year; empty without a band."""


def road_chart(years: Sequence[str], tracks: Sequence[Track], width: int, rows: int) -> Content:
    """Tracks over years in so many columns and rows, the axis included."""
    ends = [end for track in tracks for pair in track.spread if pair for end in pair]
    most = max([amount for track in tracks for amount in track.amounts if amount is not None] + ends, default=0) or 1
    margin = len(f"{most:,.0f}") + 2
    grid = _Grid(max(1, width - margin), max(2, rows - 2), most, len(years))
    for place, track in enumerate([track for track in tracks if track.spread]):
        grid.shade(track, SHADES[min(place, 1)])
    for track in reversed(tracks):
        grid.dots(track)
    grid.letters(tracks)
    middle = (grid.height - 1) // 2
    labels = {0: most, middle: most * (1 - middle / (grid.height - 1)), grid.height - 1: 0.0}
    drawn = [
        lines(
            (f"{labels[row]:,.0f}".rjust(margin - 2) if row in labels else " " * (margin - 2), "$faint"),
            ("┤" if row in labels else "│", "$rule"),
            " ",
            grid.row(row),
        )
        for row in range(grid.height)
    ]
    foot = list(" " * grid.width)
    for place, year in enumerate(years):
        start = min(max(0, grid.column(place) - len(year) // 2), grid.width - len(year))
        foot[start : start + len(year)] = year
    return Content("\n").join([*drawn, lines(" " * margin, ("".join(foot), "$faint"))])


class _Grid:
    """Cells with a sign and an ink each."""

    def __init__(self, width: int, height: int, most: float, places: int) -> None:
        self.width, self.height, self.most, self.places = width, height, most, places
        self._cells: dict[tuple[int, int], tuple[str, str]] = {}

    def column(self, place: int) -> int:
        """Of a year."""
        side = min(6, self.width // 8)
        return side + round((self.width - 1 - 2 * side) * (place / (self.places - 1) if self.places > 1 else 0.5))

    def line(self, amount: float) -> int:
        """Of an amount, from the top."""
        return round((self.height - 1) * (1 - min(1.0, max(0.0, amount / self.most))))

    def row(self, row: int) -> Content:
        """One row as content."""
        parts: list[tuple[str, str]] = []
        for column in range(self.width):
            sign, ink = self._cells.get((row, column), (" ", ""))
            if parts and parts[-1][1] == ink:
                parts[-1] = (parts[-1][0] + sign, ink)
            else:
                parts.append((sign, ink))
        return lines(*(as_is(*part) for part in parts))

    def _between(self, amounts: Sequence[float | None]) -> list[tuple[int, float]]:
        """Columns between known years, with the amounts on a straight line."""
        made = []
        for place in range(len(amounts) - 1):
            here, there = amounts[place], amounts[place + 1]
            if here is not None and there is not None:
                first, last = self.column(place), self.column(place + 1)
                made += [
                    (column, here + (there - here) * (column - first) / max(1, last - first))
                    for column in range(first, last + 1)
                ]
        return made

    def shade(self, track: Track, sign: str) -> None:
        """A band."""
        lows = dict(self._between([pair[0] if pair else None for pair in track.spread]))
        highs = dict(self._between([pair[1] if pair else None for pair in track.spread]))
        for column in lows:
            for row in range(self.line(highs[column]), self.line(lows[column]) + 1):
                self._cells[row, column] = (sign, "$rule")

    def dots(self, track: Track) -> None:
        """A line between years."""
        ink = INKS[LETTERS.index(track.letter) % len(INKS)].removesuffix(" bold").replace("bold", "$faint")
        for column, amount in self._between(track.amounts):
            self._cells[self.line(amount), column] = (DOTS, ink)

    def letters(self, tracks: Sequence[Track]) -> None:
        """The letters of all tracks at the years; those that meet stand side by side."""
        for place in range(self.places):
            met: dict[int, list[str]] = {}
            for track in tracks:
                amount = track.amounts[place]
                if amount is not None:
                    met.setdefault(self.line(amount), []).append(track.letter)
            for row, letters in met.items():
                start = max(0, min(self.column(place) - (len(letters) - 1) // 2, self.width - len(letters)))
                for step, letter in enumerate(letters):
                    self._cells[row, start + step] = (letter, INKS[LETTERS.index(letter) % len(INKS)])
