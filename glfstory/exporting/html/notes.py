"""The marks of the page: numbers that lead to what the record says, and the facts that they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from glfstory.debrief.charts import bare
from glfstory.debrief.shape import Figure, OfFact, Statement
from glfstory.engine.story import Story
from glfstory.exporting.html.elements import Part, element
from glfstory.pages.archive import card


class Notes:
    """The facts named so far, numbered in the order in which they were named."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.facts: list[str] = []

    def sign(self, fact: str) -> Part:
        """The number of a fact, which leads to it; nothing for another mark."""
        if fact not in self.story.facts:
            return None
        number = self._number(fact)
        title = card(self.story, fact).heading
        link = element("a", str(number), href=f"#fact-{fact}", aria_label=f"Record {number}: {title}")
        return element("sup", link)

    def signed(self, figure: Figure, unit: str = "") -> tuple[Part, ...]:
        """A number, and what of the record stands behind it; its unit is left out where it stands elsewhere."""
        origin = figure.origin
        signs = [self.sign(fact) for fact in origin.facts] if isinstance(origin, OfFact) else []
        return (bare(figure, unit), *signs)

    def stated(self, statements: tuple[Statement, ...]) -> Iterator[Element]:
        """Facts with how sure they are; each has one place on the page, to which its marks lead."""
        for each in statements:
            standing = " ".join(filter(None, (each.dispute and f"{each.dispute.capitalize()}.", each.standing)))
            yield self._fact(each.fact, each.title, each.says, standing, each.correction)

    def rest(self, told: set[str]) -> Iterator[Element]:
        """The facts that were named and have no place on the page yet."""
        for fact in self.facts:
            if fact not in told:
                shown = card(self.story, fact)
                yield self._fact(fact, shown.heading, shown.says, shown.standing, shown.correction)

    def _number(self, fact: str) -> int:
        if fact not in self.facts:
            self.facts.append(fact)
        return self.facts.index(fact) + 1

    def _fact(self, fact: str, title: str, says: str, standing: str, correction: str) -> Element:
        number = element("span", str(self._number(fact)), class_="number")
        corrected = element("p", f"Correction: {correction}") if correction else None
        parts = (element("h4", number, title), element("p", says), element("p", standing, class_="faint"), corrected)
        return element("div", *parts, class_="fact", id=f"fact-{fact}")
