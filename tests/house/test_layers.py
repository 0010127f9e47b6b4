"""The rooms know only the rooms below them; a planted violation is found."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANTED = [
    ("engine/chance.py", "import glfstory.pages.words"),
    ("engine/chance.py", "import yaml"),
    ("reading/finding.py", "import glfstory.saving.desk"),
    ("saving/desk.py", "import pydantic"),
    ("pages/words.py", "import textual"),
    ("plain/__init__.py", "import glfstory.app.app"),
    ("app/widgets/__init__.py", "import glfstory.app.screens"),
    ("app/words.py", "import glfstory.app.widgets"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter on the package as it stands in a folder."""
    program = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as c; c()"
    command = [sys.executable, "-c", program, "--no-cache", "--config", "pyproject.toml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "glfstory", folder / "glfstory", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_house_stands(copied: Path) -> None:
    result = lint(copied)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("module", "line"), PLANTED)
def test_a_planted_violation_is_found(copied: Path, module: str, line: str) -> None:
    path = copied / "glfstory" / module
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        result = lint(copied)
    finally:
        path.write_text(before, encoding="utf-8")
    assert result.returncode == 1
    assert "BROKEN" in result.stdout


LATE = [
    ("glfstory.engine.run", ("yaml", "pydantic", "textual", "rich", "click", "platformdirs")),
    ("glfstory.pages.sitting", ("yaml", "pydantic", "textual", "rich", "click", "platformdirs")),
    ("glfstory.reading.shelf", ("yaml", "pydantic", "textual")),
    ("glfstory.saving.desk", ("yaml", "pydantic", "textual")),
    ("glfstory.plain", ("yaml", "pydantic", "textual")),
    ("glfstory.cli", ("yaml", "pydantic", "textual")),
]


@pytest.mark.parametrize(("module", "kept_out"), LATE)
def test_what_is_slow_to_import_is_imported_late(module: str, kept_out: tuple[str, ...]) -> None:
    program = f"import sys, {module}; print(*[name for name in {kept_out!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.split() == []
