"""A transcript tells the whole run, and nothing that the run did not show."""

import re
from dataclasses import replace

import pytest

from glfstory.engine.run import Decision, Outside
from glfstory.engine.stage import Stage
from glfstory.engine.story import Constant, Ending, Mark, Option
from glfstory.exporting.transcript import as_markdown
from tests.app.conftest import say, small_story, told
from tests.exporting.conftest import played
from tests.exporting.rendered import html, words

WHOLE = """\
# Small Story

- Seed: 7
- Version: 1.0.0
- Where it stands: The end, 3 decisions

## Content note

This story is about a famine.

You can stop at any time.

## Autumn 1958

The rice is in.

### The scales

Li reads the beam twice and says \\[two hundred\\] to the mu.[^1] Red Star has claimed *three times* as much.[^2][^3]

The operator holds the line. \\[/ Somebody coughs.

*Standing 55; stores 120 days.*

1. Send up the figure on the scales.
2. Send up what Red Star sent up, since the district goes by the average of its neighbours anyway.

- Closed: Ask the county to send a man. (No one has asked that since the meetings.)

Decision 1: **1. Send up the figure on the scales.** Why: I was afraid.

The operator asks you to repeat it, slowly.

---

The carts go out by the north gate.

## Winter 1958

### The bowl

Grandmother Zhao gives her bowl away.

*Standing 43, falling; stores 120 days.*

1. Eat what is there.
2. Put half aside.

Decision 2: **1. Eat what is there.**

---

The carts go out by the north gate.

Grandmother Zhao has died.

## Spring 1959

### The field

The first page of the field.

The second page of the field.

*Standing 43; stores 100 days, falling.*

1. Sow.
2. Wait.

Decision 3: **2. Wait.**

---

The carts go out by the north gate.

## Ending: The end

It is over.

## Notes

What the record says, who says it, and how sure it is.

[^1]: **mu 亩 mǔ**: A fifteenth of a hectare.

[^2]: **Sputnik** (1958): A new record was called a sputnik. The sources disagree. What stands above \
is well established.

    - Communes bid for records. Source: Cairns, The Sputniks, 2018, paragraph 5.
    - A county said three thousand. (3000 jin a mu) Source: Riley, Fields of Paper, 2003, p. 92.

[^3]: **Levy**: The levy followed the report. One source says so. What stands above is probable.

    - Communes bid for records. Source: Cairns, The Sputniks, 2018, paragraph 5.

    Correction: A note.

## Sources

- Cairns, The Sputniks, 2018.
- Riley, Fields of Paper, 2003.
"""


def test_a_whole_run_reads_so(stage: Stage) -> None:
    run = played(stage, "honest", "eat", "wait", reason="fear")
    assert as_markdown(stage, run, summarised=True) == WHOLE


def test_it_is_the_same_every_time_and_has_no_trailing_spaces(stage: Stage) -> None:
    run = played(stage, "more", "save", "sow")
    made = as_markdown(stage, run)
    assert made == as_markdown(Stage(small_story()), run)
    assert made.endswith(".\n")
    assert not re.search(r"[ \t]$|\n\n\n", made, re.M)
    assert made.count("Grandmother Zhao gives her bowl away.") == 40, "the long form unless the short one is asked for"


def test_rendered_every_mark_leads_to_its_note(stage: Stage) -> None:
    made = as_markdown(stage, played(stage, "honest", "eat", "wait"))
    seen = html(made)
    assert seen.count('<li id="fn') == 3
    assert seen.count('<sup class="footnote-ref">') == 3
    assert "[^" not in words(made)
    assert "<h3>The scales</h3>" in seen
    assert "<li>Closed: Ask the county" in seen


def test_a_run_that_waits_tells_what_is_open_and_that_it_is_not_over(stage: Stage) -> None:
    made = as_markdown(stage, played(stage, "honest"))
    assert "1. Eat what is there.\n2. Put half aside.\n\n*The run is not over: Winter 1958, 1 decision.*\n" in made
    assert "Decision 2" not in made
    assert "Spring 1959" not in made


