"""Where the saves of a test go."""

from pathlib import Path

import pytest

from glfstory.saving.places import Places


@pytest.fixture
def home(tmp_path: Path) -> Places:
    return Places(tmp_path / "saves", tmp_path / "settings.json", tmp_path / "cache")
