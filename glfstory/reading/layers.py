"""What one folder holds: its files, taken apart by their top-level keys."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from glfstory.reading.events import AGAIN
from glfstory.reading.findings import Findings
from glfstory.reading.folder import read_source, shown, story_files
from glfstory.reading.meaning import meant_key
from glfstory.reading.nodes import Node, Scalar, StandIn, Table, scalar
from glfstory.reading.salvaging import read_nodes
from glfstory.reading.shapes.base import form
from glfstory.reading.shapes.file import ONCE, SHAPES


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
    spoiled: set[str] = field(default_factory=set)
    """The keys behind which nothing can be read."""


def layer_of(folder: Path, findings: Findings) -> Layer:
    """The layer of a folder; tells what of it cannot be read."""
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
    left = [key for key in known if key not in root]
    for written, node in root.items():
        name = written.removesuffix(AGAIN) if isinstance(written, StandIn) else written
        placed = scalar(name, written.source, written.start, written.end)
        key = placed if name in known else _meant(placed, node, left, findings)
        if key is None:
            continue
        if key in ONCE:
            layer.once[key].append(Entry(key, node))
        elif isinstance(node, StandIn):
            layer.spoiled.add(key)
        elif not isinstance(node, Table):
            nothing = isinstance(node, Scalar) and node.is_nothing
            says = (
                f"nothing stands behind `{key}:`" if nothing else f"ids with values should stand here, not {form(node)}"
            )
            findings.add(
                "E111-empty" if nothing else "E103-wrong-form", key, says, "write `id:` and below it what belongs to it"
            )
            findings.lose(node.place)
            layer.spoiled.add(key)
        elif key == "extend":
            layer.extensions += [Entry(name, each) for name, each in node.items()]
        else:
            layer.entries += [(str(key), Entry(name, each)) for name, each in node.items()]


def _meant(key: Scalar, node: Node, known: Sequence[str], findings: Findings) -> Scalar | None:
    """Tells a key that is none; gives the one that was clearly meant."""
    meant, is_clear = ("", False) if findings.is_full else meant_key(key, known)
    fix = f"did you mean {meant!r}?" if meant else ""
    findings.add("E101-unknown-key", key, f"there is no top-level key {str(key)!r}", fix)
    if is_clear:
        return scalar(meant, key.source, key.start, key.end, key.style)
    findings.lose(node.place)
    return None
