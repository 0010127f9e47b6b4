"""The changes between two versions of a story, thing by thing and part by part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from glfstory.engine.story import Scene, Story
from glfstory.workshop.comparing.wording import lines_of, marks_in, paragraph

How = Literal["added", "removed", "changed", "renamed"]
GROUPS: dict[str, str] = {
    "seasons": "Seasons",
    "scenes": "Scenes",
    "endings": "Endings",
    "people": "People",
    "facts": "Facts",
    "glossary": "Terms",
    "timeline": "Timeline",
    "sources": "Sources",
    "papers": "Papers",
    "nation": "The record of the country",
    "options": "Options",
    "lengths": "Lengths",
    "inputs": "Numbers from outside",
    "reasons": "Reasons",
    "variables": "Variables",
    "constants": "Constants",
    "chances": "Chances",
    "rules": "Rules",
}
"""What a player can notice, with the headings of a report."""
ROLES = ("title", "subtitle", "language", "note", "meters", "ledger", "toll", "aftermath")
"""What the story itself says."""
FOR_WRITERS = ("id", "version", "policies", "tags", "measures", "relations", "releases", "renamed", "packs")
"""What no player notices."""
CALLED = {
    "say": "words",
    "do": "effects",
    "then": "outcome",
    "when": "condition",
    "locked": "why it is closed",
    "go": "leads to",
    "seasons": "season",
    "open": "opening rules",
    "at": "rules on the way",
    "close": "closing rules",
    "turn": "turning page",
    "facts": "record",
    "is_asked": "asked",
    "low": "lower end",
    "high": "upper end",
}
"""Fields by the words of a report, where these differ."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something of a thing that is not what it was."""

    what: str
    before: tuple[str, ...]
    """In lines; nothing where there was nothing."""
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was added, removed or changed."""

    group: str
    """A key of GROUPS, `choices`, or `story` for the story itself."""
    id: str
    title: str
    how: How
    was: str = ""
    """The id that it had, where it was renamed."""
    parts: tuple[Part, ...] = ()
    choices: tuple["Change", ...] = ()
    """Of a scene: what became of its choices."""


def compare(old: Story, new: Story) -> tuple[Change, ...]:
    """Every change, in the order of the new story; what was removed comes last in its group."""
    return tuple(_changes(old, new))


def _changes(old: Story, new: Story) -> Iterator[Change]:
    parts = tuple(_parts(old, new, ROLES))
    if parts:
        yield Change("story", new.id, new.title, "changed", "", parts)
    if [each.id for each in old.seasons if each.id in _things(new, "seasons")] != [
        each.id for each in new.seasons if each.id in _things(old, "seasons")
    ]:
        yield Change("seasons", new.id, "the order of the seasons", "changed")
    for group in GROUPS:
        yield from _of_group(group, _things(old, group), _things(new, group), _renamed(old, new))


def _things(story: Story, group: str) -> Mapping[str, Any]:
    if group == "seasons":
        return {season.id: season for season in story.seasons}
    if group == "people":
        return dict(story.households) | {member.id: member for member in story.members}
    found: Mapping[str, Any] = getattr(story, group)
    return found


def _renamed(old: Story, new: Story) -> dict[str, str]:
    """New ids of scenes and choices, each with the one that it had."""
    return {now: was for was, now in new.renamed.items() if was not in _ids(new) and was in _ids(old)}


def _ids(story: Story) -> set[str]:
    choices = {f"{scene.id}.{choice.id}" for scene in story.scenes.values() for choice in scene.choices}
    return choices | set(story.scenes)


def _of_group(
    group: str, old: Mapping[str, Any], new: Mapping[str, Any], renamed: Mapping[str, str]
) -> Iterator[Change]:
    kept = set()
    for name, thing in new.items():
        was = renamed.get(name, name) if group == "scenes" else name
        if was not in old:
            yield Change(group, name, _title(thing), "added")
            continue
        kept.add(was)
        change = _changed(group, name, was, old[was], thing, renamed)
        if change:
            yield change
    yield from (Change(group, name, _title(thing), "removed") for name, thing in old.items() if name not in kept)


def _changed(group: str, name: str, was: str, old: Any, new: Any, renamed: Mapping[str, str]) -> Change | None:
    if old == new:
        return None
    parts = tuple(_parts(old, new, _compared(new)))
    choices = tuple(_choices(old, new, renamed)) if isinstance(new, Scene) else ()
    how: How = "renamed" if was != name else "changed"
    is_told = parts or choices or how == "renamed"
    return Change(group, name, _title(new), how, was if was != name else "", parts, choices) if is_told else None


def _compared(thing: Any) -> tuple[str, ...]:
    """The fields of a thing that are compared as they stand: choices and members are things of their own."""
    if isinstance(thing, str):
        return ()
    return tuple(each.name for each in fields(thing) if each.name not in ("id", "choices", "members", "tags"))


def _parts(old: Any, new: Any, names: tuple[str, ...]) -> Iterator[Part]:
    if isinstance(new, str):
        yield Part("words", (str(old),), (new,))
    for name in names:
        before, now = getattr(old, name), getattr(new, name)
        if before != now:
            yield Part(CALLED.get(name, name.replace("_", " ")), lines_of(before), lines_of(now))
            if name in ("text", "then", "turn") and marks_in(before) != marks_in(now):
                yield Part("marks", tuple(sorted(marks_in(before))), tuple(sorted(marks_in(now))))


def _choices(old: Scene, new: Scene, renamed: Mapping[str, str]) -> Iterator[Change]:
    before = {choice.id: choice for choice in old.choices}
    now = {f"{new.id}.{choice.id}": choice for choice in new.choices}
    were = {name: renamed.get(name, f"{old.id}.{choice.id}").partition(".")[2] for name, choice in now.items()}
    kept = [were[name] for name in now if were[name] in before]
    if kept != [name for name in before if name in kept]:
        yield Change("choices", new.id, "the order of the choices", "changed")
    for name, choice in now.items():
        was = were[name]
        if was not in before:
            yield Change("choices", name, paragraph(choice.say), "added")
        elif parts := tuple(_parts(before[was], choice, _compared(choice))):
            yield Change("choices", name, paragraph(choice.say), "changed", "", parts)
        elif was != choice.id:
            yield Change("choices", name, paragraph(choice.say), "renamed", f"{old.id}.{was}")
    for choice in old.choices:
        if choice.id not in kept:
            yield Change("choices", f"{new.id}.{choice.id}", paragraph(choice.say), "removed")


def _title(thing: Any) -> str:
    """What a thing is called, or the first that it says."""
    if isinstance(thing, str):
        return thing
    for name in ("title", "name", "term", "says", "sees", "above"):
        words = getattr(thing, name, "")
        if isinstance(words, str) and words:
            return words
    return ""
