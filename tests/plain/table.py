"""A small village to play line by line, and what is said at its table."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

from glfstory.engine.story import (
    Assign,
    Block,
    Claim,
    Event,
    Fact,
    Insert,
    Ledger,
    Mark,
    Member,
    Rule,
    Source,
    Story,
    Term,
    Variable,
    Words,
)
from glfstory.plain import play
from glfstory.saving.desk import Desk
from glfstory.saving.places import Places
from glfstory.saving.wishes import Wishes
from tests.build import choice, house, scene, story, text

CLAIM = Claim("It was called so.", "book", where="p. 3", value=3, unit="times")
SCALES = Block(((Words("Wang reads the beam: "), Insert("grain", "jin"), Words("."), Mark("record"), Mark("mu")),))


def village() -> Story:
    """Two seasons: a report with a closed choice and a reason, a page of death, and someone who dies."""
    scales = scene(
        "scales",
        choice("truth", add=1),
        choice("lie"),
        choice("wait", when="n > 50", locked=(Words("Nobody waits."),)),
        order=1,
        seasons=("one",),
        reason=True,
    )
    winter = scene("winter", order=1, seasons=("two",), tags=("death",), summary=text("Someone is gone."))
    told = story(
        replace(scales, text=(SCALES,)),
        winter,
        variables={
            "n": Variable("n", "How it stands.", "number", 5, "", 0, 100, 1),
            "grain": Variable("grain", "Grain in store.", "number", 1200, "jin", 0, 9000),
            "toll": Variable("toll", "Who died.", "number", 0, "share", 0, 1, 0.1),
        },
        rules={"hunger": Rule("hunger", "Hunger.", (Assign("toll", "1"),))},
        households=house(Member("granny", "Granny", when_dead=text("Granny did not come to the hall."))),
        facts={
            "record": Fact("record", "A record was a sputnik.", "1958", "single-source", "high", (CLAIM,), "Not all."),
        },
        sources={"book": Source("book", "A book", "Writer", 2000)},
        timeline={
            "bids": Event("bids", "1957-10", "unchecked", sees="They bid."),
            "thaw": Event("thaw", "1958-11", "unchecked", "A letter.", opens="1958-winter"),
        },
        glossary={"mu": Term("mu", "mu", "A fifteenth of a hectare.", "亩", "mǔ")},
        meters=("n", "grain"),
        toll="toll",
        ledger=Ledger("grain", "grain", "n", "n", ("one",)),
        reasons={"fear": "I was afraid.", "duty": "It was asked of me."},
    )
    one, two = told.seasons
    return replace(told, seasons=(one, replace(two, close=("hunger",))))


class Table:
    """A desk and what was said at it."""

    def __init__(self, folder: Path, *, keeps: bool = True, told: Story | None = None, **wishes: object) -> None:
        self.places = Places(folder / "saves", folder / "settings.json", folder / "cache")
        self.keeps, self.told = keeps, told or village()
        self.wishes = Wishes(**wishes)  # type: ignore[arg-type]
        self.trouble = ""

    def desk(self) -> Desk:
        return Desk("The village", lambda: self.told, self.places, self.wishes, keeps=self.keeps)

    def play(self, *lines: str, prompts: bool = False) -> str:
        out = StringIO()
        self.trouble = play(self.desk(), StringIO("".join(f"{line}\n" for line in lines)), out, prompts=prompts)
        return out.getvalue()
