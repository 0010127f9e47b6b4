"""A run as a small JSON file, and back; whatever is not exactly such a file is refused in one sentence."""

import json
from collections.abc import Callable
from typing import TypeVar

from glfstory.engine import SEEDS
from glfstory.engine.run import Decision, Entry, Outside, Run
from glfstory.engine.stage import Setup

FORM = 1
"""The number of this form; a file with another number is not read."""
LARGEST = 1_000_000
"""Bytes in a file; a run of forty decisions has about two thousand."""
FIELDS = ("glfstory", "story", "version", "packs", "seed", "length", "options", "constants", "entries")
FARTHEST = 1e12
"""The size of a number from outside."""

Kind = TypeVar("Kind")


class DamagedSave(ValueError):
    """A file that holds no run; the message is a sentence without a full stop."""


def to_json(run: Run, name: str = "") -> str:
    """The file of a run, with the name that it was given: one field a line, one entry a line."""
    setup = run.setup
    values = (FORM, run.story, run.version, run.packs, run.seed, setup.length, setup.options, setup.constants)
    lines = [f"  {_text(name)}: {_text(value)}" for name, value in zip(FIELDS, values, strict=False)]
    if name:
        lines.insert(1, f'  "name": {_text(name)}')
    entries = [f"    {_text(_written(entry))}" for entry in run.entries]
    inner = "[\n" + ",\n".join(entries) + "\n  ]" if entries else "[]"
    return "{\n" + ",\n".join([*lines, f'  "entries": {inner}']) + "\n}\n"


def from_json(text: str | bytes) -> Run:
    """The run of a file. Raises DamagedSave."""
    return named_run(text)[0]


def named_run(text: str | bytes) -> tuple[Run, str]:
    """The run of a file, and its name or an empty string. Raises DamagedSave."""
    fields = _object(_parsed(text), "it")
    form = fields.get("glfstory")
    if form is None:
        raise DamagedSave("it is not a saved run")
    if type(form) is not int or form != FORM:
        raise DamagedSave("it was saved by a newer glfstory")
    name = fields.pop("name", "")
    missing, unknown = [each for each in FIELDS if each not in fields], sorted(set(fields) - set(FIELDS))
    if missing or unknown:
        raise DamagedSave(f"it lacks {missing[0]!r}" if missing else f"it holds {_short(unknown[0])}, which no run has")
    seed = fields["seed"]
    if type(seed) is not int or not 0 <= seed < SEEDS:
        raise DamagedSave(f"its seed is not a whole number from 0 to {SEEDS - 1}")
    length = fields["length"]
    run = Run(
        story=_name(fields["story"], "its story"),
        version=_name(fields["version"], "its version"),
        seed=seed,
        packs=tuple(_name(pack, "a pack") for pack in _list(fields["packs"], "its list of packs")),
        setup=Setup(
            options=_pairs(fields["options"], "an option", _name),
            length="" if length == "" else _name(length, "its length"),
            constants=_pairs(fields["constants"], "a constant", _number),
        ),
        entries=tuple(_entry(entry) for entry in _list(fields["entries"], "its list of decisions")),
    )
    return run, "" if name == "" else _name(name, "its name")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _written(entry: Entry) -> object:
    if isinstance(entry, Outside):
        return {"season": entry.season, "input": entry.input, "value": entry.value}
    return [entry.scene, entry.choice, entry.reason] if entry.reason else [entry.scene, entry.choice]


def _parsed(text: str | bytes) -> object:
    if len(text) > LARGEST:
        raise DamagedSave("it is far too large for a run")
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except DamagedSave:
        raise
    except (ValueError, RecursionError) as error:
        raise DamagedSave("it is not readable JSON" if text.strip() else "it is empty") from error


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise DamagedSave("a name stands in it twice")
    return found


def _no_constant(name: str) -> object:
    raise DamagedSave(f"{name} is not a number that a run can hold")


def _entry(entry: object) -> Entry:
    if isinstance(entry, list) and len(entry) in (2, 3):
        return Decision(*(_name(part, "a decision") for part in entry))
    if isinstance(entry, dict) and sorted(entry) == ["input", "season", "value"]:
        season, name = _name(entry["season"], "a season"), _name(entry["input"], "an input")
        return Outside(season, name, _number(entry["value"], f"the input {name}"))
    raise DamagedSave(f"{_short(entry)} is no decision")


def _object(value: object, what: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise DamagedSave(f"{what} is no object with named fields")
    return value


def _list(value: object, what: str) -> list[object]:
    if not isinstance(value, list):
        raise DamagedSave(f"{what} is not a list")
    return value


def _name(value: object, what: str) -> str:
    if not isinstance(value, str) or not value.isprintable() or not 0 < len(value) <= 200:
        raise DamagedSave(f"{what} is {_short(value)}, which is no name")
    return value


def _number(value: object, what: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= FARTHEST:
        raise DamagedSave(f"{what} is {_short(value)}, which is no number that a run can hold")
    return value


def _pairs(value: object, what: str, read: Callable[[object, str], Kind]) -> dict[str, Kind]:
    pairs = _object(value, f"the field for {what}")
    return {_name(name, what): read(each, f"{what} ({name})") for name, each in pairs.items()}


def _short(value: object) -> str:
    text = ascii(value)
    return text if len(text) <= 40 else text[:37] + "..."
