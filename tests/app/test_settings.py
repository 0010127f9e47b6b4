"""The settings: changed by keys alone or by mouse alone, kept at once, and seen at once."""

from pathlib import Path

import pytest
from textual.widgets import Input

from glfstory.app.app import StoryApp
from glfstory.app.theme import THEMES
from glfstory.saving.desk import Desk
from glfstory.saving.settings import THEME_NAMES, Settings, read_settings
from tests.app.conftest import desk_of, small_story
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, Player, playing


def test_every_theme_can_be_set_by_its_name() -> None:
    assert tuple(THEMES) == THEME_NAMES


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_each_setting_has_a_line_and_all_fit(desk: Desk, size: tuple[int, int], name: str) -> None:
    async with playing(desk, size) as player:
        await player.press("o")
        assert_picture(player.app, f"settings-{name}")
        assert player.app.screen.query_one("#sheet").max_scroll_y == 0


async def test_settings_by_keys_alone_are_kept_at_once(desk: Desk, tmp_path: Path) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("o", "enter", "down", "enter", "down", "right", "down", "space", "down", "right")
        kept = read_settings(desk.places.settings)
        assert kept == Settings("lamp", summaries=True, still=True, marks=False, width=60, hinted=3)
        assert player.app.theme == "lamp"
        assert "[reduced]" in player.seen
    async with playing(desk_of(small_story(), tmp_path)) as player:
        assert player.app.settings == kept


async def test_settings_by_mouse_alone(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.click("Settings")
        await player.click("Text width")
        await player.click("Text width")
        await player.click("Marks")
        await player.click("close")
        assert read_settings(desk.places.settings) == Settings(marks=False, width=72, hinted=3)


async def test_without_marks_the_record_is_still_a_key_away(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        assert "mu.°" in player.seen
        await player.press("o", "down", "down", "down", "enter", "escape")
        assert "°" not in player.seen
        assert "¹" not in player.seen
        await player.press("tab")
        assert player.app.focused is not None
        assert player.app.focused.id == "choices"
        await player.press("f")
        assert "A fifteenth of a hectare." in player.seen


@pytest.mark.parametrize(("width", "turns"), [(60, 1), (72, 2), (80, 3)])
async def test_no_line_of_the_text_is_longer_than_asked(desk: Desk, width: int, turns: int) -> None:
    async with playing(desk, LARGE) as player:
        await player.begin()
        await player.press("1", "3", "enter", "enter", "o", *["down"] * 4)
        await player.press(*["enter"] * turns, "escape")
        assert player.app.screen.query_one("#passage").size.width == width


async def _caret_blinks(player: Player) -> list[bool]:
    await player.press("a")
    archive = player.app.screen.query_one(Input).cursor_blink
    await player.press("escape", "ctrl+p")
    palette = player.app.screen.query_one(Input).cursor_blink
    await player.press("escape")
    return [archive, palette]


async def test_nothing_blinks_or_vanishes_by_itself_with_reduced_motion(desk: Desk) -> None:
    async with playing(desk, LARGE) as player:
        await player.begin()
        assert await _caret_blinks(player) == [True, True]
        await player.press("o", "down", "enter", "escape")
        assert await _caret_blinks(player) == [False, False]
        await player.press("s")
        assert "are shown in short" in player.seen
        (told,) = player.app._notifications
        assert told.timeout > 600
        await player.press("down")
        assert "are shown in short" not in player.seen
        assert player.app.animation_level == "none"


@pytest.mark.parametrize("theme", [*THEMES, "no colour"])
async def test_every_sheet_is_drawn_in_every_theme_and_shows_its_focus(
    desk: Desk, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3")
        if theme in THEMES:
            player.app.change_theme(theme)
        for key in ("l", "v", "w", "a", "o"):
            await player.press(key)
            assert "Esc close" in player.seen
            if key in "vwo":
                assert "▸" in player.seen
            await player.press("escape")
        assert isinstance(player.app, StoryApp)
