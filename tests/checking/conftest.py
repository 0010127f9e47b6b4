"""The tiny story of tests/reading, and the ferry of docs/findings, to be checked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glfstory.checking.check import check
from glfstory.reading.finding import Finding
from tests.checking.pages import Example
from tests.reading.conftest import mended, mini, read_files

__all__ = ["mended", "mini", "read_files"]


@pytest.fixture
def over_the_ferry(tmp_path: Path) -> Callable[[str], tuple[Finding, ...]]:
    """What is found when these entries take the place of those of the ferry."""

    def found(text: str) -> tuple[Finding, ...]:
        story, packs = Example("yaml", text).make(tmp_path)
        return check(story, packs)

    return found
