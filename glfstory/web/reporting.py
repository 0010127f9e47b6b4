"""A class on paper: one page to project and one sheet a pupil to print, each a single file that needs no network."""

from collections.abc import Sequence
from pathlib import Path

from glfstory.classroom.outcome import Outcome, Played
from glfstory.debrief.papers import papers
from glfstory.engine.run import replay
from glfstory.engine.stage import Stage
from glfstory.pages.chronicle import chronicle
from glfstory.pages.code import run_code
from glfstory.pages.ledger import ledger
from glfstory.web.charts import amount, bars, province_bars
from glfstory.web.site import templates

STYLE = Path(__file__).parent / "static" / "style.css"


def province_page(stage: Stage, found: Outcome) -> str:
    """The province, to project or to read."""
    page = templates().get_template("report.html")
    style = STYLE.read_text(encoding="utf-8")
    return page.render(story=stage.story, found=found, bars=province_bars(found), amount=amount, style=style)


def sheets_page(stage: Stage, played: Sequence[Played]) -> str:
    """A sheet for each brigade that a pupil played: its ledgers, its decisions, its reasons, its code."""
    mine = [each for each in played if any(turn.by == "pupil" for turn in each.turns)]
    sheets = [_sheet(stage, each) for each in mine]
    style = STYLE.read_text(encoding="utf-8")
    return templates().get_template("sheets.html").render(story=stage.story, sheets=sheets, style=style)


def _sheet(stage: Stage, played: Played) -> dict[str, object]:
    moment = replay(stage, played.run)
    years, code = ledger(stage, moment), run_code(stage, played.run)
    return {
        "number": played.number,
        "code": code,
        "papers": papers(stage, moment, code.line or f"brigade {played.number}"),
        "ending": moment.ending.title if moment.ending else "",
        "years": years,
        "bars": bars(years),
        "entries": list(zip(chronicle(stage, moment), played.turns, strict=True)),
    }
