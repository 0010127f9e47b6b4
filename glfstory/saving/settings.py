"""What a player has set, remembered between runs."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from glfstory.saving.atomic import why, write


@dataclass(frozen=True, slots=True)
class Settings:
    """A player's settings."""

    theme: str = ""
    """The name of a theme; nothing for the one that comes first."""
    summaries: bool = False
    """Whether scenes in which someone dies are told in their short form."""
    hinted: int = 0
    """How many of the lines for a first run have been shown."""


def read_settings(path: Path) -> Settings:
    """The settings of a file; whatever is missing or unreadable in it is as on the first day."""
    try:
        found = json.loads(path.read_bytes()[:10_000]) if path.is_file() else {}
    except (OSError, ValueError, RecursionError):
        return Settings()
    kept = found if isinstance(found, dict) else {}
    theme, hinted = kept.get("theme"), kept.get("hinted")
    return Settings(
        theme if isinstance(theme, str) else "",
        kept.get("summaries") is True,
        hinted if type(hinted) is int and hinted > 0 else 0,
    )


def write_settings(path: Path, settings: Settings) -> str:
    """Keeps the settings; one sentence where that fails."""
    try:
        write(path, json.dumps(asdict(settings)) + "\n")
    except OSError as error:
        return f"Your settings could not be kept in {path}: {why(error)}."
    return ""
