"""A story while it is written: it comes anew when it was saved, and the writer stays where he is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from glfstory.app.writing import WriteApp
from glfstory.saving.settings import Settings
from glfstory.workshop.live import Written
from glfstory.workshop.scaffold import new_story
from tests.app.conftest import desk_of
from tests.app.picture import assert_picture, picture
from tests.app.play import LARGE, SMALL


@dataclass
class Writer:
    """A writer at the keyboard, with the story's files beside."""

    app: WriteApp
    pilot: Pilot[None]
    folder: Path

    async def press(self, *keys: str) -> None:
        """Presses keys, each after the last one has had its effect."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def save(self, file: str, old: str, new: str) -> None:
        """Replaces words in a file; the app is told as it is by its watch."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.app.post_message(WriteApp.Saved())
        await self.settle()

    async def settle(self) -> None:
        """Waits for everything that is under way."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def seen(self) -> str:
        """The screen as text."""
        return picture(self.app)

    @property
    def page(self) -> str:
        """The name of the screen in front."""
        return type(self.app.screen).__name__


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new story, named as one that stands below the folder that the writer is in."""
    monkeypatch.chdir(tmp_path)
    new_story(tmp_path / "ferry")
    return Path("ferry")


@asynccontextmanager
async def writing(folder: Path, size: tuple[int, int] = SMALL) -> AsyncIterator[Writer]:
    """The app on a story's folder, without its watch."""
    desk = desk_of("not opened", folder.parent / "home")
    app = WriteApp(Written(folder), desk, Settings(), lambda _: "", watches=False)
    async with app.run_test(size=size, notifications=True) as pilot:
        writer = Writer(app, pilot, folder)
        await writer.settle()
        yield writer


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_the_story_beside_what_is_to_be_mended(folder: Path, size: tuple[int, int], name: str) -> None:
    async with writing(folder, size) as writer:
        await writer.press("space", "1", "space")
        assert "The rope" in writer.seen
        assert_picture(writer.app, f"write-clean-{name}")
        await writer.save("scenes.yaml", "rope += 4", "roap += 4")
        assert_picture(writer.app, f"write-broken-{name}")
        await writer.save("scenes.yaml", "roap += 4", "rope += 4")
        assert "Nothing to mend." in writer.seen


async def test_a_saved_text_comes_where_the_writer_stands(folder: Path) -> None:
    async with writing(folder) as writer:
        await writer.press("space", "1", "space")
        assert writer.app.page is not None
        decisions = writer.app.page.sitting.moment.run.decisions
        await writer.save("scenes.yaml", "Nine people stand", "Eleven people stand")
        assert "Eleven people stand" in writer.seen
        assert writer.app.page.sitting.moment.run.decisions == decisions
        await writer.press("1")
        assert "It takes until noon." in writer.seen
        await writer.save("scenes.yaml", "It takes until noon.", "It takes until dark.")
        assert "It takes until dark." in writer.seen


async def test_a_story_that_does_not_read_leaves_the_last_good_one_on_the_screen(folder: Path) -> None:
    async with writing(folder) as writer:
        await writer.press("space", "1", "space")
        await writer.save("scenes.yaml", "title: The rope", "titel: The rope")
        assert "Nine people stand" in writer.seen
        assert "Shown: the story as it last read." in writer.seen
        await writer.press("m")
        assert "E101-unknown-key" in writer.seen
        assert "Did you mean 'title'?" in writer.seen
        await writer.press("escape", "1")
        assert "It takes until noon." in writer.seen


async def test_a_decision_that_is_gone_is_told_and_play_goes_on_before_it(folder: Path) -> None:
    async with writing(folder) as writer:
        await writer.press("space", "1", "space", "1")
        await writer.save("scenes.yaml", "      mend:", "      splice:")
        await writer.save("story.yaml", "the-rope.mend", "the-rope.splice")
        assert "no longer exists" in writer.seen
        assert writer.app.page is not None
        assert writer.app.page.sitting.moment.scene == "the-rope"


