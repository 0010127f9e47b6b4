"""Households at a glance: a sign for every person, its shape telling the fate."""

from textual.content import Content

from glfstory.app.words import as_is, lines
from glfstory.pages.village import Home, Resident

FATES = {
    "here": ("●", "", "here"),
    "left": ("›", "$mark", "left"),
    "taken": ("▫", "$mark", "taken"),
    "dead": ("○", "$faint", "dead"),
}
"""Sign, style and word of each fate."""


def legend() -> Content:
    """What the signs mean."""
    return Content("   ").join(lines((sign, style), (f" {word}", "$faint")) for sign, style, word in FATES.values())


def glance(homes: tuple[Home, ...]) -> Content:
    """A line a household: its name and a sign for each person."""
    longest = max((len(home.title) for home in homes), default=0)
    return Content("\n").join(_home(home, longest) for home in homes)


def _home(home: Home, longest: int) -> Content:
    is_empty = bool(home.residents) and all(each.fate != "here" for each in home.residents)
    signs = Content(" ").join(as_is(*FATES[each.fate][:2]) for each in home.residents)
    return lines((home.title.ljust(longest + 2), "$faint" if is_empty else ""), signs)


def resident(person: Resident) -> Content:
    """One person in a line: sign, name, year of birth, what became of them."""
    sign, style, word = FATES[person.fate]
    told = f"  {word}, {person.since}" if person.fate != "here" and person.since else ""
    told = told or (f"  {word}" if person.fate != "here" else "")
    born = f"  {person.born}" if person.born else ""
    name = as_is(person.name, "$faint" if person.fate != "here" else "")
    return lines((f"{sign} ", style), name, (born, "$faint"), (told, "$faint italic"))
