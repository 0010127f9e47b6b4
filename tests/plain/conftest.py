"""A table where nothing is kept."""

from pathlib import Path

import pytest

from tests.plain.table import Table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path, keeps=False, seed=7)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command writes into the folder that one is in goes nowhere else."""
    monkeypatch.chdir(tmp_path)
