"""Where the entries of a story stand: the file and the line of each."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from glfstory.reading.findings import Findings
from glfstory.reading.folder import shown
from glfstory.reading.gathering import gather


def whereabouts(folder: Path, packs: Sequence[Path] = ()) -> Mapping[tuple[str, str], tuple[str, int]]:
    """The file and the line, from 1, of every entry by its top-level key and id; `story` stands under itself.

    Files of the story are named from its folder on, files of a pack as they are reached.
    """
    gathered = gather(folder, packs, Findings())
    keys = {(group, name): entry.key for group, rows in gathered.entries.items() for name, entry in rows.items()}
    if gathered.story is not None:
        keys["story", "story"] = gathered.story.key
    start = f"{shown(folder).rstrip('/')}/"
    return {
        where: (key.source.path.removeprefix(start), key.source.line_and_column(key.start)[0])
        for where, key in keys.items()
    }
