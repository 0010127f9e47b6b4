"""The archive: by kind and by word, from card to card, and back to the line of the passage."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from glfstory.saving.desk import Desk
from tests.app.conftest import desk_of, small_story
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, Player, playing


async def _open(player: Player) -> None:
    await player.begin()
    await player.press("a")


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_kinds_by_keys(desk: Desk, size: tuple[int, int], name: str) -> None:
    async with playing(desk, size) as player:
        await _open(player)
        assert "▸ All" in player.seen
        await player.press("tab", "tab")
        assert_picture(player.app, f"archive-disputes-{name}")
        assert "2 cards" in player.seen
        assert "Sputnik  disputed" in player.seen
        await player.press("shift+tab", "shift+tab", "shift+tab")
        assert "▸ Sources" in player.seen
        await player.press(*"riley")
        assert "1 card" in player.seen


async def test_kinds_and_sources_by_mouse_alone(desk: Desk) -> None:
    async with playing(desk, LARGE) as player:
        await player.begin()
        await player.click("archive")
        await player.click("Facts")
        assert "2 cards" in player.seen
        await player.click("≠ Levy")
        await player.click("« Cairns")
        assert "The Sputniks" in player.seen
        assert "card before" in player.seen
        await player.click("· Sputnik")
        assert "A new record was called a sputnik." in player.seen
        await player.click("card before")
        await player.click("card before")
        assert "The levy followed the report." in player.seen
        await player.click("close")
        assert player.page == "ReadingPage"


async def test_sources_are_followed_by_keys_and_back(desk: Desk) -> None:
    async with playing(desk, SMALL) as player:
        await _open(player)
        await player.press(*"levy", "enter")
        assert "▸ « Cairns, The Sputniks, 2018" in player.seen
        await player.press("enter")
        assert "▸ · Sputnik" in player.seen
        await player.press("enter")
        assert "A new record was called a sputnik." in player.seen
        await player.press("backspace", "backspace")
        assert "The levy followed the report." in player.seen
        assert isinstance(player.app.focused, Input)
        assert player.app.focused.value == "levy"
        await player.press("escape")
        assert player.page == "ReadingPage"


async def test_cards_that_are_not_open_are_not_led_to(tmp_path: Path) -> None:
    small = small_story()
    late = replace(small.facts["levy"], late=True)
    scales = replace(small.scenes["the-scales"], text=small.scenes["the-field"].text)
    story = replace(small, facts={**small.facts, "levy": late}, scenes={**small.scenes, "the-scales": scales})
    async with playing(desk_of(story, tmp_path), LARGE) as player:
        await _open(player)
        await player.press(*"cairns", "enter")
        assert "Sputnik" in player.seen
        assert "Levy" not in player.seen


async def test_a_card_opens_the_archive_at_itself_and_the_mark_keeps_the_focus(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("tab", "tab", "tab")
        before = player.seen
        await player.press("enter")
        assert "The levy followed the report." in player.seen
        await player.press("a")
        assert player.page == "ArchiveSheet"
        assert "The levy followed the report." in player.seen
        await player.press("escape")
        assert player.seen == before
        passage = player.app.screen.query_one("#passage")
        assert player.app.focused is passage
        assert passage.mark_in_focus == "levy"  # type: ignore[attr-defined]
        await player.press("a")
        assert "The levy followed the report." in player.seen


async def test_a_mark_in_a_scrolled_text_is_come_back_to_at_the_same_line(tmp_path: Path) -> None:
    small = small_story()
    scales = small.scenes["the-scales"]
    (block,) = scales.text
    long = replace(block, paragraphs=(*small.scenes["the-bowl"].text[0].paragraphs, *block.paragraphs))  # type: ignore[union-attr]
    story = replace(small, scenes={**small.scenes, "the-scales": replace(scales, text=(long,))})
    async with playing(desk_of(story, tmp_path)) as player:
        await player.begin()
        await player.press("pagedown", "pagedown", "pagedown")
        await player.click("much.")
        assert player.page == "CardSheet"
        await player.press("a", "escape")
        place = player.app.screen.query_one("#scroll").scroll_offset.y
        assert place > 0
        assert player.app.screen.query_one("#passage").mark_in_focus == "sputnik"  # type: ignore[attr-defined]
        assert "much." in player.seen


async def test_sources_behind_a_mark_are_followed_in_its_sheet(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.begin()
        await player.press("f", "f")
        assert "The record, 2 of 3" in player.seen
        await player.press("down", "enter")
        assert "A source" in player.seen
        assert "Fields of Paper" in player.seen
        await player.press("backspace")
        assert "The record, 2 of 3" in player.seen
        await player.click("▌ Cairns")
        assert "A source" in player.seen


@pytest.mark.parametrize("theme", ["terminal", "no colour"])
async def test_the_card_of_the_list_that_is_open_is_seen_without_colours(
    desk: Desk, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    async with playing(desk) as player:
        if theme != "no colour":
            player.app.change_theme(theme)
        await _open(player)
        style = player.app.screen.query_one("#found").get_component_styles("option-list--option-highlighted")
        assert style.text_style.bold
        assert style.text_style.underline
