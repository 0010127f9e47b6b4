"""A run as plain data: screenfuls, numbers in words, meters, households, ledgers, the chronicle."""

from dataclasses import replace

import pytest

from glfstory.engine.page import State
from glfstory.engine.run import begin, choose, replay
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import (
    Assign,
    Block,
    Ending,
    Insert,
    Ledger,
    Length,
    Mark,
    Member,
    OneOf,
    Rule,
    Season,
    Story,
    Variable,
    Words,
)
from glfstory.pages.chronicle import chronicle
from glfstory.pages.ledger import LedgerYear, ledger
from glfstory.pages.meters import meter_words, meters, season_strip
from glfstory.pages.sitting import sit
from glfstory.pages.village import village
from glfstory.pages.words import formatted, plain, screens
from tests.build import choice, house, number, scene, story, text
from tests.engine.test_account import granary

FORMATTED = [
    (441234.4, "jin", "441,234 jin"),
    (441234, "tonnes", "221 tonnes"),
    (2000, "tonnes", "1 tonne"),
    (0.254, "percent", "25 percent"),
    (1, "people", "1 person"),
    (1234, "people", "1,234 people"),
    (1.2, "days", "1 day"),
    (5, "signed", "+5"),
    (-1200, "signed", "-1,200"),
    (1.346, "2", "1.35"),
    (1234.5, "0", "1,234"),
    (12.0, "", "12"),
    (1.5, "", "1.5"),
    ("autumn", "", "autumn"),
]


@pytest.mark.parametrize(("value", "form", "words"), FORMATTED)
def test_numbers_in_words(value: float | str, form: str, words: str) -> None:
    assert formatted(value, form) == words


def test_a_block_that_runs_on_goes_on_in_the_paragraph_before_it() -> None:
    def block(words: str, when: str | None = None, *, runs_on: bool = True) -> Block:
        return Block((*((Words(each),) if each else () for each in words.split("|")),), when, runs_on)

    parts = (
        block("First.|", runs_on=False),
        block("Begins the second page."),
        block("Never.", "n > 50"),
        OneOf((block("Never.", "n > 50"), block("Goes on.|Stands alone."))),
        block("Goes on too."),
        block("Begins.", runs_on=False),
    )
    stage = Stage(story(scene("a"), variables={"n": number("n", 5)}))
    pages = screens(stage.program, parts, State(tuple(stage.first_values(Setup())), frozenset()))
    assert [[plain(each) for each in page] for page in pages] == [
        ["First."],
        ["Begins the second page. Goes on.", "Stands alone. Goes on too.", "Begins."],
    ]


def told() -> Story:
    """Two seasons with a ledger, a village and a text in parts."""
    parts = (
        Block(((Words("First, "), Insert("n", "jin", "em"), Words("."), Mark("mu")), ())),
        OneOf((Block(((Words("Much."),),), "n > 50"), Block(((Words("Little."),),)))),
        Block(((Words("Never."),),), "n > 90"),
    )
    seasons = (
        Season("one", 1957, "autumn", "Autumn 1957", close=("grow",), turn=text("One is over.")),
        Season("two", 1958, "winter", "Winter 1958", close=("mourn",), turn=text("Two is over.")),
    )
    people = (
        Member("granny", "Granny", 1889, frailty=1, when_dead=text("Granny was not at the gate.")),
        Member("son", "The son", frailty=0.001, left="n >= 30"),
        Member("child", "The child", birth="season.year == 1958"),
    )
    share = Variable("toll", "", "number", 0, "", 0, 1, 0.01)
    days = Variable("days_of_food", "", "number", 0, "days", 0, 100, computed="n * 2")
    return story(
        replace(
            scene("first", choice("a", add=5), choice("b", when="n > 50", locked=(Words("Too little."),)), choice("c")),
            text=parts,
            order=10,
            seasons=("one",),
        ),
        scene("last", order=10, seasons=("two",)),
        seasons=seasons,
        variables={"n": number("n", 20), "toll": share, "days_of_food": days},
        rules={
            "grow": Rule("grow", "", (Assign("n", "n + 7"),)),
            "mourn": Rule("mourn", "", (Assign("toll", "0.5"),)),
        },
        households=house(*people),
        toll="toll",
        meters=("n", "days_of_food"),
        ledger=Ledger("n", "n + 1", "n - 1", "toll", ("one", "two")),
    )


