"""A class on paper: what to project, to print and to hand out, each a single file that needs no network."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from glfstory.classroom.figures import Figures
from glfstory.classroom.outcome import Outcome, Played
from glfstory.debrief.papers import papers
from glfstory.engine.run import replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.pages.archive import disputed
from glfstory.pages.chronicle import chronicle
from glfstory.pages.code import run_code
from glfstory.web.charts import amount, book_bars, province_bars
from glfstory.web.site import templates

STYLE = Path(__file__).parent / "static" / "style.css"


def report_pages(stage: Stage, played: Sequence[Played], found: Outcome) -> dict[str, str]:
    """All of them by the names of their files; sheets and papers of the brigades that a pupil played, if there are any.

    No reason that a pupil gave is in any of them, nor in the codes; only the province tells how often each was given.
    """
    mine = [each.without_reasons() for each in played if each.by_a_pupil]
    sheets = [_sheet(stage, each, found.books[each.number], found.labels) for each in mine]
    pages = {"province.html": _page("report.html", stage.story, found=found, bars=province_bars(found), amount=amount)}
    if sheets:
        pages["sheets.html"] = _page("sheets.html", stage.story, sheets=sheets)
    if filed := [each for each in (_filed(stage, one) for one in mine) if each["papers"]]:
        pages["papers.html"] = _page("filed.html", stage.story, villages=filed)
    if cards := disputed(stage.story, len(stage.story.seasons)):
        pages["documents.html"] = _page("handout.html", stage.story, cards=cards)
    return pages


def _page(template: str, story: Story, **values: object) -> str:
    return templates().get_template(template).render(story=story, style=STYLE.read_text(encoding="utf-8"), **values)


def _sheet(stage: Stage, played: Played, years: Sequence[Figures], labels: Mapping[str, int]) -> dict[str, object]:
    moment = replay(stage, played.run)
    return {
        "number": played.number,
        "code": run_code(stage, played.run),
        "ending": moment.ending.title if moment.ending else "",
        "years": [(labels[row.season], row) for row in years],
        "bars": book_bars(years, labels),
        "entries": list(zip(chronicle(stage, moment), played.turns, strict=True)),
    }


def _filed(stage: Stage, played: Played) -> dict[str, object]:
    found = papers(stage, replay(stage, played.run), f"of brigade {played.number}")
    return {"number": played.number, "papers": found.papers, "asks": found.asks[1:2]}
