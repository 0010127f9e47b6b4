"""The strip of years on top: which seasons have passed, which one it is, which are to come."""

from itertools import groupby

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from glfstory.app.words import as_is, lines
from glfstory.pages.meters import SeasonMark

SIGNS = {"past": ("●", "$faint"), "now": ("◆", "$mark bold"), "to come": ("○", "$rule")}


class SeasonStrip(Widget):
    """One line: the years with their seasons, and the season's name at the right where there is room."""

    DEFAULT_CSS = "SeasonStrip { height: 1; }"

    seasons: reactive[tuple[SeasonMark, ...]] = reactive(())

    def render(self) -> Content:
        """The line."""
        return strip(self.seasons, self.size.width)


def strip(seasons: tuple[SeasonMark, ...], width: int) -> Content:
    """The years, cut down to what finds room: closer together, then only the year under way with its number."""
    years = [list(group) for _, group in groupby(seasons, key=lambda season: season.year)]
    now = next((season for season in seasons if season.when == "now"), None)
    here = as_is(f"{now.name.capitalize()} {now.year}", "bold") if now else Content("")
    for gap, is_named in (("  ", True), (" ", True), (" ", False)):
        drawn = Content(gap).join(_year(each, is_named=is_named) for each in years)
        if drawn.cell_length <= width:
            break
    rest = width - drawn.cell_length - here.cell_length
    return lines(drawn, " " * rest, here) if rest > 1 else drawn


def _year(seasons: list[SeasonMark], *, is_named: bool) -> Content:
    is_now = any(season.when == "now" for season in seasons)
    year = as_is(f"{seasons[0].year} " if is_named or is_now else "", "bold" if is_now else "$faint")
    return lines(year, *(SIGNS[season.when] for season in seasons))
