"""Where saves go: where GLFSTORY_HOME says, else where the platform keeps such things."""

from pathlib import Path

from glfstory.saving.places import places


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    found = places({"GLFSTORY_HOME": str(tmp_path)})
    assert (found.saves, found.settings, found.cache) == (
        tmp_path / "saves",
        tmp_path / "settings.json",
        tmp_path / "cache",
    )


def test_without_it_the_platform_decides() -> None:
    found = places({})
    assert all("glfstory" in str(path) for path in (found.saves, found.settings, found.cache))
    assert found.settings.name == "settings.json"