def test_a_passage_is_cut_at_its_page_breaks_and_the_last_page_asks() -> None:
    stage = Stage(told())
    sitting = sit(stage, begin(stage.story, 1))
    assert [leaf.kind for leaf in sitting.leaves] == ["passage", "passage"]
    first, second = sitting.leaves
    assert [plain(line) for line in first.lines] == ["First, 20 jin."]
    assert first.marks == ("mu",)
    assert first.choices == ()
    assert [plain(line) for line in second.lines] == ["Little."]
    assert [(each.id, each.number, plain(each.reason)) for each in second.choices] == [
        ("a", 1, ""),
        ("b", 0, "Too little."),
        ("c", 2, ""),
    ]


def test_a_sitting_goes_on_chooses_and_comes_back() -> None:
    stage = Stage(told())
    sitting = sit(stage, begin(stage.story, 1))
    assert sitting.on().on() == sitting.on()
    after = sitting.on().choose("a")
    assert [leaf.kind for leaf in after.leaves] == ["outcome", "turn", "passage"]
    assert after.leaf.title == "First"
    back = after.on().back()
    assert (back.leaf.kind, back.leaf.scene, back.moment.run.decisions) == ("passage", "first", ())
    over = after.choose("a")
    assert not over.is_over
    while not over.is_last:
        over = over.on()
    assert over.is_over
    assert over.leaf.kind == "ending"


def test_a_turn_says_what_became_of_people() -> None:
    stage = Stage(told())
    run = choose(stage, begin(stage.story, 1), "a")
    turn = sit(stage, run).leaves[1]
    assert [plain(line) for line in turn.lines] == ["One is over.", "The son has left the village."]
    turn = sit(stage, choose(stage, run, "a")).leaves[1]
    assert [plain(line) for line in turn.lines] == [
        "Two is over.",
        "The child was born.",
        "Granny was not at the gate.",
    ]


def test_a_turn_is_headed_with_its_own_title_or_the_seasons() -> None:
    small = told()
    one, two = small.seasons
    stage = Stage(replace(small, seasons=(replace(one, turn_title="The ice goes out"), two)))
    run = choose(stage, begin(stage.story, 1), "a")
    assert sit(stage, run).leaves[1].title == "The ice goes out"
    assert sit(stage, choose(stage, run, "a")).leaves[1].title == "Winter 1958"


def test_a_run_that_is_over_opens_at_its_ending() -> None:
    stage = Stage(told())
    run = choose(stage, choose(stage, begin(stage.story, 1), "a"), "a")
    assert sit(stage, run).leaf.kind == "ending"


def test_death_scenes_are_shown_in_short_where_that_was_asked() -> None:
    grave = replace(scene("grave", order=10), summary=text("In short."))
    stage = Stage(story(grave))
    full, short = (sit(stage, begin(stage.story, 1), summarised=each) for each in (False, True))
    assert plain(full.leaf.lines[0]) == "This is grave."
    assert plain(short.leaf.lines[0]) == "In short."
    assert short.summarise(False).leaf == full.leaf


def test_meters_show_value_share_and_trend_since_the_last_decision() -> None:
    stage = Stage(told())
    run = begin(stage.story, 1)
    moment = replay(stage, run)
    n, days = meters(stage, moment, moment.state)
    assert (n.title, n.words, n.share, n.trend) == ("n", "20", 0.2, 0)
    assert (days.title, days.words, days.share) == ("days of food", "40", 0.4)
    moment = replay(stage, choose(stage, run, "a"))
    outcome = moment.pages[moment.fresh]
    assert [each.trend for each in meters(stage, moment, outcome.state)] == [1, 1]
    assert [each.trend for each in meters(stage, moment, moment.pages[-1].state)] == [1, 1]
    assert [each.trend for each in meters(stage, moment, moment.pages[0].state)] == [0, 0]


def test_a_meter_goes_where_it_went_last_and_between_two_decisions_only_where_both_agree() -> None:
    stage = Stage(granary())
    moment = replay(stage, choose(stage, begin(stage.story, 3), "leave"))
    outcome, last = moment.pages[moment.fresh], moment.pages[-1]
    days = [meters(stage, moment, each.state)[1] for each in (moment.pages[0], outcome, last)]
    assert [(each.words, each.trend) for each in days] == [("14", 0), ("25", 1), ("11", -1)]
    assert meters(stage, moment, outcome.state, at_decisions=True)[1].trend == 1
    assert "days 11, falling" in meter_words(stage, moment, last.state)
    moment = replay(stage, choose(stage, begin(stage.story, 3), "lie"))
    outcome, last = moment.pages[moment.fresh], moment.pages[-1]
    assert [meters(stage, moment, each.state)[0].trend for each in (outcome, last)] == [1, -1]
    assert meter_words(stage, moment, last.state).startswith("Name 55;")


