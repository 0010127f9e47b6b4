"""Small stories made up at random: conditions, effects, draws, chances, fates and rings of `go` in any mixture."""

from random import Random

from glfstory.engine.story import (
    Assign,
    Chance,
    Choice,
    Draw,
    Effects,
    Ending,
    Guard,
    Input,
    Length,
    Member,
    Option,
    Rule,
    Scene,
    Season,
    Story,
    Variable,
)
from tests.build import house, text

SCENES = ["a", "b", "c", "d", "e", "f"]
CHOICES = ["x", "y", "z"]
NUMBER = {"unit": "", "low": 0, "high": 9, "step": 1}
PLAIN = ["flag", "county == 'hard'", "season.year == 1958", "3 < m <= 6", "alive('old')", "gone('boy')", "rival > 4"]
NUMBERS = ["n + 1", "m - 2", "n * 2", "4", "n + m", "m // 2", "min(n, m) + 1", "n - m", "rival"]


class Maker:
    """Makes one story from one number."""

    def __init__(self, number: int) -> None:
        self.dice = Random(number)
        self.kinds = {id: self.dice.choice(["fixed", "fixed", "drawn", "led to"]) for id in SCENES}
        self.goals = [id for id, kind in self.kinds.items() if kind == "led to"]

    def atom(self) -> str:
        """A condition without parts."""
        dice = self.dice
        return dice.choice(
            [
                f"{dice.choice('nm')} {dice.choice(['<', '<=', '>', '>=', '==', '!='])} {dice.randint(-1, 9)}",
                f"m {dice.choice(['<', '>=', '=='])} n",
                f"twice {dice.choice(['>', '<='])} {dice.randint(0, 18)}",
                f"seen('{dice.choice(SCENES)}')",
                f"chose('{dice.choice(SCENES)}.{dice.choice(CHOICES)}')",
                f"weather {dice.choice(['==', '!='])} '{dice.choice(['dry', 'wet'])}'",
                f"post {dice.choice(['in', 'not in'])} ('out', 'away')",
                dice.choice(PLAIN),
            ]
        )

    def condition(self) -> str:
        """A condition."""
        one, other = self.atom(), self.atom()
        return self.dice.choice([one, one, f"{one} and {other}", f"{one} or {other}", f"not ({one} and {other})"])

    def maybe(self, odds: float) -> str | None:
        """A condition, or none."""
        return self.condition() if self.dice.random() < odds else None

    def assignment(self) -> Assign:
        """What one effect sets."""
        dice = self.dice
        name = dice.choice(["n", "n", "m", "tenths", "flag", "post"])
        texts = {
            "tenths": ["tenths + 0.3", "n / 7", "0.5"],
            "flag": ["true", "n > 3", "not flag"],
            "post": ["'out'", "'away'", "'in' if flag else post"],
        }
        return Assign(name, dice.choice(texts.get(name, NUMBERS)))

    def effects(self) -> Effects:
        """Up to two effects."""
        found: list[Assign | Guard] = []
        for _ in range(self.dice.randint(0, 2)):
            if self.dice.random() < 0.3:
                otherwise = (self.assignment(),) if self.dice.random() < 0.5 else ()
                found.append(Guard(self.condition(), (self.assignment(), self.assignment()), otherwise))
            else:
                found.append(self.assignment())
        return tuple(found)

    def scene(self, id: str) -> Scene:
        """A scene; it may be without choices."""
        dice, kind = self.dice, self.kinds[id]
        go = [None, None, *self.goals, *(["fell"] if dice.random() < 0.2 else [])]
        choices = tuple(
            Choice(name, (), do=self.effects(), when=self.maybe(0.7) if name == "z" else None, go=dice.choice(go))
            for name in CHOICES
        )
        choices = () if dice.random() < 0.1 else choices
        return Scene(
            id,
            id,
            text(id),
            choices,
            seasons=dice.choice([(), ("one",), ("two",), ("one", "three"), ("two", "three")]),
            order=dice.randint(1, 9) if kind == "fixed" else None,
            weight=1 if kind == "drawn" else None,
            when=self.maybe(0.4),
            unplayed="x" if choices and dice.random() < 0.3 else None,
        )

    def story(self) -> Story:
        """The story."""
        dice = self.dice
        draws = [(), (Draw(1, 5),), (Draw(2, 3),)]
        years = (("one", 1957), ("two", 1957), ("three", 1958))
        rules = {
            "opens": Rule("opens", "", self.effects()),
            "closes": Rule("closes", "", (*self.effects(), Assign("toll", "n / 18"))),
        }
        boy = Member("boy", "Boy", left=self.maybe(0.5), taken=self.maybe(0.3))
        return Story(
            id="made",
            title="Made",
            version="1.0.0",
            language="en",
            note=(),
            seasons=tuple(
                Season(name, year, "autumn", name, open=("opens",), draws=dice.choice(draws), close=("closes",))
                for name, year in years
            ),
            scenes={id: self.scene(id) for id in SCENES},
            endings={
                "early": Ending(
                    "early", "", text("x"), rank=1, early=True, when=f"{self.atom()} and {self.condition()}"
                ),
                "mid": Ending("mid", "", text("x"), rank=2, when=self.condition()),
                "fell": Ending("fell", "", text("x"), rank=3, early=True, when=f"{self.atom()} and {self.atom()}"),
                "end": Ending("end", "", text("x"), rank=9),
                "coda": Ending("coda", "", text("x"), coda=True, when=self.condition()),
            },
            variables={
                "n": Variable("n", "", "number", 2, **NUMBER),
                "m": Variable("m", "", "number", 4, **NUMBER),
                "tenths": Variable("tenths", "", "number", 0, low=0, high=2, step=0.1),
                "flag": Variable("flag", "", "flag", False),
                "post": Variable("post", "", "word", "in", words=("in", "out", "away")),
                "twice": Variable("twice", "", "number", computed="2 * n + tenths"),
                "toll": Variable("toll", "", "number", 0, low=0, high=1, step=0.1),
            },
            chances={
                "weather": Chance("weather", "year", {"else": {"dry": 1, "wet": 2}}),
                "visit": Chance("visit", "season", {"hard": {"dry": 1}, "else": {"dry": 1, "wet": 1}}, by="county"),
            },
            rules=rules,
            options={"county": Option("county", "", ("hard", "soft"), "soft")},
            lengths={"full": Length("full"), "short": Length("short", first="two", undrawn=("three",))},
            households=house(Member("old", "Old", frailty=0.9, spared="flag"), boy),
            inputs={"rival": Input("rival", "n + tenths", ("a", "c"), 0, 9, 1)},
            toll="toll",
        )
