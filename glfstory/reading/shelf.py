"""Opens a story from its cached played form, so that YAML is read only after a change."""

import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path

from glfstory import __version__
from glfstory.engine.codec import FORM, from_json, to_json
from glfstory.reading.finding import Finding, Reading
from glfstory.reading.findings import Findings
from glfstory.reading.folder import LARGEST, shown, story_files

KEPT = 12
"""Cached stories; the oldest go first."""


def open_story(folder: Path, packs: Sequence[Path], cache: Path) -> Reading:
    """The story of a folder and its packs: from the cache where no file has changed, else read anew and cached."""
    key = _key(folder, packs)
    found = _cached(cache / f"{key}.json") if key else None
    if found is not None:
        return found
    from glfstory.reading.reader import read  # late, so that an unchanged story needs neither YAML nor pydantic

    reading = read(folder, packs)
    if key and reading.story is not None:
        with suppress(OSError):
            _keep(cache, key, reading)
    return reading


def _key(folder: Path, packs: Sequence[Path]) -> str:
    """A hash of everything that the played story depends on; empty where something needs a finding."""
    digest = blake2b(f"{__version__} {FORM}".encode(), digest_size=16)
    findings = Findings()
    try:
        for each in (folder, *packs):
            digest.update(f"\0{shown(each)}\0{each.resolve().name}".encode())
            for path in story_files(each, findings):
                with path.open("rb") as file:
                    data = file.read(LARGEST + 1)
                digest.update(f"\0{shown(path)}\0{len(data)}\0".encode())
                digest.update(data)
    except (OSError, ValueError):
        return ""
    return "" if findings.all() else digest.hexdigest()


def _cached(path: Path) -> Reading | None:
    try:
        check, findings, story = path.read_text("utf-8").split("\n", 2)
        if check != _check(findings, story):
            return None
        return Reading(from_json(story), tuple(Finding(**row) for row in json.loads(findings)))
    except (OSError, ValueError, TypeError):
        return None


def _keep(cache: Path, key: str, reading: Reading) -> None:
    """Writes beside the place and moves there, so that no reader ever meets half a file."""
    if reading.story is None:
        return
    cache.mkdir(parents=True, exist_ok=True)
    findings, story = json.dumps([asdict(each) for each in reading.findings]), to_json(reading.story)
    handle, name = tempfile.mkstemp(dir=cache, suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join((_check(findings, story), findings, story)))
        Path(name).replace(cache / f"{key}.json")
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    kept = sorted(cache.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[KEPT:]:
        path.unlink(missing_ok=True)


def _check(findings: str, story: str) -> str:
    return blake2b(f"{findings}\n{story}".encode(), digest_size=16).hexdigest()
