"""Gathers the entries of all files of a story and its packs, and lays the packs over the story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from glfstory.engine.story import Pack
from glfstory.reading.events import read_nodes
from glfstory.reading.extending import extend
from glfstory.reading.findings import Findings
from glfstory.reading.folder import read_source, shown, story_files
from glfstory.reading.nodes import Node, Place, Scalar, Table
from glfstory.reading.shapes.base import form
from glfstory.reading.shapes.file import NAMED, ONCE, SHAPES, WrittenPack
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
class Entry:
    """One thing that has an id."""

    key: Scalar
    node: Node


@dataclass(slots=True)
class Layer:
    """What one folder holds, before it meets the others."""

    folder: Path
    entries: list[tuple[str, Entry]] = field(default_factory=list)
    """With the top-level key that they stand under."""
    once: dict[str, list[Entry]] = field(default_factory=lambda: {key: [] for key in ONCE})
    """What stands under the keys that should stand once."""
    extensions: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Gathered:
    """What all folders hold together: under each top-level key, the entries by id."""

    folder: Path
    entries: Mapping[str, dict[str, Entry]]
    once: Mapping[str, Entry]
    """What stands under the keys that stand once."""
    packs: tuple[Pack, ...]

    @property
    def story(self) -> Entry | None:
        """What stands under `story`."""
        return self.once.get("story")

    def ids(self, *groups: str) -> list[str]:
        """The ids under these keys, whether or not what stands there is right."""
        return [name for group in groups for name in self.entries[group]]


def gather(folder: Path, packs: Sequence[Path], findings: Findings) -> Gathered:
    """Everything that the folders hold, packs in the order of their ids."""
    base = _layer(folder, findings)
    named = [(_pack(layer, findings), layer) for layer in (_layer(pack, findings) for pack in packs)]
    overlaid = sorted(named, key=lambda row: row[0].id)
    for (pack, layer), (other, _) in pairwise(overlaid):
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
    return Gathered(folder, entries, _once(base, findings), tuple(pack for pack, _ in overlaid))


def _layer(folder: Path, findings: Findings) -> Layer:
    layer = Layer(folder)
    if not folder.is_dir():
        findings.add_file(
            "E001-unreadable", shown(folder), "there is no such folder", "name the folder that holds the files"
        )
        findings.cannot_read()
        return layer
    files = story_files(folder, findings)
    if not files:
        findings.add_file(
            "E012-no-files", shown(folder), "no *.yaml file is in this folder", "name the folder that holds them"
        )
        findings.cannot_read()
    with_seasons = 0
    for path in files:
        source = read_source(path, findings)
        root = read_nodes(source, findings) if source else None
        if isinstance(root, Table):
            with_seasons += "seasons" in root
            if with_seasons > 1 and "seasons" in root:
                says = "seasons already stand in another file, and they have an order"
                findings.add("E404-two-files", root.key("seasons"), says, "put all seasons in one file")
            _take(root, layer, findings)
        elif root is not None:
            says = f"a file holds keys such as `scenes:`; this one holds {form(root)}"
            findings.add("E103-wrong-form", root.place, says, "begin with a top-level key")
            findings.cannot_read()
    return layer


def _take(root: Table, layer: Layer, findings: Findings) -> None:
    """The entries of one file."""
    known = [*ONCE, "extend", *SHAPES]
    for key, node in root.items():
        if key not in known:
            findings.add(
                "E101-unknown-key", key, f"there is no top-level key {str(key)!r}", findings.nearest(key, known)
            )
            findings.cannot_read()
        elif key in ONCE:
            layer.once[key].append(Entry(key, node))
        elif not isinstance(node, Table):
            nothing = isinstance(node, Scalar) and node.is_nothing
            says = (
                f"nothing stands behind `{key}:`" if nothing else f"ids with values should stand here, not {form(node)}"
            )
            findings.add(
                "E111-empty" if nothing else "E103-wrong-form", key, says, "write `id:` and below it what belongs to it"
            )
            findings.cannot_read()
        elif key == "extend":
            layer.extensions += [Entry(name, each) for name, each in node.items()]
        else:
            layer.entries += [(str(key), Entry(name, each)) for name, each in node.items()]


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
    if not base.once["story"] and not findings.unread:
        findings.add_file(
            "E501-story",
            shown(base.folder),
            "no file has the key `story`",
            "add story: {id: ..., title: ..., version: ...}",
        )
    return {key: entries[0] for key, entries in base.once.items() if entries}


def _pack(layer: Layer, findings: Findings) -> Pack:
    """What a pack is called: by its own `story`, else by its folder."""
    for entry in layer.once["story"][1:]:
        findings.add("E501-story", entry.key, "`story` stands more than once in this pack", "put both into one")
    if layer.once["story"]:
        written = shaped(WrittenPack, layer.once["story"][0].key, layer.once["story"][0].node, findings)
        if written is not None:
            return Pack(str(written.id), str(written.title or ""), str(written.version or ""))
    return Pack(layer.folder.resolve().name)
