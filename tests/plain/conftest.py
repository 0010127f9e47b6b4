"""A table where nothing is kept."""

from pathlib import Path

import pytest

from tests.plain.table import Table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path, keeps=False, seed=7)
