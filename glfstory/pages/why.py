"""Why a meter stands where it stands: what moved it in a season, in words, from the engine's own account."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from glfstory.engine.account import Moved
from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import Value
from glfstory.pages.leaf import choice_words
from glfstory.pages.ledger import closed_books
from glfstory.pages.meters import title_of
from glfstory.pages.words import worded

DECIDED = "You decided"
UNASKED = "As it went without you"


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a meter is made of, and how a cause changed it."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Cause:
    """What moved a meter, once or several times in the season."""

    kind: str
    """`choice` for a decision of the player, else as in the account."""
    words: str
    amount: Fraction
    """By how much, exactly: all of a season together are its change."""
    shown: int
    """The same in whole numbers that together are the change in whole numbers."""
    parts: tuple[Part, ...] = ()
    """Of a computed meter: what it changed among the names that the meter is made of, unless the books are closed."""


@dataclass(frozen=True, slots=True)
class Why:
    """One meter in one season."""

    meter: str
    title: str
    says: str
    season: str
    """The season's title."""
    before: int
    """Where the meter stood when the season before was over, as it is shown."""
    now: int
    causes: tuple[Cause, ...]

    @property
    def change(self) -> int:
        """How far it moved, as it is shown."""
        return self.now - self.before


def told_seasons(stage: Stage, moment: Moment) -> tuple[str, ...]:
    """The seasons of which there is something to tell, and the one under way, in order."""
    shown = {page.season for page in moment.pages}
    return tuple(season.id for season in stage.story.seasons if season.id in shown)


def season_to_tell(stage: Stage, moment: Moment) -> str:
    """The season under way, or the one before where nothing has moved a meter yet."""
    seasons = told_seasons(stage, moment)
    moved = {each.season for each in moment.account}
    return next((season for season in reversed(seasons[-2:]) if season in moved), seasons[-1] if seasons else "")


def why(stage: Stage, moment: Moment, season: str) -> tuple[Why, ...]:
    """Every meter, and what moved it in a season, in the order in which it happened."""
    title = next((each.title for each in stage.story.seasons if each.id == season), "")
    return tuple(_why(stage, moment, place, season, title) for place in range(len(stage.story.meters)))


def _why(stage: Stage, moment: Moment, place: int, season: str, title: str) -> Why:
    meter = stage.story.meters[place]
    order = [each.id for each in stage.story.seasons]
    told = [each for each in moment.account if each.season == season and each.before[place] != each.after[place]]
    later = [each for each in moment.account if order.index(each.season) > order.index(season)]
    now = float(stage.program.question(meter)(moment.state.values, moment.state.met))
    end = told[-1].after[place] if told else later[0].before[place] if later else now
    start = told[0].before[place] if told else end
    grouped: dict[tuple[str, str], list[Moved]] = {}
    for each in told:
        grouped.setdefault((each.kind, each.cause), []).append(each)
    amounts = [sum((_amount(each, place) for each in group), Fraction()) for group in grouped.values()]
    whole = apportioned(amounts, round(end) - round(start))
    is_open = season not in closed_books(stage, moment)
    causes = tuple(
        Cause(
            kind,
            _words(stage, moment, kind, cause),
            amount,
            shown,
            tuple(_parts(stage, meter, group if is_open else ())),
        )
        for ((kind, cause), group), amount, shown in zip(grouped.items(), amounts, whole, strict=True)
    )
    says = stage.story.variables[meter].says
    return Why(meter, title_of(meter), says, title, round(start), round(end), causes)


def _amount(moved: Moved, place: int) -> Fraction:
    return Fraction(moved.after[place]) - Fraction(moved.before[place])


def apportioned(amounts: Sequence[Fraction], total: int) -> list[int]:
    """Whole numbers near the amounts that together are the total."""
    whole = [floor(amount) for amount in amounts]
    rest = total - sum(whole)
    by_fraction = sorted(range(len(whole)), key=lambda place: whole[place] - amounts[place])
    for place in by_fraction[:rest] if rest >= 0 else by_fraction[rest:]:
        whole[place] += 1 if rest >= 0 else -1
    return whole


def _words(stage: Stage, moment: Moment, kind: str, cause: str) -> str:
    story = stage.story
    match kind:
        case "rule":
            return " ".join(story.rules[cause].says.split())
        case "choice" | "stand-in":
            scene, _, name = cause.partition(".")
            choice = story.scenes[scene].choice(name)
            page = next((each for each in moment.pages if each.kind == "passage" and each.scene == scene), None)
            words = choice_words(stage, choice, page.state if page else moment.state) if choice else name
            return f"{DECIDED if kind == 'choice' else UNASKED}: {words}"
        case "input":
            return " ".join(each.says for each in story.inputs.values() if cause in each.scenes)
        case "scene":
            return f"{story.scenes[cause].title}."
        case "fates":
            return "What became of people."
    return "The season came."


def _parts(stage: Stage, meter: str, group: Sequence[Moved]) -> Iterator[Part]:
    """Nothing for a stored meter, which is its own only part; people are not counted here but named elsewhere."""
    if stage.story.variables[meter].computed is None:
        return
    reads = stage.program.reads(meter)
    first: dict[str, Value] = {}
    last: dict[str, Value] = {}
    for each in group:
        for name, before, after in each.parts:
            if stage.program.slots[name] in reads:
                first.setdefault(name, before)
                last[name] = after
    for name, before in first.items():
        variable = stage.story.variables.get(name)
        if variable is not None and variable.unit != "people" and before != last[name]:
            form = variable.unit if variable.unit in ("jin", "days") else ""
            then, now = (worded(stage.story, name, value, form) for value in (before, last[name]))
            yield Part(title_of(name), then, now)
