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
        years = [list(group) for _, group in groupby(self.seasons, key=lambda season: season.year)]
        drawn = Content("  ").join(map(_year, years))
        now = next((season for season in self.seasons if season.when == "now"), None)
        here = as_is(f"{now.name.capitalize()} {now.year}", "bold") if now else Content("")
        gap = self.size.width - drawn.cell_length - here.cell_length
        return lines(drawn, " " * gap, here) if gap > 1 else drawn


def _year(seasons: list[SeasonMark]) -> Content:
    is_now = any(season.when == "now" for season in seasons)
    year = as_is(str(seasons[0].year), "bold" if is_now else "$faint")
    return lines(year, " ", *(SIGNS[season.when] for season in seasons))