def test_a_run_without_decisions_is_a_transcript_too(stage: Stage) -> None:
    assert "*The run is not over: Autumn 1958, 0 decisions.*" in as_markdown(stage, played(stage))


def test_an_older_version_is_told_at_the_top_and_stops_where_it_no_longer_holds(stage: Stage) -> None:
    run = played(stage, "honest", "eat", "wait")
    kept = replace(run, version="0.9.0")
    whole = as_markdown(stage, kept)
    assert "> This run was played in version 0.9.0 of the story, and is told in version 1.0.0.\n" in whole
    assert "## Ending" in whole
    entries = (*run.entries[:1], Decision("the-feast", "dance"))
    made = as_markdown(stage, replace(kept, entries=entries))
    assert "decision 2 (the-feast: dance) no longer exists, because the scene 'the-bowl' comes where" in made
    assert "Decision 1: **1." in made
    assert "The bowl" not in made
    assert "*Here the transcript stops: the rest no longer holds in this version of the story.*\n" in made
    closed = as_markdown(stage, replace(run, entries=(Decision("the-scales", "recount"),)))
    assert "> The story has changed since this run was played, though its version is still 1.0.0." in closed
    assert "1. Send up the figure on the scales.\n" in closed


def test_options_constants_and_numbers_from_outside_stand_at_the_top() -> None:
    story = replace(
        small_story(),
        options={"county": Option("county", "How hard it presses.", ("hard", "mild"), "mild")},
        constants={"share": Constant("share", "A share.", "share", {"else": 0.25}, low=0.1, high=0.4)},
    )
    stage = Stage(story, {"share": 0.5})
    run = played(Stage(story), "honest")
    setup = replace(run.setup, constants={"share": 0.5}, options={"county": "hard"})
    entries = (Outside("1958-autumn", "rival", 450000), *run.entries)
    made = as_markdown(stage, replace(run, setup=setup, entries=entries))
    assert "- County: hard. How hard it presses.\n" in made
    read = Option("county", "How hard it presses.", ("hard", "mild"), "mild", {"hard": "as hard as any"})
    told = as_markdown(Stage(replace(story, options={"county": read}), {"share": 0.5}), replace(run, setup=setup))
    assert "- County: as hard as any. How hard it presses.\n" in told
    assert "- Changed for this run: share is 0.5, outside its range of 0.1 to 0.4.\n" in made
    assert "- From outside: rival is 450,000 in Autumn 1958.\n" in made
    lost = replace(run, setup=replace(setup, options={"country": "hard"}))
    assert "This story has no option 'country'; did you mean 'county'?" in as_markdown(stage, lost)
    with pytest.raises(ValueError, match="other constants"):
        as_markdown(Stage(story), replace(run, setup=setup))


def test_the_record_behind_an_ending_stands_at_its_end() -> None:
    ending = Ending("end", "The end", told(say("It is over.")), rank=1, facts=("levy",))
    stage = Stage(replace(small_story(), endings={"end": ending}))
    behind = "The record behind it: [^3]\n"
    assert f"## Ending: The end\n\nIt is over.\n\n{behind}" in as_markdown(stage, played(stage, "more", "eat", "wait"))
    silent = Stage(replace(small_story(), endings={"end": replace(ending, text=())}))
    assert f"## Ending: The end\n\n{behind}" in as_markdown(silent, played(silent, "more", "eat", "wait"))
    marked = replace(ending, text=told((*say("It is over."), Mark("levy"))))
    once = Stage(replace(small_story(), endings={"end": marked}))
    assert "behind it" not in as_markdown(once, played(once, "more", "eat", "wait")), "it is marked in the text"


def test_a_run_that_has_a_code_bears_it_at_its_head(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage(small_story())
    assert "Run code" not in as_markdown(stage, played(stage))
    monkeypatch.setattr("glfstory.pages.code.code_of", lambda stage, run: "A2C4E6G8")
    assert "\n- Version: 1.0.0\n- Run code: A2C4-E6G8\n" in as_markdown(stage, played(stage))
