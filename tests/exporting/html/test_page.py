"""The debrief as one file: whole for eyes, ears and paper, and alone in the world."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from glfstory.debrief.make import whole as whole_of
from glfstory.debrief.shape import Figure, OfFact
from glfstory.engine.stage import Stage
from glfstory.exporting.html.page import as_html
from tests.app.conftest import small_story
from tests.debriefed import NASTY, bands, debriefed, moves, whole
from tests.exporting.conftest import played
from tests.exporting.html.parsed import Node, parsed

PALETTE = re.compile(r":root \{(.*?)\}", re.S)
INK = re.compile(r"--(\w+): #([0-9a-f]{3,6});")


@pytest.fixture(scope="module")
def text() -> str:
    return as_html(small_story(), whole())


@pytest.fixture(scope="module")
def page(text: str) -> Node:
    return parsed(text)


def figures(each: object) -> Iterator[Figure]:
    """Every number in a piece of the debrief."""
    if isinstance(each, Figure):
        yield each
    elif dataclasses.is_dataclass(each):
        for field in dataclasses.fields(each):
            yield from figures(getattr(each, field.name))
    elif isinstance(each, tuple):
        for part in each:
            yield from figures(part)


def bare(words: str) -> str:
    return re.sub(r" (jin a head|jin|million tons|times the true harvest|of the village's people)$", "", words)


def test_it_asks_nothing_of_anywhere(text: str, page: Node) -> None:
    assert list(page.all("script", "link", "img", "iframe", "form", "base", "object")) == []
    for node in page.all():
        assert not {"src", "srcset", "action", "style"} & node.attributes.keys()
        assert node.attributes.get("href", "#").startswith("#")
    assert set(re.findall(r"url\((.)", text)) == {"#"}
    assert "@import" not in text
    policy = next(each for each in page.all("meta") if "http-equiv" in each.attributes)
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_links_and_names_lead_to_one_place_each(page: Node) -> None:
    ids = Counter(node.attributes["id"] for node in page.all() if "id" in node.attributes)
    assert ids.most_common(1)[0][1] == 1
    for node in page.all():
        attributes = node.attributes
        led = [*attributes.get("aria-labelledby", "").split(), *attributes.get("for", "").split()]
        led += [attributes["href"][1:]] if "href" in attributes else []
        assert set(led) <= ids.keys(), node
    drawn = {name for node in page.all("style") for name in re.findall(r"url\(#(.*?)\)", node.words)}
    assert drawn <= ids.keys()


def test_every_table_has_headers(page: Node) -> None:
    tables = list(page.all("table"))
    assert len(tables) > 10
    for table in tables:
        assert table.one("caption").words
        heads = list(table.one("thead").all("th"))
        assert all(head.attributes["scope"] == "col" and head.words for head in heads)
        for row in table.one("tbody").all("tr"):
            first, *rest = row.all("th", "td")
            assert (first.tag, first.attributes["scope"]) == ("th", "row")
            assert [cell.tag for cell in rest] == ["td"] * (len(heads) - 1)


def test_every_drawing_is_told_in_words_and_has_a_table_behind_it(page: Node) -> None:
    for chart in (node for node in page.all("div") if node.attributes.get("class") == "chart"):
        assert len(list(chart.all("svg"))) == 2, "one for a desk and one for a telephone"
        assert list(chart.all("table"))
        assert "open" in chart.one("details").attributes, "so that it is printed too"
    for svg in page.all("svg"):
        assert svg.one("title").words
        if "aria-hidden" not in svg.attributes:
            assert svg.attributes["role"] == "img"
            assert svg.one("desc").words


def test_headings_go_down_step_by_step(page: Node) -> None:
    levels = [int(node.tag[1]) for node in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert page.attributes["lang"] == "en"
    first = next(page.one("body").all("a"))
    assert first.attributes["href"] == f"#{page.one('main').attributes['id']}"


@pytest.mark.parametrize("part", ["guess", "ledgers", "moves", "roads", "record", "papers"])
def test_every_number_stands_in_words_and_not_only_in_a_drawing(page: Node, part: str) -> None:
    section = next(node for node in page.all("section") if node.attributes["id"] == part)
    told = [each.words for each in section.all("td", "th", "li", "p", "strong")]
    source = moves() if part == "moves" else getattr(debriefed(), part)
    drawn = [(band.toll, *(year.left for year in band.years)) for band in bands().bands] if part == "roads" else []
    for figure in figures((source, *drawn)):
        assert any(bare(figure.words) in words for words in told), figure


def test_a_number_of_the_record_leads_to_what_the_record_says(page: Node) -> None:
    section = next(node for node in page.all("section") if node.attributes["id"] == "ledgers")
    rows = [row for row in section.all("tr") if "375" in row.words]
    assert [link.attributes["href"] for link in rows[0].all("a")] == ["#fact-levy"]
    notes = [node for node in page.all("div") if node.attributes.get("id") == "fact-levy"]
    assert "The levy followed the report." in notes[0].words
    of_facts = {fact for each in figures(debriefed()) if isinstance(each.origin, OfFact) for fact in each.origin.facts}
    assert {f"fact-{fact}" for fact in of_facts} <= {node.attributes.get("id") for node in page.all("div")}


def test_words_of_a_story_stay_words(page: Node) -> None:
    assert page.words.count(NASTY) == 4
    assert list(page.all("b")) == []
    assert page.one("h1").words == "Small Story & more"


def test_papers_are_marked_as_fiction_with_the_code_of_the_run(page: Node) -> None:
    papers = list(page.all("article"))
    assert len(papers) == 2
    for paper, shown in zip(papers, debriefed().papers.papers, strict=True):
        assert paper.words.endswith(shown.watermark)
        assert paper.attributes["data-watermark"].count(shown.watermark) > 10


def test_inks_differ_from_their_paper_enough_to_be_read(page: Node) -> None:
    style = page.one("style").words
    palettes = [dict(INK.findall(block)) for block in PALETTE.findall(style)]
    assert len(palettes) == 5, "light, dark, both with more contrast, and print"
    for palette in palettes:
        for ink in ("ink", "faint", "said", "mark", "left"):
            for ground in ("paper", "sheet"):
                assert contrast(palette[ink], palette[ground]) >= 4.5, (palette, ink, ground)
        assert contrast(palette["faint"], palette["wash"]) >= 4.5, "words of a fact that a mark led to"
        assert contrast(palette["ink"], palette["stamp"]) >= 7, "words over a watermark"


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 works it out."""

    def light(ink: str) -> float:
        whole = ink if len(ink) == 6 else "".join(sign * 2 for sign in ink)
        parts = [int(whole[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_story_without_a_record_of_the_country_other_roads_or_papers_has_a_page_too(stage: Stage) -> None:
    made = whole_of(stage, played(stage, "more", "eat", "wait"))
    page = parsed(as_html(stage.story, made))
    assert [node.attributes["id"] for node in page.all("section")] == ["ledgers", "moves", "roads", "record"]
    assert "2,160,000" in page.words
    assert made.debrief.roads.says in page.words
