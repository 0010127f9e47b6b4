"""A class as rows for a spreadsheet: one for each brigade and year."""

import csv
import io
from collections.abc import Sequence

from glfstory.classroom.figures import report_scenes
from glfstory.classroom.outcome import Outcome, Played
from glfstory.engine.run import Outside
from glfstory.engine.story import Story

COLUMNS = (
    "brigade",
    "year",
    "reported",
    "harvested",
    "taken",
    "left_a_head",
    "decided_by",
    "choice",
    "heard",
)


def as_csv(story: Story, played: Sequence[Played], found: Outcome) -> str:
    """The rows with a heading, in the units of the ledger; `heard` is what the province said before the report.

    Reasons are not among them: they are a pupil's own, and only their sum is told.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    reports = report_scenes(story)
    for each in played:
        heard = {entry.season: entry.value for entry in each.run.entries if isinstance(entry, Outside)}
        for year in found.books[each.number]:
            turns = [turn for turn in each.turns if turn.season == year.season and turn.decision.scene in reports]
            choices = " ".join(f"{turn.decision.scene}.{turn.decision.choice}" for turn in turns)
            numbers = [f"{number:.0f}" for number in (year.said, year.true, year.taken, year.left)]
            asked = f"{heard[year.season]:.0f}" if year.season in heard else ""
            rows.writerow([each.number, found.labels[year.season], *numbers, year.by, choices, asked])
    return out.getvalue()
