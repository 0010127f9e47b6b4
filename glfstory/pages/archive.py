"""What a mark opens: a fact with its claims, or a term; and finding them by a word."""

import re
from dataclasses import dataclass

from glfstory.engine.story import Claim, Source, Story

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
STATUS = {
    "corroborated": "Several sources agree.",
    "single-source": "One source says so.",
    "contradictory": "The sources disagree.",
    "doubtful": "What the sources say is doubtful.",
    "interpretive": "A matter of interpretation.",
}
SURE = {
    "high": "What stands above is well established.",
    "medium": "What stands above is probable.",
    "low": "What stands above is uncertain.",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says, and who it is."""

    says: str
    value: str
    who: str
    where: str


@dataclass(frozen=True, slots=True)
class Card:
    """A fact or a term, ready to show."""

    id: str
    kind: str
    """fact or term."""
    heading: str
    says: str
    period: str = ""
    standing: str = ""
    """How far the sources agree, and how sure it is."""
    voices: tuple[Voice, ...] = ()
    correction: str = ""


def card(story: Story, mark: str) -> Card:
    """The card of a fact or term. Raises KeyError where there is none."""
    if mark in story.glossary:
        term = story.glossary[mark]
        heading = " ".join(part for part in (term.term, term.characters, term.pinyin) if part)
        return Card(mark, "term", heading, term.says)
    fact = story.facts[mark]
    standing = f"{STATUS[fact.status]} {SURE[fact.sure]}"
    voices = tuple(_voice(story, claim) for claim in fact.claims)
    heading = fact.title or mark.replace("-", " ").capitalize()
    return Card(mark, "fact", heading, fact.says, dated(fact.period), standing, voices, fact.correction)


def _voice(story: Story, claim: Claim) -> Voice:
    who = cited(story.sources[claim.source])
    if claim.after:
        who += f", after {cited(story.sources[claim.after])}"
    value = "" if claim.value is None else f"{claim.value} {claim.unit}".strip()
    return Voice(claim.says, value, who, claim.where)


def dated(period: str) -> str:
    """A period with its dates in words: `1957-11-13` becomes 13 November 1957."""

    def words(found: re.Match[str]) -> str:
        year, month, day = found.groups()
        named = MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
        return " ".join(part for part in (day and str(int(day)), named, year) if part)

    return re.sub(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b", words, period)


def cited(source: Source) -> str:
    """A source in one line: author, title, year."""
    return ", ".join(part for part in (source.author, source.title, str(source.year or "")) if part)


def find(story: Story, word: str, *, over: bool = False) -> tuple[Card, ...]:
    """The facts and terms that hold a word in their names or sentences; all of them for no word.

    Facts come first, each kind by its headings. Late cards are found only where the run is over.
    """
    wanted = word.casefold()
    late = {each.id for each in story.facts.values() if each.late} | {
        each.id for each in story.glossary.values() if each.late
    }
    cards = [card(story, mark) for mark in (*story.facts, *story.glossary) if over or mark not in late]
    found = [each for each in cards if wanted in f"{each.id} {each.heading} {each.says}".casefold()]
    return tuple(sorted(found, key=lambda each: (each.kind, each.heading.casefold())))
