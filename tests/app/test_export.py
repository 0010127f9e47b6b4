"""A transcript from the ending, by one key."""

from pathlib import Path

import pytest

from glfstory.saving.desk import Desk
from tests.app.play import Player, playing


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the player is in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def walk_on(player: Player) -> None:
    """Takes the first choice and turns pages until the last one."""
    for _ in range(40):
        if "It is over." in player.seen:
            return
        await player.press("1", "space")
    raise AssertionError(player.seen)


async def test_x_writes_it_into_the_folder_one_is_in_and_never_over_another(desk: Desk, here: Path) -> None:
    (here / "small-7.md").write_text("mine")
    async with playing(desk) as player:
        await player.begin()
        await player.press("x", "1", "1")
        assert [path.name for path in here.iterdir()] == ["small-7.md"], "only the last pages offer it"
        await walk_on(player)
        assert "x transcript" in player.seen
        await player.press("x")
        assert "A transcript of this run is in" in player.seen
        assert "small-7-2.md" in player.seen, "a name is not cut by the end of a line"
        await player.press("x")
    assert (here / "small-7.md").read_text() == "mine"
    made = (here / "small-7-2.md").read_text(encoding="utf-8")
    assert made.startswith("# Small Story\n\n- Seed: 7\n")
    assert (here / "small-7-3.md").read_text(encoding="utf-8") == made


async def test_where_the_folder_takes_nothing_it_goes_beside_the_saves(
    desk: Desk, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    async with playing(desk) as player:
        await player.begin()
        await walk_on(player)
        await player.press("x")
    assert (desk.save.parent / "small-7.md").is_file()
    assert list(here.iterdir()) == []
