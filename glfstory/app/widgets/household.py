"""Households: at a glance, a sign for every person, its shape telling the fate; and a page for each."""

from textual.content import Content

from glfstory.app.widgets.hanging import Hanging, Stacked
from glfstory.app.words import as_is, lines, paragraphs
from glfstory.pages.village import Home, Resident

FATES = {
    "here": ("●", "", "here"),
    "left": ("›", "$mark", "left"),
    "taken": ("▫", "$mark", "taken"),
    "dead": ("○", "$faint", "dead"),
}
"""Sign, style and word of each fate."""
BECAME = {"here": "born"}
"""What is said of a change, where it is not the word of the fate."""
NUMBERS = ("one", "two", "three", "four", "five", "six")


def legend() -> Content:
    """What the signs mean."""
    return Content("   ").join(lines((sign, style), (f" {word}", "$faint")) for sign, style, word in FATES.values())


def glance(homes: tuple[Home, ...]) -> Content:
    """A line a household: its name and a sign for each person."""
    longest = max((len(home.title) for home in homes), default=0)
    return Content("\n").join(_home(home, longest) for home in homes)


def _home(home: Home, longest: int) -> Content:
    return lines((home.title.ljust(longest + 2), "" if home.counted("here") else "$faint"), _signs(home))


def _signs(home: Home) -> Content:
    return Content(" ").join(as_is(*FATES[each.fate][:2]) for each in home.residents)


def listed(home: Home, name_width: int, sign_width: int) -> Content:
    """A household as a line of a list: name, signs, how many are here, and who was born or went last, and when."""
    here = home.counted("here")
    words = f"{here} here" if here else "nobody"
    last = f"; {_last(home)}" if home.last_change else ""
    name = as_is(home.title.ljust(name_width + 2), "" if here else "$faint")
    gap = " " * (sign_width - 2 * len(home.residents) + 2)
    return lines(name, _signs(home), gap, (f"{words}{last}", "$faint not bold"))


def _last(home: Home) -> str:
    """What happened in the season of the last change: `one born, two dead, Autumn 1960`."""
    fates = [each.fate for each in home.residents if each.since == home.last_change]
    told = [f"{_number(fates.count(fate))} {BECAME.get(fate, fate)}" for fate in FATES if fate in fates]
    return f"{', '.join(told)}, {home.last_change}"


def _number(many: int) -> str:
    return NUMBERS[many - 1] if many <= len(NUMBERS) else str(many)


def page(home: Home) -> Stacked:
    """A household in full: what is told of it now, and everyone with age, fate and what was said of it."""
    blank = Hanging(Content(""), Content(" "))
    rows = [Hanging(Content(""), paragraphs(home.says, {})), blank] if home.says else []
    for person in home.residents:
        rows.append(_resident(person))
        if person.told:
            rows.append(Hanging(as_is("    "), paragraphs(person.told, {}).stylize("$faint italic")))
    return Stacked(tuple(rows))


def _resident(person: Resident) -> Hanging:
    sign, style, word = FATES[person.fate]
    fate = f"{word}, {person.since}" if person.since else word
    if person.fate == "here":
        fate = f"born, {person.since}" if person.since else ""
    age = "" if person.age is None else f"  {person.age}"
    name = as_is(person.name, "" if person.fate == "here" else "$faint")
    return Hanging(
        lines((f"{sign} ", style)), lines(name, (age, "$faint"), (f"  {fate}" if fate else "", "$faint italic"))
    )
