"""The reading screen, by keys and by mouse."""

from pathlib import Path

import pytest

from glfstory.app.app import StoryApp
from glfstory.app.messages import RunChanged
from glfstory.saving.desk import Desk
from tests.app.conftest import desk_of, entrance_of, small_story
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, playing


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_pages_look_as_drawn(desk: Desk, size: tuple[int, int], name: str) -> None:
    async with playing(desk, size) as player:
        await player.press("enter", "enter")
        assert_picture(player.app, f"season-{name}")
        await player.press("space")
        assert_picture(player.app, f"passage-{name}")
        await player.press("2")
        assert_picture(player.app, f"why-{name}")
        await player.press("2", "enter", "enter", "pagedown")
        assert_picture(player.app, f"long-passage-{name}")


async def test_words_of_a_story_are_never_markup(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        assert "[two hundred]" in player.seen
        assert "[/ Somebody coughs." in player.seen


async def test_closed_choice_is_shown_with_its_reason_and_cannot_be_taken(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        before = player.seen
        assert "-  Ask the county to send a man. (No one has asked" in before
        await player.press("3")
        await player.click("Ask the county")
        await player.press("down", "down", "down")
        assert player.seen.count("▸") == 1
        assert "▸ 2  Send up what" in player.seen


async def test_choice_by_arrows_reason_and_outcome(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("down", "enter")
        assert "Why?" in player.seen
        assert "I would rather not say." in player.seen
        await player.press("escape")
        assert "Why?" not in player.seen
        await player.press("1")
        await player.click("To protect the village.")
        assert "▸ Send up the figure on the scales." in player.seen
        assert "standing  43" in player.seen
        assert "↓" in player.seen


async def test_reason_is_kept_with_the_decision(desk: Desk, tmp_path: Path) -> None:
    app_messages: list[RunChanged] = []
    app = StoryApp(entrance_of(desk))
    async with app.run_test(
        size=SMALL, message_hook=lambda told: app_messages.append(told) if isinstance(told, RunChanged) else None
    ) as pilot:
        await app.workers.wait_for_complete()
        for key in ("enter", "enter", "enter", "1", "1"):
            await pilot.pause()
            await pilot.press(key)
        await pilot.pause()
    assert app_messages[-1].run.decisions[-1].reason == "fear"


async def test_whole_story_by_mouse_alone(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.click("Begin")
        await player.click("go on")
        for words in ("Go on", "Send up the figure", "I would rather", "Go on", "Go on", "Eat what is there"):
            await player.click(words)
        assert "Grandmother Zhao has died." in player.seen
        for words in ("Go on", "Go on", "Wait.", "Go on"):
            await player.click(words)
        assert "It is over." in player.seen
        await player.click("Close the book")
        assert "The end, 3 decisions" in player.seen


async def test_back_takes_back_one_decision_and_keeps(desk: Desk, tmp_path: Path) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3", "enter", "enter", "2", "b")
        assert "Eat what is there." in player.seen
    async with playing(desk_of(small_story(), tmp_path)) as player:
        assert "1 decision" in player.seen


async def test_marks_open_by_key_by_tab_and_by_mouse(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("f")
        assert "A word of the time, 1 of 3" in player.seen
        assert "A fifteenth of a hectare." in player.seen
        await player.press("f")
        assert_picture(player.app, "card-80x24")
        await player.press("escape", "shift+tab", "tab", "enter")
        assert "A new record was called a sputnik." in player.seen
        await player.press("escape")
        await player.click("much.")
        assert "A new record" in player.seen


async def test_tab_goes_through_the_marks_and_back_to_the_choices(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        focused = []
        for _ in range(5):
            await player.press("tab")
            focused.append(player.app.focused.id if player.app.focused else "")
        assert focused == ["passage", "passage", "passage", "choices", "passage"]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_marks_never_take_the_choices_away(desk: Desk, size: tuple[int, int]) -> None:
    async with playing(desk, size) as player:
        await player.begin()
        await player.press("tab")
        assert "Enter open" in player.seen
        assert "▸" not in player.seen, "the arrow that is full says what Enter takes"
        assert "▹ 1  Send up the figure" in player.seen
        await player.press("escape")
        assert "▸ 1  Send up the figure" in player.seen
        assert "Enter open" not in player.seen
        await player.press("tab", "down")
        assert "▸ 2  Send up what Red Star" in player.seen
        await player.press("tab", "up")
        assert "▸ 1  Send up the figure" in player.seen
        await player.press("tab", "enter", "escape", "2")
        assert "Why?" in player.seen
        await player.press("tab", "3")
        assert "The line is clear at once." in player.seen


async def test_space_goes_on_from_a_mark_too(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        before = player.seen
        await player.press("tab", "space", "escape")
        assert player.seen == before


async def test_long_text_scrolls_before_it_goes_on(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3", "enter", "enter")
        assert "▾ more" in player.seen
        assert "▸ 1  Eat what is there." in player.seen
        await player.press("pagedown", "pagedown")
        assert "▾ more" not in player.seen
        await player.press("pageup", "pageup", "space", "space")
        assert "▾ more" not in player.seen
        assert "▸ 1  Eat what is there." in player.seen


async def test_summaries_change_the_page_at_once(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("1", "3", "enter", "enter", "s")
        assert player.seen.count("Grandmother Zhao gives her bowl away.") == 1


async def test_room_is_asked_for_and_everything_comes_back(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        before = player.seen
        await player.pilot.resize_terminal(60, 20)
        await player.pilot.pause()
        assert "at least 80 columns wide and 24 rows high" in " ".join(player.seen.split())
        await player.press("1")
        await player.pilot.resize_terminal(80, 24)
        await player.pilot.pause()
        await player.pilot.pause()
        assert player.seen == before


async def test_trouble_with_keeping_is_told_and_play_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "keep", lambda run: "There is no space left [on the disk].")
    async with playing(desk, LARGE) as player:
        await player.begin()
        await player.press("1", "3")
        assert "There is no space left [on the disk]." in player.seen
        assert "The operator asks" in player.seen


async def test_themes_keep_the_place(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        for theme in ("lamp", "contrast", "terminal", "newsprint"):
            await player.press("t")
            assert player.app.theme == theme
            assert "The scales" in player.seen


async def test_without_colour_the_highlight_is_bold_underline(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(desk) as player:
        await player.begin()
        style = player.app.screen.query_one("#choices").get_component_styles("option-list--option-highlighted")
        assert style.text_style.bold
        assert style.text_style.underline


async def test_nothing_beside_the_page_tells_what_is_still_to_come(desk: Desk) -> None:
    async with playing(desk, LARGE) as player:
        await player.begin()
        await player.press("2", "3")
        assert "The line is clear at once." in player.seen
        assert "No harvest has been reported yet." in player.seen
        await player.press("enter")
        assert "2,160,000" in player.seen
        await player.press("enter", "1")
        assert "Grandmother Zhao has died." in player.seen
        assert "1 here" in player.seen
        assert "standing" not in player.seen
        await player.press("backspace", "b")
        assert "2 here" in player.seen
