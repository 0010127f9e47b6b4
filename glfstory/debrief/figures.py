"""Numbers with their words and where they come from."""

from glfstory.debrief.shape import Figure, OfRun, Origin
from glfstory.engine.stage import Stage
from glfstory.engine.story import NationalFigure
from glfstory.engine.walk import State
from glfstory.pages.meters import value_of
from glfstory.pages.words import FORMATS, formatted


def read(stage: Stage, name: str, state: State, where: str) -> Figure:
    """The value of a variable in a state of the run; `where` says which state that is."""
    return figure(stage, name, float(value_of(stage, name, state)), OfRun(f"{name}, {where}"))


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


def national(row: NationalFigure) -> str:
    """A number of the record in words: `375 million tons`, `15 to 16.5 million people`."""
    ends = [_written(each) for each in (row.value, row.high) if each is not None]
    return f"{' to '.join(ends)} {row.unit}".strip()


def _written(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def people_words(number: float) -> str:
    """So many dead, as they are told."""
    whole = round(number)
    return f"about {whole:,} of the village's people" if whole else "nobody"