def test_the_strip_knows_past_now_and_to_come() -> None:
    stage = Stage(told())
    moment = replay(stage, choose(stage, begin(stage.story, 1), "a"))
    assert [(each.year, each.when) for each in season_strip(stage, moment.state)] == [(1957, "past"), (1958, "now")]


def test_the_village_lists_fates_and_since_when() -> None:
    stage = Stage(told())
    run = begin(stage.story, 1)
    assert [each.name for each in village(stage, replay(stage, run))[0].residents] == ["Granny", "The son"]
    moment = replay(stage, choose(stage, choose(stage, run, "a"), "a"))
    assert [(each.name, each.fate, each.since) for each in village(stage, moment)[0].residents] == [
        ("Granny", "dead", "Winter 1958"),
        ("The son", "left", "Autumn 1957"),
        ("The child", "here", "Winter 1958"),
    ]


def test_everyone_has_an_age_and_what_was_said_of_them() -> None:
    stage = Stage(told())
    moment = replay(stage, choose(stage, choose(stage, begin(stage.story, 1), "a"), "a"))
    home = village(stage, moment)[0]
    assert [(each.age, [plain(line) for line in each.told]) for each in home.residents] == [
        (69, ["Granny was not at the gate."]),
        (None, ["The son has left the village."]),
        (None, ["The child was born."]),
    ]
    assert (home.counted("here"), home.last_change) == (1, "Winter 1958")
    short = village(stage, moment, summarised=True)[0].residents[0]
    assert [plain(line) for line in short.told] == ["Granny has died."]


def test_what_became_of_people_before_a_short_run_is_known_with_its_season() -> None:
    rules = {**told().rules, "grow": Rule("grow", "", (Assign("n", "n + 12"),))}
    stage = Stage(replace(told(), lengths={"short": Length("short", first="two")}, rules=rules))
    moment = replay(stage, begin(stage.story, 1))
    assert [(each.name, each.since) for each in village(stage, moment)[0].residents] == [
        ("Granny", ""),
        ("The son", "Autumn 1957"),
    ]


def test_the_ledger_closes_year_by_year() -> None:
    stage = Stage(told())
    run = begin(stage.story, 1)
    assert ledger(stage, replay(stage, run)) == ()
    moment = replay(stage, choose(stage, run, "a"))
    assert ledger(stage, moment) == (LedgerYear(1957, 32, 33, 31, 0),)


def test_books_that_are_not_the_players_open_when_the_run_is_over() -> None:
    shut = replace(told(), ledger=Ledger("n", "n + 1", "n - 1", "toll", ("one", "two"), "n < 30"))
    stage = Stage(shut)
    sitting = sit(stage, begin(stage.story, 1)).choose("c").choose("a")
    seen = []
    while not sitting.is_last:
        seen.append([(each.year, each.said, each.true, each.left) for each in ledger(stage, sitting.so_far)])
        sitting = sitting.on()
    assert seen[0] == [(1957, 27, 28, 0)]
    assert seen[-1] == [(1957, 27, 28, 0), (1958, 28, 29, 0.5)]
    hidden = sit(stage, begin(stage.story, 1)).choose("a").choose("a")
    assert ledger(stage, hidden.so_far) == (LedgerYear(1957, 32, None, 31, None),)
    assert ledger(stage, hidden.so_far)[0].is_closed
    while not hidden.is_last:
        hidden = hidden.on()
    assert ledger(stage, hidden.so_far)[0] == LedgerYear(1957, 32, 33, 31, 0)


def test_the_chronicle_tells_every_decision_in_its_words() -> None:
    stage = Stage(told())
    moment = replay(stage, choose(stage, choose(stage, begin(stage.story, 1), "c"), "b"))
    assert [(each.number, each.season, each.scene, each.words) for each in chronicle(stage, moment)] == [
        (1, "Autumn 1957", "First", "c"),
        (2, "Winter 1958", "Last", "b"),
    ]
    stage = Stage(replace(told(), reasons={"fear": "I was afraid."}))
    moment = replay(stage, choose(stage, begin(stage.story, 1), "c", "fear"))
    assert [each.words for each in chronicle(stage, moment)] == ["c (I was afraid.)"]


def test_an_ending_without_words_is_still_a_page() -> None:
    silent = Ending("end", "The end", (Block(((Words("Never."),),), "n > 50"),), rank=1)
    last = scene("x", choice("a", then=()), choice("b"), order=10, seasons=("two",))
    stage = Stage(story(last, endings={"end": silent}))
    over = sit(stage, choose(stage, begin(stage.story, 1), "a"))
    assert [leaf.title for leaf in over.leaves if leaf.kind == "ending"] == ["The end"]
    assert over.so_far.ending is not None
