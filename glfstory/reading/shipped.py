"""Where the story that comes with the program stands."""

from pathlib import Path

import glfstory


def shipped_story() -> Path:
    """The folder of Two Ledgers: inside an installed package, or beside the package in a checkout."""
    package = Path(glfstory.__file__).resolve().parent
    packaged = package / "_story"
    return packaged if packaged.is_dir() else package.parent / "story"
