"""A small story with everything that a screen shows, and a desk that keeps its runs in a temporary folder."""

from pathlib import Path

import pytest

from glfstory.engine.story import (
    Assign,
    Block,
    Choice,
    Claim,
    Ending,
    Event,
    Fact,
    Household,
    Ledger,
    Mark,
    Member,
    Paragraph,
    Scene,
    Season,
    Source,
    Story,
    Term,
    Text,
    Variable,
    Words,
)
from glfstory.saving.desk import Desk
from glfstory.saving.entrance import Entrance
from glfstory.saving.places import Places


def told(*paragraphs: Paragraph) -> Text:
    """Paragraphs, an empty one being a page break."""
    return (Block(paragraphs),)


def say(words: str) -> Paragraph:
    """Bare words."""
    return (Words(words),)


def number(id: str, start: float, high: float, unit: str = "") -> Variable:
    """A whole number that changes."""
    return Variable(id, id, "number", start, unit, 0, high, 1)


SCALES = Scene(
    "the-scales",
    "The scales",
    told(
        (
            Words("Li reads the beam twice and says [two hundred] to the mu."),
            Mark("mu"),
            Words(" Red Star has claimed "),
            Words("three times", "em"),
            Words(" as much."),
            Mark("sputnik"),
            Mark("levy"),
        ),
        say("The operator holds the line. [/ Somebody coughs."),
    ),
    (
        Choice(
            "honest",
            say("Send up the figure on the scales."),
            (Assign("reported", "harvest"), Assign("standing", "standing - 12")),
            told(say("The operator asks you to repeat it, slowly.")),
        ),
        Choice(
            "more",
            say("Send up what Red Star sent up, since the district goes by the average of its neighbours anyway."),
            (Assign("reported", "harvest * 3"), Assign("standing", "standing + 6")),
            told(say("The line is clear at once.")),
        ),
        Choice(
            "recount",
            say("Ask the county to send a man."),
            when="standing >= 70",
            locked=say("No one has asked that since the meetings."),
        ),
    ),
    ("1958-autumn",),
    10,
    reason=True,
)
GRANNY = Scene(
    "the-bowl",
    "The bowl",
    told(say("Grandmother Zhao gives her bowl away. " * 40)),
    (
        Choice("eat", say("Eat what is there."), (Assign("stores", "stores - 20"), Assign("toll", "0.5"))),
        Choice("save", say("Put half aside."), (Assign("stores", "stores - 10"),)),
    ),
    ("1958-winter",),
    10,
    summary=told(say("Grandmother Zhao gives her bowl away.")),
)
SPRING = Scene(
    "the-field",
    "The field",
    told(say("The first page of the field."), (), say("The second page of the field.")),
    (Choice("sow", say("Sow.")), Choice("wait", say("Wait."))),
    ("1959-spring",),
    10,
)


def small_story() -> Story:
    """Three seasons, three decisions, two ends of a village."""
    close = told(say("The carts go out by the north gate."))
    seasons = (
        Season("1958-autumn", 1958, "autumn", "Autumn 1958", told(say("The rice is in.")), turn=close),
        Season("1958-winter", 1958, "winter", "Winter 1958", turn=close),
        Season("1959-spring", 1959, "spring", "Spring 1959", turn=close),
    )
    granny = Member("granny", "Grandmother Zhao", 1889, 0.9, when_dead=told(say("Grandmother Zhao has died.")))
    house = Household("zhao", "The Zhao house", told(say("Your own kin.")), (granny, Member("shitou", "Shitou", 1946)))
    claims = (
        Claim("Communes bid for records.", "cairns", where="paragraph 5"),
        Claim("A county said three thousand.", "riley", value=3000, unit="jin a mu", where="p. 92"),
    )
    return Story(
        id="small",
        title="Small Story",
        version="1.0.0",
        language="en",
        note=told(say("This story is about a famine."), say("You can stop at any time.")),
        seasons=seasons,
        scenes={each.id: each for each in (SCALES, GRANNY, SPRING)},
        endings={"end": Ending("end", "The end", told(say("It is over.")), rank=1)},
        variables={
            "standing": number("standing", 55, 100),
            "stores": number("stores", 120, 400, "days"),
            "harvest": number("harvest", 720000, 3000000, "jin"),
            "reported": number("reported", 700000, 3000000, "jin"),
            "taken": Variable("taken", "", "number", computed="reported * 0.25"),
            "left": Variable("left", "", "number", computed="(harvest - reported * 0.25) / 600", unit="jin"),
            "toll": Variable("toll", "", "number", 0, "share", 0, 1, 0.1),
        },
        households={"zhao": house},
        sources={
            "cairns": Source("cairns", "The Sputniks", "Cairns", 2018),
            "riley": Source("riley", "Fields of Paper", "Riley", 2003),
        },
        facts={
            "sputnik": Fact("sputnik", "A new record was called a sputnik.", "1958", "contradictory", "high", claims),
            "levy": Fact("levy", "The levy followed the report.", "", "single-source", "medium", claims[:1], "A note."),
        },
        glossary={"mu": Term("mu", "mu", "A fifteenth of a hectare.", "亩", "mǔ")},
        timeline={
            "bids": Event("bids", "1958-09", "verified", "A bid goes over the loudspeaker.", facts=("sputnik",)),
            "thaw": Event("thaw", "1959-04", "verified", "A letter.", cites=("riley",), opens="1959-spring"),
        },
        reasons={"fear": "I was afraid.", "protect": "To protect the village."},
        meters=("standing", "stores"),
        ledger=Ledger("reported", "harvest", "taken", "left", ("1958-autumn",)),
        toll="toll",
    )


def desk_of(story: Story | str, home: Path) -> Desk:
    """A desk for a story, or for the sentence that says why there is none."""
    title = story if isinstance(story, str) else story.title
    return Desk(title, lambda: story, Places(home / "saves", home / "settings.json", home / "cache"))


def entrance_of(desk: Desk) -> Entrance:
    """The way to a desk that is there already."""
    return Entrance(desk.title, "A small history", desk.places.settings, lambda: desk)


@pytest.fixture(autouse=True)
def _one_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glfstory.saving.desk.secrets.randbelow", lambda _: 7)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with the small story, its reader past the first hints."""
    (tmp_path / "settings.json").write_text('{"hinted": 3}', encoding="utf-8")
    return desk_of(small_story(), tmp_path)
