"""What the commands show, as lines of plain words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from glfstory.engine.run import Moment
from glfstory.engine.stage import Stage
from glfstory.engine.story import Story
from glfstory.pages.archive import Card, card, find
from glfstory.pages.chronicle import changed_words, chronicle
from glfstory.pages.ledger import CLOSED, ledger
from glfstory.pages.links import KINDS, is_of, links
from glfstory.pages.meters import in_words, meters, season_strip
from glfstory.pages.sitting import Sitting
from glfstory.pages.village import Home, Resident, village
from glfstory.pages.why import season_to_tell, told_seasons, why
from glfstory.pages.words import FORMATS, Line, formatted, plain
from glfstory.plain.cards import card_lines, listed
from glfstory.plain.commands import COMMANDS

GONE = {"left": "Left", "taken": "Taken away", "dead": "Dead"}
PERSON_FATES = {"here": "born", "left": "left", "taken": "taken away", "dead": "dead"}
MOST = 20
"""Cards listed at once."""


class Numbers:
    """The number of each mark, given when it is first shown and kept for the whole sitting."""

    def __init__(self) -> None:
        self.marks: list[str] = []
        self.are_shown = True
        """Whether the numbers stand in the text."""

    def of(self, mark: str) -> int:
        """The number of a mark."""
        if mark not in self.marks:
            self.marks.append(mark)
        return self.marks.index(mark) + 1


def words(line: Line, numbers: Numbers) -> str:
    """A line in plain words, its marks as numbers in brackets where those are shown."""
    told = [(span, numbers.of(span.mark) if span.mark else 0) for span in line]
    return "".join(span.text if not number else f"[{number}]" if numbers.are_shown else "" for span, number in told)


def meter_lines(stage: Stage, moment: Moment) -> Iterator[str]:
    """Where the run stands, and each meter with what it means."""
    strip = season_strip(stage, moment.state)
    now = next((place for place, mark in enumerate(strip, 1) if mark.when == "now"), 0)
    if now:
        yield f"{stage.story.seasons[now - 1].title}, season {now} of {len(strip)}."
    for meter in meters(stage, moment, moment.state, at_decisions=True):
        told = in_words(meter)
        yield f"{told[0].upper()}{told[1:]}. {stage.story.variables[meter.id].says}"


def why_lines(stage: Stage, moment: Moment, wanted: str = "") -> Iterator[str]:
    """What moved each meter this season, in order; a meter or another season may be asked for by its name."""
    seasons = {each.id: each.title for each in stage.story.seasons if each.id in told_seasons(stage, moment)}
    asked = wanted.casefold()
    season = next((name for name, title in seasons.items() if asked and asked in (name, title.casefold())), "")
    told = why(stage, moment, season or season_to_tell(stage, moment))
    found = [each for each in told if season or asked in each.title.casefold()]
    if not found:
        yield f"No meter and no season so far is called {wanted!r}." if told else "This story has no meters."
    for each in found:
        change = f"from {each.before:,} to {each.now:,}" if each.change else f"{each.now:,}, as at its beginning"
        yield f"{each.season}, {each.title}: {change}."
        if not each.causes:
            yield "Nothing has moved it."
        for cause in each.causes:
            yield f"{cause.shown:+,}: {cause.words}"


def ledger_lines(stage: Stage, moment: Moment) -> Iterator[str]:
    """A line a year: what was said, what was true, what was taken and what was left, or that the books are closed."""
    columns, years = stage.story.ledger, ledger(stage, moment)
    if columns is None or not years:
        yield "No year's books are closed yet." if columns else "This story keeps no ledger."
        return
    for year in years:
        said, taken = _amount(stage.story, columns.said, year.said), _amount(stage.story, columns.taken, year.taken)
        if year.true is None or year.left is None:
            yield f"{year.year}: reported {said}; taken away {taken}; {CLOSED}, until the run is over."
            continue
        true, left = _amount(stage.story, columns.true, year.true), _amount(stage.story, columns.left, year.left)
        yield f"{year.year}: reported {said}; harvested {true}; taken away {taken}; left for each person {left}."


def _amount(story: Story, name: str, value: float) -> str:
    unit = story.variables[name].unit if name in story.variables else ""
    return formatted(round(value), unit if unit in FORMATS else "")


def village_lines(stage: Stage, moment: Moment, wanted: str = "", *, summarised: bool = False) -> Iterator[str]:
    """Who is here and who is not, house by house; of a house asked for by a word, its page."""
    homes = village(stage, moment, summarised=summarised)
    found = [home for home in homes if wanted.casefold() in _all_names(home).casefold()]
    if not found:
        yield f"No household or person here is called {wanted!r}." if homes else "This story names no households."
    for home in found:
        yield f"{home.title}. {' '.join(_fates(home))}"
        if wanted:
            yield from map(plain, home.says)
            yield from (_person(each) for each in home.residents)


def _person(resident: Resident) -> str:
    """A person in a sentence or two: age, fate and since when, and what was said of it."""
    age = "" if resident.age is None else f", {resident.age}"
    word = "here" if resident.fate == "here" and not resident.since else PERSON_FATES[resident.fate]
    since = f", {resident.since}" if resident.since else ""
    told = " ".join(map(plain, resident.told))
    return f"{resident.name}{age}: {word}{since}. {told}".rstrip()


def _all_names(home: Home) -> str:
    return " ".join([home.title, *(resident.name for resident in home.residents)])


def _fates(home: Home) -> Iterator[str]:
    here = [resident.name for resident in home.residents if resident.fate == "here"]
    yield f"Here: {', '.join(here)}." if here else "Nobody is here."
    for fate, word in GONE.items():
        gone = [
            f"{resident.name} ({resident.since})" if resident.since else resident.name
            for resident in home.residents
            if resident.fate == fate
        ]
        if gone:
            yield f"{word}: {', '.join(gone)}."


def chronicle_lines(stage: Stage, moment: Moment) -> Iterator[str]:
    """Every decision with its number."""
    if changed := changed_words(stage):
        yield changed
    entries = chronicle(stage, moment)
    for entry in entries:
        changed = f" It changed: {'; '.join(entry.changed)}." if entry.changed else ""
        told = f"{entry.number}. {entry.season}, {entry.scene}: {entry.words}"
        yield f"{told}{'' if told.endswith(tuple('.!?)')) or not changed else '.'}{changed.replace(' → ', ' to ')}"
    if not entries:
        yield "No decision has been taken yet."


def archive_lines(sitting: Sitting, numbers: Numbers, wanted: str) -> Iterator[str]:
    """The card that a mark's number opens, or what a word finds; without either, the marks shown so far.

    A kind such as `disputes`, alone or before the word, finds among its cards only.
    """
    story = sitting.stage.story
    kind, _, word = wanted.partition(" ")
    kind = kind.casefold() if kind.casefold() in KINDS else ""
    if wanted.isdecimal():
        shown = numbers.marks[int(wanted) - 1 : int(wanted)] if len(wanted) < 6 and int(wanted) else []
        found = tuple(card(story, mark) for mark in shown)
    elif wanted:
        cards = find(story, word.strip() if kind else wanted, sitting.reached)
        found = tuple(each for each in cards if is_of(each, kind or "all"))
    else:
        found = tuple(card(story, mark) for mark in numbers.marks)
    if wanted and len(found) == 1:
        yield from card_lines(replace(found[0], see=()))
        yield from _linked(sitting, numbers, found[0])
    elif found:
        yield from _cards(found, numbers)
    elif wanted:
        yield f"The archive holds nothing under {wanted!r}."
    else:
        yield f"No mark has been shown yet; give a word, or one of {', '.join(KINDS)}."


def _linked(sitting: Sitting, numbers: Numbers, shown: Card) -> Iterator[str]:
    """The cards behind a card, each with the number that opens it."""
    for link in links(sitting.stage.story, shown, sitting.reached):
        yield f"[{numbers.of(link.to)}] {'Source: ' if link.kind == 'source' else ''}{link.words}"


def _cards(cards: tuple[Card, ...], numbers: Numbers) -> Iterator[str]:
    for each in cards[:MOST]:
        yield f"[{numbers.of(each.id)}] {'Source: ' if each.kind == 'source' else ''}{listed(each)}"
    if len(cards) > MOST:
        yield f"and {len(cards) - MOST} more; a longer word finds fewer."
    yield "Type archive and a number to open one."


TELLING: dict[str, Callable[[Sitting, Numbers, str], Iterable[str]]] = {
    "meters": lambda sitting, _numbers, _rest: meter_lines(sitting.stage, sitting.so_far),
    "why": lambda sitting, _numbers, rest: why_lines(sitting.stage, sitting.so_far, rest),
    "ledger": lambda sitting, _numbers, _rest: ledger_lines(sitting.stage, sitting.so_far),
    "village": lambda sitting, _numbers, rest: village_lines(
        sitting.stage, sitting.so_far, rest, summarised=sitting.summarised
    ),
    "archive": lambda sitting, numbers, rest: archive_lines(sitting, numbers, rest),
    "chronicle": lambda sitting, _numbers, _rest: chronicle_lines(sitting.stage, sitting.so_far),
    "help": lambda _sitting, _numbers, _rest: (f"{name}: {does}" for name, does in COMMANDS.items()),
}
"""The commands that only tell something."""
