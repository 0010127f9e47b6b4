"""Gathers the entries of all files of a story and its packs, and lays the packs over the story."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from glfstory.engine.story import Pack
from glfstory.reading.extending import extend
from glfstory.reading.findings import Findings
from glfstory.reading.folder import shown
from glfstory.reading.layers import Entry, Layer, layer_of
from glfstory.reading.nodes import Place
from glfstory.reading.shapes.file import NAMED, SHAPES, WrittenPack, WrittenQuiet
from glfstory.reading.shapes.scenes import EXTENSIBLE
from glfstory.reading.shaping import shaped

TOGETHER = (
    ("scenes", "endings"),
    ("facts", "glossary", "sources", "timeline"),
    tuple(key for key in NAMED if key != "rules"),
)
"""Keys whose ids must differ from each other: a choice goes to a scene or an ending, the archive opens a
fact, a term, a source or an event, and so on."""


@dataclass(slots=True)
class Gathered:
    """What all folders hold together: under each top-level key, the entries by id."""

    folder: Path
    entries: Mapping[str, dict[str, Entry]]
    once: Mapping[str, Entry]
    """What stands under the keys that stand once."""
    packs: tuple[Pack, ...]
    quiet: tuple[WrittenQuiet, ...] = ()
    """The findings that the packs switch off."""
    spoiled: Set[str] = frozenset()
    """The keys behind which nothing can be read."""

    @property
    def story(self) -> Entry | None:
        """What stands under `story`."""
        return self.once.get("story")

    def ids(self, *groups: str) -> list[str]:
        """The ids under these keys, whether or not what stands there is right."""
        return [name for group in groups for name in self.entries[group]]


def gather(folder: Path, packs: Sequence[Path], findings: Findings) -> Gathered:
    """Everything that the folders hold, packs in the order of their ids."""
    base = layer_of(folder, findings)
    named = [(_pack(layer, findings), layer) for layer in (layer_of(pack, findings) for pack in packs)]
    overlaid = sorted(named, key=lambda row: row[0][0].id)
    for ((pack, _), layer), ((other, _), _) in pairwise(overlaid):
        if pack.id == other.id:
            says = f"two packs are called {pack.id!r}"
            findings.add_file(
                "E401-repeated-id", shown(layer.folder), says, "name each pack once, and give each its own id"
            )
    entries: dict[str, dict[str, Entry]] = {group: {} for group in SHAPES}
    for layer in (base, *(layer for _, layer in overlaid)):
        for group, entry in layer.entries:
            _add(entries, group, entry, findings)
        if layer is not base:
            nodes = {group: {name: each.node for name, each in entries[group].items()} for group in EXTENSIBLE}
            for entry in layer.once["debrief"]:
                findings.add("E406-extend", entry.key, "a pack has no debrief of its own", "take it out")
            for entry in layer.extensions:
                extend(nodes, entry.key, entry.node, findings)
    for entry in base.extensions:
        findings.add("E406-extend", entry.key, "only a pack can extend", "write it where the rest stands")
    packs_of = tuple(pack for (pack, _), _ in overlaid)
    quiet = tuple(switch for (_, switches), _ in overlaid for switch in switches)
    return Gathered(folder, entries, _once(base, findings), packs_of, quiet, base.spoiled)


def _add(entries: dict[str, dict[str, Entry]], group: str, entry: Entry, findings: Findings) -> None:
    for other in next((groups for groups in TOGETHER if group in groups), (group,)):
        first = entries[other].get(entry.key)
        if first is None:
            continue
        kind = "" if other == group else f" among the {other}"
        findings.add(
            "E401-repeated-id",
            entry.key,
            f"{str(entry.key)!r} already stands{kind} in {_spot(first.key.place)}",
            "rename one of them",
        )
        return
    entries[group][entry.key] = entry


def _spot(place: Place) -> str:
    line, _ = place.source.line_and_column(place.start)
    return f"{place.source.path}:{line}"


def _once(base: Layer, findings: Findings) -> dict[str, Entry]:
    for key, entries in base.once.items():
        for entry in entries[1:]:
            says = f"`{key}` already stands in {_spot(entries[0].key.place)}"
            findings.add("E501-story", entry.key, says, "put both into one")
    if not base.once["story"] and not findings.may_stand("story"):
        findings.add_file(
            "E501-story",
            shown(base.folder),
            "no file has the key `story`",
            "add story: {id: ..., title: ..., version: ...}",
        )
    return {key: entries[0] for key, entries in base.once.items() if entries}


def _pack(layer: Layer, findings: Findings) -> tuple[Pack, list[WrittenQuiet]]:
    """What a pack is called, by its own `story`, else by its folder; and the findings that it switches off."""
    for entry in layer.once["story"][1:]:
        findings.add("E501-story", entry.key, "`story` stands more than once in this pack", "put both into one")
    if layer.once["story"]:
        written = shaped(WrittenPack, layer.once["story"][0].key, layer.once["story"][0].node, findings)
        if written is not None:
            return Pack(str(written.id), str(written.title or ""), str(written.version or "")), written.quiet
    return Pack(layer.folder.resolve().name), []
