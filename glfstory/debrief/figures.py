"""Numbers with their words and where they come from."""

from glfstory.debrief.shape import Figure, OfFact, Origin
from glfstory.engine.page import State
from glfstory.engine.program import Met
from glfstory.engine.stage import Setup, Stage
from glfstory.engine.story import NationalFigure
from glfstory.pages.meters import value_of
from glfstory.pages.words import FORMATS, formatted


def figure(stage: Stage, name: str, value: float, origin: Origin) -> Figure:
    """A value of a variable with its unit."""
    return Figure(value, in_unit(value, stage.story.variables[name].unit), origin)


def in_unit(value: float, unit: str) -> str:
    """A number as it is shown, with its unit: `430,000 jin`, `83 points`."""
    if unit in FORMATS:
        return formatted(value, unit)
    return f"{amount(value)} {unit}".strip()


def amount(value: float) -> str:
    """A number without a unit: whole from ten up, else with two decimals where it has any."""
    return f"{value:,.0f}" if abs(value) >= 10 else f"{value:.2f}".rstrip("0").rstrip(".")


def recorded(row: NationalFigure) -> Figure:
    """A number of the record: `375 million tons`, `15 to 16.5 million people`."""
    ends = [f"{each:,.3f}".rstrip("0").rstrip(".") for each in (row.value, row.high) if each is not None]
    return Figure(row.value, f"{' to '.join(ends)} {row.unit}", OfFact((row.fact,)), row.high)


def toll(stage: Stage, state: State, origin: Origin) -> Figure | None:
    """How many have died in a state; None where the story does not count them."""
    if stage.story.toll is None:
        return None
    return dead(stage, float(value_of(stage, stage.story.toll, state)), origin)


def dead(stage: Stage, share: float, origin: Origin) -> Figure:
    """A share of the village that has died, as people."""
    return Figure(share * (village_size(stage) or 100), dead_words(stage, share), origin)


def dead_words(stage: Stage, share: float, than: str = "") -> str:
    """So many people; of each hundred where the story does not say how many there were. `than` is more or fewer."""
    people = village_size(stage)
    of = "the village's people" if people else "each hundred people"
    whole = round(share * (people or 100))
    return " ".join(filter(None, ("about", f"{whole:,}", than, "of", of))) if whole else f"nobody of {of}"


def village_size(stage: Stage) -> float:
    """How many people the toll is a share of; 0 where the story does not say it."""
    people = stage.story.aftermath.people
    if people is None:
        return 0
    values = stage.first_values(Setup())
    return float(stage.program.question(people)(values, Met()))
