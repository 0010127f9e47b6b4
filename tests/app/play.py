"""Opening the app in a test and going to a page of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual.pilot import Pilot

from glfstory.app.app import StoryApp
from glfstory.saving.desk import Desk
from tests.app.conftest import entrance_of
from tests.app.picture import picture

SMALL, LARGE = (80, 24), (140, 45)


@dataclass
class Player:
    """A reader at the keyboard."""

    app: StoryApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Presses keys, each after the last one has had its effect."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def begin(self) -> None:
        """Goes from the title to the first passage."""
        await self.press("enter", "enter", "enter")

    async def until(self, page: str) -> None:
        """Waits for a screen to come to the front."""
        for _ in range(20):
            if self.page == page:
                return
            await self.pilot.pause()
        raise AssertionError(f"{page} has not come:\n{self.seen}")

    async def click(self, words: str) -> None:
        """Clicks the middle of the first place where the words stand."""
        for row, line in enumerate(picture(self.app).splitlines()):
            if words in line:
                await self.pilot.click(offset=(line.index(words) + len(words) // 2, row))
                await self.pilot.pause()
                return
        raise AssertionError(f"{words!r} is not on the screen:\n{picture(self.app)}")

    @property
    def seen(self) -> str:
        """The screen as text."""
        return picture(self.app)

    @property
    def page(self) -> str:
        """The name of the screen in front."""
        return type(self.app.screen).__name__


@asynccontextmanager
async def playing(desk: Desk, size: tuple[int, int] = SMALL) -> AsyncIterator[Player]:
    """The app with its story open."""
    app = StoryApp(entrance_of(desk))
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield Player(app, pilot)
