"""A word is read as its writer says, wherever it is shown; where nothing is said, as it stands."""

import pytest

from glfstory.engine.run import Moment, begin, choose, replay
from glfstory.engine.stage import Stage
from glfstory.engine.story import Assign, Block, Insert, Option, Rule, Season, Story, Variable, Words
from glfstory.pages.chronicle import chronicle
from glfstory.pages.leaf import leaves
from glfstory.pages.values import values
from glfstory.pages.why import why
from glfstory.pages.words import plain
from tests.build import choice, scene, story

LABELS = {"nowhere": "in no book", "her_head": "in her head"}
READ = pytest.mark.parametrize(
    ("labels", "read", "lost"), [(LABELS, "in her head", "in no book"), ({}, "her head", "nowhere")]
)


def told(labels: dict[str, str]) -> Story:
    """A figure that is kept somewhere until the season closes, on which a meter depends."""
    where = Block(((Words("It is kept: "), Insert("book"), Words(".")),))
    keep = choice("keep", do=(Assign("book", "'her_head'"),), then=(where,))
    book = Variable("book", "Where it is kept.", "word", "nowhere", words=("nowhere", "her_head"), labels=labels)
    sure = Variable("sure", "How sure.", "number", high=9, computed="1 if book == 'nowhere' else 5")
    return story(
        scene("first", keep, choice("b"), order=1, seasons=("one",)),
        scene("then", choice("a"), choice("b"), order=2, seasons=("one",)),
        scene("last", choice("a"), choice("b"), order=3, seasons=("two",)),
        variables={"book": book, "sure": sure},
        options={"county": Option("county", "How hard.", ("hard",), "hard", {"hard": "as any"} if labels else {})},
        seasons=(Season("one", 1957, "autumn", "Autumn", close=("lose",)), Season("two", 1958, "winter", "Winter")),
        rules={"lose": Rule("lose", "It is lost.", (Assign("book", "'nowhere'"),))},
        meters=("sure",),
    )


def played(labels: dict[str, str], *choices: str) -> tuple[Stage, Moment]:
    stage = Stage(told(labels))
    run = begin(stage.story, 1)
    for each in choices:
        run = choose(stage, run, each)
    return stage, replay(stage, run)


@READ
def test_the_chronicle_tells_it(labels: dict[str, str], read: str, lost: str) -> None:
    assert chronicle(*played(labels, "keep"))[0].changed == ("sure 1 → 5", f"Where it is kept: {read}")


@READ
def test_a_text_inserts_it(labels: dict[str, str], read: str, lost: str) -> None:
    stage, moment = played(labels, "keep")
    outcome = next(page for page in moment.pages if page.kind == "outcome")
    assert [plain(line) for leaf in leaves(stage, outcome) for line in leaf.lines] == [f"It is kept: {read}."]


@READ
def test_what_moved_a_meter_is_told_in_it(labels: dict[str, str], read: str, lost: str) -> None:
    parts = {cause.kind: cause.parts for cause in why(*played(labels, "keep", "a"), "one")[0].causes}
    assert [(part.title, part.before, part.after) for part in parts["rule"]] == [("book", read, lost)]


@pytest.mark.parametrize(
    ("labels", "book", "before", "county"),
    [(LABELS, "her_head (in her head)", "nowhere (in no book)", "hard (as any)"), ({}, "her_head", "nowhere", "hard")],
)
def test_a_writer_sees_it_behind_the_id(labels: dict[str, str], book: str, before: str, county: str) -> None:
    held = {each.name: each for each in values(*played(labels, "keep"))}
    assert (held["book"].value, held["book"].before, held["county"].value) == (book, before, county)
