"""The papers that the run filed, each marked as fiction, and the page for another reader."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from glfstory.debrief.shape import Paper, Papers
from glfstory.exporting.html.elements import element
from glfstory.exporting.html.notes import Notes
from glfstory.exporting.html.parts import paragraph, section, table

TIMES = 60
"""How often a watermark is repeated over a paper."""


def papers_section(papers: Papers, notes: Notes) -> Element:
    """The papers, then what is asked of them, then the answers on a page of their own."""
    parts = [_paper(paper, notes) for paper in papers.papers]
    if papers.asks:
        parts.append(element("div", _asked(papers), class_="sheet"))
        parts.append(element("div", _answered(papers), class_="sheet"))
    return section("papers", "Your papers", element("p", "As your run filed them. They are fiction."), parts)


def _paper(paper: Paper, notes: Notes) -> Element:
    return element(
        "article",
        element("p", paper.kind, class_="kicker"),
        element("h3", paper.title, id=f"paper-{paper.id}"),
        [paragraph(line, notes.sign) for line in paper.lines],
        element("p", paper.watermark, class_="fiction"),
        class_="paper",
        aria_labelledby=f"paper-{paper.id}",
        data_watermark=f"{paper.watermark} · " * TIMES,
    )


def _asked(papers: Papers) -> Iterator[Element]:
    yield element("h3", "For another reader")
    for words in papers.asks:
        yield element("p", words)
    lines = [element("li", f"{year}: ", element("span", class_="answer-line")) for year in papers.years]
    yield element("ul", lines, class_="answers")


def _answered(papers: Papers) -> Iterator[Element]:
    yield element("h3", "Overleaf: what the scales said")
    rows = [(str(year), figure.words) for year, figure in zip(papers.years, papers.answers, strict=True)]
    yield element(
        "details",
        element("summary", "Show it"),
        table("The true harvest of this run", ("Year", "Harvest"), rows),
        open="",
    )
