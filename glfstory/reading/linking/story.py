"""The whole story, from written to played."""

from collections.abc import Callable
from typing import Any

from glfstory.engine.opening import opens_at
from glfstory.engine.story import Story
from glfstory.reading.linking import aftermath, calibration, model, record, scenes
from glfstory.reading.linking.draft import Draft, below
from glfstory.reading.linking.prose import plain
from glfstory.reading.linking.roles import roles
from glfstory.reading.nodes import Place
from glfstory.reading.shapes.file import NAMED


def link(draft: Draft) -> Story:
    """The story as far as its parts are right; its expressions are not yet checked."""
    played: dict[str, dict[str, Any]] = {}
    for group, make in MAKERS.items():
        played[group] = {}
        for name, shape in draft.shapes[group].items():
            draft.met_from = _met_from(draft, group, name, shape)
            made = make(draft, name, shape)
            if group not in NAMED or shape.is_whole:
                played[group][name] = made
    draft.met_from = None
    fields: dict[str, Any] = {group: dict(sorted(rows.items())) for group, rows in played.items()}
    lengths = sorted(played["lengths"].values(), key=lambda each: (bool(each.first or each.last), each.id))
    del fields["people"]
    fields |= roles(draft, draft.shapes["story"].get("story")).fields()
    fields |= {
        "seasons": tuple(played["seasons"].values()),
        "lengths": {each.id: each for each in lengths},
        "households": played["people"],
        "policies": {name: draft.refer_all("tag", tags) for name, tags in sorted(draft.shapes["policies"].items())},
        "tags": {name: plain(says) for name, says in sorted(draft.shapes["tags"].items())},
        "renamed": _renamed(draft),
        "packs": draft.gathered.packs,
        "aftermath": aftermath.aftermath(draft, draft.shapes["debrief"].get("debrief")),
        "measures": played["measures"],
        "relations": played["relations"],
        "timeline": dict(sorted(played["timeline"].items(), key=lambda row: (row[1].when, row[0]))),
    }
    return Story(**fields)


MAKERS: dict[str, Callable[[Draft, str, Any], Any]] = {
    "variables": model.variable,
    "constants": model.constant,
    "chances": model.chance,
    "rules": model.rule,
    "options": model.option,
    "lengths": model.length,
    "seasons": scenes.season,
    "scenes": scenes.scene,
    "endings": scenes.ending,
    "people": scenes.household,
    "sources": record.source,
    "facts": record.fact,
    "glossary": record.term,
    "timeline": record.event,
    "measures": calibration.measure,
    "relations": calibration.relation,
    "nation": aftermath.national_figure,
    "papers": aftermath.paper,
}


def _met_from(draft: Draft, group: str, name: str, shape: Any) -> int | None:
    """The place of the first season in which something may be met; None for what no season meets."""
    if group == "timeline" and not shape.late and (shape.opens is None or draft.can_open(shape.opens)):
        return opens_at(draft.seasons, shape)
    if group not in ("seasons", "scenes", "people"):
        return None
    places = {str(season): at for at, season in enumerate(draft.shapes["seasons"])}
    if group == "seasons":
        return places[name]
    if group == "scenes" and shape.has_lost("season"):
        return None
    named = getattr(shape, "season", None)
    of_its_own = named if isinstance(named, list) else [named]
    found = [places.get(season) for season in of_its_own if season is not None]
    return None if None in found else min((at for at in found if at is not None), default=0)


def _renamed(draft: Draft) -> dict[str, str]:
    """Old ids of scenes and choices, and what they are called now."""
    known = set(draft.gathered.ids("scenes"))
    for name, entry in draft.gathered.entries["scenes"].items():
        known |= {f"{name}.{choice}" for choice in below(entry.node, "choices")}
    found: dict[str, str] = {}
    for old, new in sorted(draft.shapes["renamed"].items()):
        place: Place = draft.gathered.entries["renamed"][old].key.place
        if new not in known:
            says = f"there is no scene or choice {str(new)!r}"
            draft.findings.unknown("E512-renamed", new.place, says, new, known)
        elif old in known:
            draft.findings.add("E512-renamed", place, f"{str(old)!r} still exists", "delete this line, or rename again")
        found[str(old)] = str(new)
    return found
