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


def places(environ: Mapping[str, str]) -> Places:
    """The platform's own folders, or all of them below `GLFSTORY_HOME` where that is set."""
    home = environ.get("GLFSTORY_HOME")
    if home:
        base = Path(home).expanduser()
        return Places(base / "saves", base / "settings.json", base / "cache")
    from platformdirs import PlatformDirs  # 20 ms that a set GLFSTORY_HOME saves

    own = PlatformDirs("glfstory", appauthor=False)
    return Places(own.user_data_path / "saves", own.user_config_path / "settings.json", own.user_cache_path)
