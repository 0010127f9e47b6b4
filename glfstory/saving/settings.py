"""What a player has set, remembered between runs."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from glfstory.saving.atomic import why, write


@dataclass(frozen=True, slots=True)
class Settings:
    """A player's settings."""

    theme: str = ""
    """The name of a theme; nothing for the one that comes first."""
    summaries: bool = False
    """Whether scenes in which someone dies are told in their short form."""
    still: bool = False
    """Whether nothing on the screen may move, blink or vanish by itself."""
    marks: bool = True
    """Whether the marks in the text are drawn."""
    width: int = 80
    """The longest line of the text, in columns."""
    hinted: int = 0
    """How many of the lines for a first run have been shown."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that a player can set."""

    name: str
    """As it is typed."""
    field: str
    """Where it is kept in Settings."""
    title: str
    says: str
    """One line of explanation."""
    values: Mapping[str, str | bool | int]
    """What may be typed, and what is kept for it."""

    def word(self, settings: Settings) -> str:
        """What is set, as it is typed; the first value where nothing of that kind is."""
        kept = getattr(settings, self.field)
        return next((word for word, value in self.values.items() if value == kept), next(iter(self.values)))

    def put(self, settings: Settings, word: str) -> Settings:
        """The settings with another value. Raises KeyError for a word that is none of its values."""
        changes: dict[str, Any] = {self.field: self.values[word]}
        return replace(settings, **changes)

    def turned(self, settings: Settings, step: int = 1) -> Settings:
        """The settings with the value that comes next, or before."""
        words = list(self.values)
        return self.put(settings, words[(words.index(self.word(settings)) + step) % len(words)])


THEME_NAMES = ("newsprint", "lamp", "contrast", "terminal")
SETTINGS = (
    Setting(
        "theme",
        "theme",
        "Theme",
        "The colours: newsprint, a lamp, high contrast, or the terminal's own.",
        {name: name for name in THEME_NAMES},
    ),
    Setting(
        "motion",
        "still",
        "Motion",
        "Reduced: nothing blinks, and a message stays until the next key.",
        {"usual": False, "reduced": True},
    ),
    Setting(
        "deaths",
        "summaries",
        "Death scenes",
        "Short: scenes in which someone dies are told in a few words.",
        {"full": False, "short": True},
    ),
    Setting(
        "marks",
        "marks",
        "Marks",
        "Off: the signs of the record are not drawn; it still opens.",
        {"on": True, "off": False},
    ),
    Setting(
        "width",
        "width",
        "Text width",
        "The longest line of the text, in columns.",
        {"60": 60, "72": 72, "80": 80},
    ),
)


def setting(name: str) -> Setting | None:
    """The setting of that name, or the one that alone begins so."""
    found = [each for each in SETTINGS if each.name == name] or [
        each for each in SETTINGS if name and each.name.startswith(name)
    ]
    return found[0] if len(found) == 1 else None


def read_settings(path: Path) -> Settings:
    """The settings of a file; whatever is missing or unreadable in it is as on the first day."""
    try:
        found = json.loads(path.read_bytes()[:10_000]) if path.is_file() else {}
    except (OSError, ValueError, RecursionError):
        return Settings()
    kept = found if isinstance(found, dict) else {}
    return Settings(
        **{each.name: kept[each.name] for each in fields(Settings) if _is_sound(each.name, each.default, kept)}
    )


def _is_sound(name: str, default: object, kept: Mapping[str, object]) -> bool:
    """Whether a file holds a value that this version knows for a setting; an unknown theme is asked about later."""
    value = kept.get(name)
    known = next((each.values.values() for each in SETTINGS if each.field == name and name != "theme"), [value])
    return name in kept and type(value) is type(default) and value in known


def write_settings(path: Path, settings: Settings) -> str:
    """Keeps the settings; one sentence where that fails."""
    try:
        write(path, json.dumps(asdict(settings)) + "\n")
    except OSError as error:
        return f"Your settings could not be kept in {path}: {why(error)}."
    return ""
