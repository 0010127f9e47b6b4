"""A run's debrief as one HTML file: no script, no request to anywhere, every chart with its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from xml.etree.ElementTree import Element

from glfstory.debrief.shape import Debrief, Whole
from glfstory.engine.story import Story
from glfstory.exporting.html.drawing import patterns
from glfstory.exporting.html.elements import document, element
from glfstory.exporting.html.guess import guess_section
from glfstory.exporting.html.ledgers import ledgers_section
from glfstory.exporting.html.moves import moves_section
from glfstory.exporting.html.notes import Notes
from glfstory.exporting.html.papers import papers_section
from glfstory.exporting.html.record import record_section
from glfstory.exporting.html.roads import roads_section

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load: nothing but its own style."""


def as_html(story: Story, whole: Whole, *, back: str = "") -> str:
    """The page of a debrief; with a link to the address that it was opened from, where there is one."""
    debrief, sections = whole.debrief, list(_sections(story, whole))
    body = element(
        "body",
        element("a", "Skip to the debrief", href="#content", class_="skip"),
        patterns(),
        _way_back(back) if back else None,
        _masthead(debrief),
        _contents(sections),
        element("main", sections, id="content", tabindex="-1"),
        element(
            "footer", element("p", f"{debrief.title}. Run: {debrief.code}. Nothing on this page was sent anywhere.")
        ),
    )
    return document(element("html", _head(f"{debrief.title}: the debrief"), body, lang="en"))


def _sections(story: Story, whole: Whole) -> Iterator[Element]:
    notes, debrief = Notes(story), whole.debrief
    if debrief.guess:
        yield guess_section(debrief.guess, notes)
    yield ledgers_section(debrief.ledgers, notes)
    yield moves_section(whole.moves)
    yield roads_section(debrief.roads, whole.bands, debrief.ledgers)
    papers = papers_section(debrief.papers, notes) if debrief.papers.papers else None
    yield record_section(debrief.record, notes)
    if papers is not None:
        yield papers


def _head(title: str) -> Element:
    style = files("glfstory.exporting.html").joinpath("debrief.css").read_text(encoding="utf-8")
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", style),
    )


def _way_back(address: str) -> Element:
    return element("nav", element("a", "Back to the class", href=address), aria_label="The class", class_="back")


def _masthead(debrief: Debrief) -> Element:
    ended = "Ending" if debrief.is_over else "Where it stands"
    rows = ((ended, debrief.ending, None), ("Run", debrief.code, "code"))
    told = [part for name, words, look in rows for part in (element("dt", name), element("dd", words, class_=look))]
    return element(
        "header",
        element("p", "The debrief", class_="kicker"),
        element("h1", debrief.title),
        element("dl", told, class_="run"),
        element("p", debrief.says),
    )


def _contents(sections: Sequence[Element]) -> Element:
    links = [element("a", each[0].text, href=f"#{each.get('id')}") for each in sections]
    return element("nav", element("ol", [element("li", link) for link in links]), aria_label="Contents")
