"""The chronicle as a tree: going back, going over to a branch, naming, by keys and by mouse."""

import pytest

from glfstory.saving.desk import Desk
from tests.app.branches import RED_STAR, WIDE, branched, run_of
from tests.app.picture import assert_picture
from tests.app.play import LARGE, SMALL, playing

SIZES = pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])


@SIZES
async def test_the_tree_looks_as_drawn(desk: Desk, size: tuple[int, int], name: str) -> None:
    async with playing(branched(desk), size) as player:
        await player.press("enter", "c")
        assert_picture(player.app, f"tree-{name}")
        await player.press("f")
        assert_picture(player.app, f"tree-only-{name}")
        await player.press("right", "enter")
        assert_picture(player.app, f"branch-{name}")
        await player.press("2")
        assert_picture(player.app, f"name-{name}")


@SIZES
async def test_the_highlighted_row_has_the_pointer_and_only_that_one(
    desk: Desk, size: tuple[int, int], name: str
) -> None:
    async with playing(branched(desk), size) as player:
        await player.press("enter", "c", "home")
        assert "▸ 1  The scales" in player.seen
        for key, row in (("right", "▸    ├─ Red Star"), ("down", "▸ 2  The bowl"), ("f", "▸ 2  The bowl")):
            await player.press(key)
            assert row in player.seen
            assert sum("▸" in line.partition("│")[2] for line in player.seen.splitlines()) == 1


async def test_a_branch_is_taken_up_by_keys_and_the_run_before_stays(desk: Desk) -> None:
    async with playing(branched(desk)) as player:
        await player.press("enter", "c", "right", "enter", "1")
        assert player.page == "ReadingPage"
        assert "It is over." in player.seen
        assert desk.saved().run == run_of(desk, "honest", "eat", "sow")  # type: ignore[union-attr]
    assert run_of(desk, "honest", "save") in [each.run for each in desk.kept()]


async def test_a_branch_is_taken_up_by_mouse_alone(desk: Desk) -> None:
    async with playing(branched(desk)) as player:
        await player.click("Continue")
        await player.click("chronicle")
        await player.click("→ branch")
        await player.click("→ branch")
        await player.click("├─ Red Star")
        await player.click("Go on with it")
        assert "The line is clear at once." in player.seen


async def test_going_back_by_key_and_by_mouse(desk: Desk) -> None:
    async with playing(branched(desk), LARGE) as player:
        await player.press("enter", "c", "enter")
        assert "1 Eat what is there." in " ".join(player.seen.split())
        await player.press("c")
        await player.click("Send up the figure on the scales.")
        assert "Li reads the beam twice" in player.seen


async def test_the_run_is_kept_under_a_name_and_a_branch_gets_another(desk: Desk) -> None:
    async with playing(branched(desk), LARGE) as player:
        await player.press("enter", "c", "n", *"Beam", "enter")
        assert "This run is kept as Beam." in player.seen
        await player.press("left", "n", *"Mercy", "enter")
        assert "Mercy" in player.seen
    assert {"Beam", "Mercy"} <= {each.name for each in desk.kept()}


async def test_what_cannot_be_named_is_told(desk: Desk) -> None:
    async with playing(branched(desk), LARGE) as player:
        await player.press("enter", "c", "n", *"!", "enter")
        await player.pilot.pause()
        assert player.page == "ChronicleSheet"
        assert len(player.app._notifications) == 1
        await player.press("n", "escape")
        assert player.page == "ChronicleSheet"


async def test_without_branches_nothing_is_said_of_them(desk: Desk) -> None:
    async with playing(desk) as player:
        await player.press("enter", "enter", "c")
        assert "No decision has been made yet." in player.seen
        assert "branch" not in player.seen
        await player.press("n", "f", "right", "enter")
        assert player.page == "ChronicleSheet"


async def test_kept_runs_are_listed_gone_on_with_and_removed(desk: Desk) -> None:
    async with playing(branched(desk)) as player:
        await player.press("k", "down")
        while RED_STAR not in str(player.app.screen.pointed):  # type: ignore[attr-defined]
            await player.press("down")
        await player.press("d", "1", "d", "2")
        assert RED_STAR not in player.seen
        await player.click(WIDE)
        await player.click("Read its end again")
        assert "It is over." in player.seen
        await player.press("q")
        assert "The end, 3 decisions" in player.seen
    assert {each.name for each in desk.kept() if not each.current} >= {WIDE, "Branch 1"} - {RED_STAR}


async def test_a_removed_run_is_not_offered(desk: Desk) -> None:
    async with playing(branched(desk)) as player:
        await player.click("Kept runs")
        await player.click("The run that is open")
        await player.click("Remove it")
        await player.click("Remove it")
        await player.click("close")
        assert "Continue" not in player.seen
        assert "Kept runs   " in player.seen


@SIZES
async def test_kept_runs_and_the_question_look_as_drawn(desk: Desk, size: tuple[int, int], name: str) -> None:
    async with playing(branched(desk), size) as player:
        assert_picture(player.app, f"title-kept-{name}")
        await player.press("k")
        await player.press("d")
        assert_picture(player.app, f"remove-{name}")


async def test_going_back_and_deciding_otherwise_leaves_a_branch(desk: Desk) -> None:
    async with playing(desk, LARGE) as player:
        await player.begin()
        await player.press("1", "3", "enter", "enter", "1", "enter", "enter", "1", "c", "up", "up", "enter")
        assert "Li reads the beam twice" in player.seen
        await player.press("2", "3", "c")
        assert "Branch 1  The end, 3 decisions" in player.seen
        assert "instead: Send up the figure on the scales." in player.seen
