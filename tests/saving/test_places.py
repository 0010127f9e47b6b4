"""Where saves go: where GLFSTORY_HOME says, else where the platform keeps such things."""

from pathlib import Path

from glfstory.saving.places import places, typed_path


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


def test_a_path_is_taken_as_people_type_it() -> None:
    assert typed_path('"C:/My runs/a b.json"') == Path("C:/My runs/a b.json")
    assert typed_path("'a b'") == Path("a b")
    assert typed_path("it's") == Path("it's")
    assert typed_path("~/x") == Path.home() / "x"
    assert typed_path("~nobody-at-all/x") == Path("~nobody-at-all/x")
