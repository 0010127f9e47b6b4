"""What in a run is record, what was composed, and its papers."""

from dataclasses import replace

from glfstory.debrief.make import debrief
from glfstory.debrief.papers import papers
from glfstory.debrief.record import fact_and_fiction
from glfstory.engine.stage import Stage
from glfstory.engine.story import Mark
from glfstory.engine.story.text import Block
from glfstory.pages.words import plain
from tests.debrief.conftest import moment_of, run_of
from tests.debrief.village import told_village


def test_only_what_the_run_showed_counts_as_met() -> None:
    base = told_village()
    assert fact_and_fiction(Stage(base), moment_of(Stage(base), "match", "match", "give")).met == ()
    bowl = replace(base.scenes["bowl"], text=(Block(((Mark("record"),),)),))
    stage = Stage(replace(base, scenes={**base.scenes, "bowl": bowl}))
    found = fact_and_fiction(stage, moment_of(stage, "match", "match", "give"))
    assert [(each.fact, each.dispute) for each in found.met] == [("record", "disputed")]


def test_works_estimates_and_what_was_composed(stage: Stage) -> None:
    found = fact_and_fiction(stage, moment_of(stage, "match", "match", "give"))
    assert [work.source for work in found.works] == ["book"]
    assert [(each.who, each.figure.words, each.method) for each in found.estimates] == [
        ("Li", "15 to 16.5 million people", "From registers.")
    ]
    assert [each.fact for each in found.disputed] == ["record"], "it is late, and the sources disagree"
    assert (found.composed, [work.source for work in found.reading]) == (("The village.",), ["book"])


def test_a_paper_reads_the_state_in_which_it_was_filed_and_says_that_it_is_fiction(stage: Stage) -> None:
    found = papers(stage, moment_of(stage, "match", "honest", "give"), "7F00")
    assert [(each.kind, *map(plain, each.lines)) for each in found.papers] == [
        ("Telegram", "ALL GRAIN 2,000 jin"),
        ("Note", "Nothing."),
    ]
    assert {each.watermark for each in found.papers} == {"Fiction: Small, run 7F00"}
    assert (found.years, [each.words for each in found.answers]) == ((1957, 1958), ["1,000 jin", "1,000 jin"])


def test_a_paper_whose_condition_does_not_hold_was_never_filed(stage: Stage) -> None:
    found = papers(stage, moment_of(stage, "match", "match", "give"), "7F00")
    assert [each.kind for each in found.papers] == ["Telegram"]


def test_without_papers_nobody_is_asked_to_judge_by_them(stage: Stage) -> None:
    bare = Stage(replace(stage.story, papers={}))
    found = papers(bare, moment_of(bare, "match", "match", "give"), "7F00")
    assert (found.papers, found.asks, found.answers) == ((), (), ())


def test_the_debrief_bears_the_code_or_the_seed_of_its_run(stage: Stage) -> None:
    found = debrief(stage, run_of(stage, "match", "match", "give"))
    assert (found.code, found.ending, found.is_over) == ("seed 7", "The end", True)
    assert not debrief(stage, run_of(stage, "match")).is_over
