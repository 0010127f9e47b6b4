"""A small story that has everything a debrief tells of, with numbers that can be worked out by hand.

In both years the scales say 1000. 0.275 of what is said is taken; where that is over 300, ten in a hundred die, else
two.
"""

from dataclasses import replace

from glfstory.engine.story import (
    Aftermath,
    Assign,
    Chance,
    Claim,
    Constant,
    Fact,
    Guard,
    Insert,
    Ledger,
    NationalFigure,
    OtherRoad,
    Paper,
    Rule,
    Scene,
    Source,
    Story,
    Variable,
    Words,
)
from glfstory.engine.story.text import Block
from tests.build import choice, number, scene, story, text


def report(season: str) -> Scene:
    """The scene in which a harvest is reported."""
    honest = replace(
        choice("honest", tags=("weighed",)), do=(Assign("said", "harvest"), Assign("standing", "standing - 10"))
    )
    match = replace(choice("match", tags=("match",)), do=(Assign("said", "2 * harvest"),))
    return scene(f"scales-{season}", honest, match, seasons=(season,), order=10, tags=("report",))


def told_village() -> Story:
    """The story."""
    bowl = scene("bowl", choice("give"), choice("keep"), seasons=("two",), order=20)
    base = story(report("one"), report("two"), bowl)
    seasons = tuple(replace(season, close=("levy",)) for season in base.seasons)
    deaths = Guard("taken > 300", (Assign("dead", "dead + 0.1"),), (Assign("dead", "dead + 0.02"),))
    levy = Rule("levy", "A part of what was said is taken.", (Assign("taken", "levy * said"), deaths))
    record = Fact(
        "record",
        "The harvests were 195 and 200 million tons; 375 was said of the second. 48 was taken of the first.",
        "1957",
        "contradictory",
        "medium",
        (Claim("15 to 16.5 million died.", "book"),),
        late=True,
    )
    return replace(
        base,
        seasons=seasons,
        rules={"levy": levy},
        constants={"levy": Constant("levy", "The levy.", "share", {"else": 0.275}, low=0.1, high=0.5, assumed="So.")},
        chances={"rain": Chance("rain", "year", {"else": {"dry": 1, "wet": 1}})},
        variables={
            "standing": replace(number("standing", 50), unit="points"),
            "said": Variable("said", "Said.", "number", 0, "jin", 0, 10_000, 1),
            "harvest": Variable("harvest", "True.", "number", 1000, "jin", 0, 10_000, 1),
            "taken": Variable("taken", "Taken.", "number", 0, "jin", 0, 10_000, 1),
            "left": Variable(
                "left", "Left.", "number", 0, "jin a head", 0, 1000, 1, computed="(harvest - taken) / 100"
            ),
            "people": Variable("people", "People.", "number", 0, "people", 0, 100, 1, computed="100 - 100 * dead"),
            "dead": Variable("dead", "Died.", "number", 0, "share", 0, 1, 0.01),
        },
        meters=("standing",),
        ledger=Ledger("said", "harvest", "taken", "left", ("one", "two"), "standing > 35"),
        toll="dead",
        tags={"report": "A report.", "weighed": "As weighed.", "match": "As next door."},
        policies={"honest": ("weighed",), "typical": ("match",)},
        sources={"book": Source("book", "A Book", "Li", 1999)},
        facts={"record": record},
        nation={
            each.id: each
            for each in (
                NationalFigure("true-1957", "true", 195, "million tons", "record", 1957, says="older"),
                NationalFigure("true-1958", "true", 200, "million tons", "record", 1958, says="older"),
                NationalFigure("said-1958", "said", 375, "million tons", "record", 1958, says="in December"),
                NationalFigure("taken-1957", "taken", 48, "million tons", "record", 1957, says="gross"),
                NationalFigure("dead", "toll", 15, "million people", "record", 0, 16.5, "From registers.", "book"),
            )
        },
        papers={
            "wire": Paper("wire", "Telegram", "From the commune", words("ALL GRAIN ", "said"), "one"),
            "note": Paper("note", "Note", "At the end", text("Nothing."), None, "said == harvest"),
        },
        aftermath=Aftermath(
            people="people",
            roads={
                "honest": OtherRoad("honest", "honest reports", "As weighed.", "report", ("weighed",)),
                "mild": OtherRoad("mild", "a mild county", "Less is taken.", changed={"levy": 0.1}),
            },
            limits=("It is a model.",),
            composed=("The village.",),
            reading=("book",),
        ),
    )


def words(before: str, expression: str) -> tuple[Block]:
    """One paragraph with an insert behind it."""
    return (Block(((Words(before), Insert(expression, "jin")),)),)
