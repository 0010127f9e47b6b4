"""Where this machine keeps saves, settings and the cache of stories."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one player."""

    saves: Path
    settings: Path
    cache: Path


def typed_path(words: str) -> Path:
    """A path as a person types it: a file dragged into a window comes in quotes, and `~` is one's own folder."""
    for quote in "\"'":
        if len(words) > 2 and words[0] == words[-1] == quote:
            words = words[1:-1]
    try:
        return Path(words).expanduser()
    except RuntimeError:  # nobody knows where that home is
        return Path(words)


def places(environ: Mapping[str, str]) -> Places:
    """The platform's own folders, or all of them below `GLFSTORY_HOME` where that is set."""
    home = environ.get("GLFSTORY_HOME")
    if home:
        base = typed_path(home)
        return Places(base / "saves", base / "settings.json", base / "cache")
    from platformdirs import PlatformDirs  # 20 ms that a set GLFSTORY_HOME saves

    own = PlatformDirs("glfstory", appauthor=False)
    return Places(own.user_data_path / "saves", own.user_config_path / "settings.json", own.user_cache_path)
