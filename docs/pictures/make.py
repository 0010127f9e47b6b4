"""Draws the pictures of this folder from the shipped story: python docs/pictures/make.py (needs rsvg-convert)."""

import asyncio
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from glfstory.app.app import StoryApp
from glfstory.app.screens.reading import ReadingPage
from glfstory.reading.reader import read
from glfstory.saving.desk import Desk
from glfstory.saving.entrance import Entrance
from glfstory.saving.places import Places
from glfstory.saving.wishes import Wishes

HERE = Path(__file__).parent
STORY = HERE.parent.parent / "story"
SMALL, LARGE = (80, 24), (140, 45)
LONGEST = 300
"""Keys after which a scene is given up."""
SHOTS: tuple[tuple[str, tuple[int, int], str, str, list[str]], ...] = (
    ("title", SMALL, "newsprint", "", []),
    ("reading", SMALL, "newsprint", "the-grain-debate", []),
    ("reading", LARGE, "newsprint", "the-green-wheat", []),
    ("reading", LARGE, "lamp", "the-scales-1958", []),
    ("record", SMALL, "contrast", "the-grain-debate", ["f", "f"]),
    ("ledgers", LARGE, "newsprint", "the-search", ["l"]),
)
"""Name, size, theme, the scene to play to (the title where none is named), and the keys to press there."""
INDENTED = re.compile(r'(<text [^>]*?)x="([\d.]+)"([^>]*)>((?:&#160;)+)')
CELL = 12.2


async def draw(name: str, size: tuple[int, int], theme: str, scene: str, keys: list[str]) -> None:
    """Plays to the place and stores the screen."""
    with tempfile.TemporaryDirectory() as home:
        app = opened(Path(home))
        app.theme = theme
        async with app.run_test(size=size) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            for _ in range(LONGEST):
                if not scene or is_at(app, scene):
                    break
                await press(pilot, "2" if asks(app) else "enter")
            for key in keys:
                await press(pilot, key)
            picture = app.export_screenshot(title="Two Ledgers")
    columns, rows = size
    store(picture, HERE / f"{name}-{theme}-{columns}x{rows}.png")


def opened(home: Path) -> StoryApp:
    """The app on the shipped story, with its saves in a folder of its own."""
    story = read(STORY).story
    if story is None:
        raise SystemExit("The story has errors; run `glfstory check` first.")
    places = Places(home / "saves", home / "settings.json", home / "cache")
    desk = Desk(story.title, lambda: story, places, Wishes(seed=7))
    return StoryApp(Entrance(story.title, story.subtitle, places.settings, lambda: desk))


def store(picture: str, file: Path) -> None:
    """Turns SVG into PNG. The converter drops spaces at the head of a text, and lines of boxes should touch."""

    def moved(found: re.Match[str]) -> str:
        spaces = found[4].count("&#160;")
        return f'{found[1]}x="{float(found[2]) + CELL * spaces:.1f}"{found[3]}>'

    drawn = re.sub(r' textLength="[\d.]+"', "", INDENTED.sub(moved, picture))
    drawn = drawn.replace("font-size: 20px;", "font-size: 21px; letter-spacing: -0.443px;")
    converter = shutil.which("rsvg-convert")
    if converter is None:
        raise SystemExit("rsvg-convert is not installed; it comes with librsvg (librsvg2-bin).")
    subprocess.run([converter, "-o", str(file)], input=drawn.encode(), check=True)  # noqa: S603 a fixed command


def asks(app: StoryApp) -> bool:
    """Whether a decision waits on the page in front."""
    return isinstance(app.screen, ReadingPage) and bool(app.screen.sitting.leaf.choices)


def is_at(app: StoryApp, scene: str) -> bool:
    """Whether the decision that waits is that scene's."""
    return asks(app) and isinstance(app.screen, ReadingPage) and app.screen.sitting.leaf.scene == scene


async def press(pilot: Pilot[None], key: str) -> None:
    """Presses a key and waits for its effect."""
    await pilot.press(key)
    await pilot.pause()


if __name__ == "__main__":
    for each in SHOTS:
        asyncio.run(draw(*each))
