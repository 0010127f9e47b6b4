"""Words behind a sign, wrapped so that every line starts under the first one."""

from dataclasses import dataclass

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


@dataclass
class Hanging(Visual):
    """A sign in the margin and the words beside it."""

    sign: Content
    words: Content

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width on one line."""
        return self.sign.cell_length + self.words.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines it takes at a width."""
        return self.words.get_height({}, max(1, width - self.sign.cell_length))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The sign once, then the words, line by line."""
        margin = self.sign.cell_length
        lines = self.words.render_strips(max(1, width - margin), None, style, options)
        if not margin:
            return lines
        first = self.sign.render_strips(margin, 1, style, options)
        rest = Content(" " * margin).render_strips(margin, 1, style, options)
        return [Strip.join([(first if place == 0 else rest)[0], line]) for place, line in enumerate(lines)]


@dataclass
class Stacked(Visual):
    """Several of them, one above the other: far cheaper than a widget each."""

    rows: tuple[Hanging, ...]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of the widest."""
        return max((row.get_optimal_width(rules, container_width) for row in self.rows), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines of all."""
        return sum(row.get_height(rules, width) for row in self.rows)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """All lines in order."""
        return [line for row in self.rows for line in row.render_strips(width, None, style, options)]