async def test_a_story_that_cannot_be_read_at_first_comes_when_it_can(folder: Path) -> None:
    path = folder / "story.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("rank: 20", "rank: ten"), encoding="utf-8")
    async with writing(folder) as writer:
        assert writer.page == "MendPage"
        assert "E104-not-a-number" in writer.seen
        assert_picture(writer.app, "write-unread-80x24")
        await writer.save("story.yaml", "rank: ten", "rank: 20")
        assert writer.page == "WritePage"
        assert "Spring" in writer.seen


async def test_findings_are_told_once_the_story_is_checked(folder: Path) -> None:
    async with writing(folder) as writer:
        await writer.save("model.yaml", "rules:\n", "  spare: {says: None., flag: true, start: false}\n\nrules:\n")
        assert "1 note." in writer.seen
        await writer.press("m")
        assert "N701" in writer.seen
        assert "Nothing uses the variable 'spare'." in writer.seen


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_a_jump_goes_to_where_a_run_meets_the_scene(folder: Path, size: tuple[int, int], name: str) -> None:
    async with writing(folder, size) as writer:
        await writer.press("j", *"smith")
        assert_picture(writer.app, f"write-jump-{name}")
        await writer.press("enter")
        assert "He looks at the rope and then at you." in writer.seen
        assert writer.app.page is not None
        run = writer.app.page.sitting.moment.run
        assert run.decisions[-1].choice == "smith"
        await writer.press("j", *"bridge", "enter")
        assert "People go by the bridge that year." in writer.seen


async def test_what_no_run_comes_to_is_said(folder: Path) -> None:
    async with writing(folder) as writer:
        await writer.save("scenes.yaml", "if: trust >= 60", "if: trust < 0 * rope")
        await writer.press("j", *"smith", "enter")
        assert "None of 2,500 runs came to" in writer.seen
        assert writer.page == "WritePage"


@pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (LARGE, "140x45")])
async def test_values_with_what_the_last_decision_changed(folder: Path, size: tuple[int, int], name: str) -> None:
    async with writing(folder, size) as writer:
        await writer.press("space", "1", "space", "1", "i")
        assert "rope = 10  was 6" in writer.seen
        assert_picture(writer.app, f"write-values-{name}")


async def test_nothing_about_kept_runs_is_offered(folder: Path) -> None:
    async with writing(folder, LARGE) as writer:
        await writer.press("c", "e", "r", "S", "x")
        assert writer.page == "WritePage"
        assert not (folder.parent / "home" / "saves").exists()
        await writer.press("question_mark")
        assert "Begin a new run, under the next seed." in writer.seen
        assert "endings that your runs have met" not in writer.seen


async def test_a_new_run_begins_under_the_next_seed_and_behind_the_end_too(folder: Path) -> None:
    async with writing(folder) as writer:
        await writer.press("space", "1", "n")
        assert writer.app.page is not None
        run = writer.app.page.sitting.moment.run
        assert (run.seed, run.decisions) == (1, ())
        await writer.press("j", *"bridge", "enter")
        seed = writer.app.page.sitting.moment.run.seed
        await writer.press("space", "space")
        run = writer.app.page.sitting.moment.run
        assert (run.seed, run.decisions) == (seed + 1, ())


async def test_settings_hold_and_are_kept(folder: Path) -> None:
    kept: list[Settings] = []
    desk = desk_of("not opened", folder.parent / "home")

    def keep(settings: Settings) -> str:
        kept.append(settings)
        return ""

    app = WriteApp(Written(folder), desk, replace(Settings(), theme="lamp"), keep, watches=False)
    async with app.run_test(size=SMALL) as pilot:
        assert app.theme == "lamp"
        await pilot.press("t")
        await pilot.pause()
        assert kept[-1].theme == app.theme != "lamp"
