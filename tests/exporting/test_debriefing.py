"""A debrief as Markdown and as JSON."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from glfstory.debrief.make import whole
from glfstory.debrief.shape import Whole
from glfstory.engine.stage import Stage
from glfstory.exporting.debrief_data import debrief_as_data
from glfstory.exporting.debriefing import debrief_as_markdown
from tests.debrief.conftest import run_of
from tests.debrief.village import told_village
from tests.exporting.rendered import html

YEARS = """\
### Your years

| Year | Said | True | Taken | Left a head |
| --- | --- | --- | --- | --- |
| 1957 | 2,000 jin | 1,000 jin | 550 jin | 4.5 jin a head |
| 1958 | 1,000 jin | 1,000 jin | 275 jin | 7.25 jin a head |

### The country's years

| Year | Said | True | Taken | Left a head |
| --- | --- | --- | --- | --- |
| 1957 |  | 195 million tons[^1] (older) | 48 million tons[^1] (gross) |  |
| 1958 | 375 million tons[^1] (in December) | 200 million tons[^1] (older) |  |  |

### What was said of the harvest, times the true harvest

| Year | Your village | The country |
| --- | --- | --- |
| 1957 | 2 |  |
| 1958 | 1 | 1.88[^1] (in December) |
"""
ROADS = """\
- Your run: As you decided. At the end about 12 of the village's people had died.
- Honest reports: As weighed. Other decisions than yours: 1. By winter 1958 the books were in other hands. At the end \
about 4 of the village's people had died.
- A mild county: Less is taken. At the end about 4 of the village's people had died.

In brackets: nine runs in ten of that road in 200 other weathers.
"""
PAPER = """\
### Telegram: From the commune

> ALL GRAIN 2,000 jin
>
> *Fiction: Small, run seed 7*
"""


@pytest.fixture(scope="module")
def found() -> Whole:
    stage = Stage(told_village())
    return whole(stage, run_of(stage, "match", "honest", "give"))


def test_it_tells_all_parts_in_tables_and_sentences(found: Whole) -> None:
    told = debrief_as_markdown(told_village(), found)
    assert told.startswith("# Small: debrief\n")
    for part in (YEARS, ROADS, PAPER):
        assert part in told
    parts = [line.removeprefix("## ") for line in told.splitlines() if line.startswith("## ")]
    assert parts == [
        *("Two ledgers", "What moved what", "The other road", "Fact and fiction"),
        *("Your papers", "Notes", "Sources"),
    ]


def test_every_footnote_is_there_and_every_row_of_a_table_has_its_cells(found: Whole) -> None:
    told = debrief_as_markdown(told_village(), found)
    assert "[^1]: **Record** (1957):" in told
    assert "[^2]" not in told
    widths = [line.count("|") for line in told.splitlines() if line.startswith("|")]
    assert len(widths) > 20
    for block in told.split("\n\n"):
        rows = [line.count("|") for line in block.splitlines() if line.startswith("|")]
        assert len(set(rows)) <= 1
    assert html(told)


def figures(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "origin" in value:
            yield value
        for each in value.values():
            yield from figures(each)
    elif isinstance(value, list):
        for each in value:
            yield from figures(each)


def test_json_has_every_number_with_where_it_comes_from(found: Whole) -> None:
    told = json.loads(debrief_as_data(found))
    assert sorted(told) == ["bands", "debrief", "moves"]
    assert {each["origin"]["from"] for each in figures(told)} == {"run", "fact", "model"}
    first = told["debrief"]["ledgers"]["own"][0]["said"]
    assert first == {
        "value": 2000.0,
        "words": "2,000 jin",
        "origin": {"from": "run", "where": "said, Autumn 1957"},
        "high": None,
    }
    assert told["debrief"]["papers"]["papers"][0]["lines"] == ["ALL GRAIN 2,000 jin"]
