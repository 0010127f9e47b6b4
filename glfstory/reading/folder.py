"""Which files a story has, and their text, read so that a stranger's folder can do no harm."""

import os
import stat
from pathlib import Path

from glfstory.reading.findings import Findings
from glfstory.reading.nodes import Place, Source

LARGEST = 4_000_000
"""Bytes in one file."""
ENDINGS = (".yaml", ".yml")


def story_files(folder: Path, findings: Findings | None = None) -> list[Path]:
    """Every story file under a folder, sorted; hidden ones are passed over, links inside the folder too."""
    found: list[Path] = []
    for where, folders, files in os.walk(folder):
        here = Path(where)
        named = [name for name in folders if name.endswith(ENDINGS) or (here / name).is_symlink()]
        for name in sorted([*files, *named]):
            path = here / name
            if not name.startswith(".") and _is_story_file(path, folder, findings):
                found.append(path)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _is_story_file(path: Path, folder: Path, findings: Findings | None) -> bool:
    """Whether it is to be read; tells what only looks like a story file."""
    if path.is_symlink():
        if not path.resolve().is_relative_to(folder.resolve()) and findings and (path.is_dir() or _named(path)):
            says = "this is a link that leads out of the story's folder"
            findings.add_file("E003-leads-outside", shown(path), says, "put the file itself here")
        return False
    if not _named(path):
        return False
    if not stat.S_ISREG(path.lstat().st_mode):
        if findings:
            findings.add_file(
                "E002-not-a-file", shown(path), "this is not a file", "rename it, or put a file in its place"
            )
        return False
    return True


def _named(path: Path) -> bool:
    return path.name.endswith(ENDINGS)


def shown(path: Path) -> str:
    """A path as findings show it."""
    return path.as_posix()


def read_source(path: Path, findings: Findings) -> Source | None:
    """The text of a file; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        findings.add_file(
            "E001-unreadable", shown(path), f"cannot be opened: {error.strerror}", "check its permissions"
        )
        findings.cannot_read()
        return None
    if len(data) > LARGEST:
        says = f"is larger than {LARGEST // 1_000_000} MB"
        findings.add_file("E004-too-large", shown(path), says, "split it into several files")
        findings.cannot_read()
        return None
    try:
        return Source(shown(path), data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = Source(shown(path), data[: error.start].decode("utf-8-sig", "replace"))
        says = f"the byte {data[error.start]:#04x} is not UTF-8"
        findings.add("E005-not-text", Place(before, len(before.text), len(before.text)), says, "save the file as UTF-8")
        if b"\0" not in data:
            return Source(shown(path), data.decode("utf-8-sig", "replace"))
        findings.cannot_read()
        return None
